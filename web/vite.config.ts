import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Names of countries by ISO 3166-1 alpha-3 code, taken from the lexicon when the desk is built. */
function countryNames(): Plugin {
  const name = 'virtual:country-names'
  return {
    name,
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load(id) {
      if (id !== `\0${name}`) return null
      const rows = readFileSync(new URL('../lexicon/actors/countries.tsv', import.meta.url), 'utf8')
        .split('\n')
        .slice(1)
      const names = rows.flatMap((row) => {
        const [code, country] = row.split('\t')
        return code && country ? [[code, country]] : []
      })
      return `export const names = ${JSON.stringify(Object.fromEntries(names))}`
    },
  }
}

/** The desk: static files that `rapporteur serve` hands out beside its API. */
export default defineConfig({
  plugins: [react(), countryNames()],
  // The coder's floors are read from source, so that the desk needs no built library.
  resolve: {
    conditions: ['source', 'module', 'browser', 'development|production'],
    // What the readers of files need of Node, for the coder in the browser.
    alias: { buffer: 'buffer/', string_decoder: 'string_decoder/' },
  },
  // Everything as files of its own: a strict Content-Security-Policy forbids inline data.
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  server: { proxy: { '/api': process.env.RAPPORTEUR_API ?? 'http://127.0.0.1:4747' } },
})
