import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The desk: static files that `rapporteur serve` hands out beside its API. */
export default defineConfig({
  plugins: [react()],
  // Everything as files of its own: a strict Content-Security-Policy forbids inline data.
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': process.env.RAPPORTEUR_API ?? 'http://127.0.0.1:4747' } },
})
