import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FORMATS } from '#document'
import { recordJsonSchema } from '#record'
import { apiPage } from '../scripts/docs/api-page.ts'
import { exportsPage } from '../scripts/docs/exports-page.ts'

const root = join(import.meta.dirname, '..')
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((f) => f.endsWith('.md'))
    .map((f) => `docs/${f}`),
]
const folder = join(root, 'test', '.doc-examples')

/** Fenced `ts` blocks of the README and docs/, with their place. */
const examples = pages.flatMap((page) => {
  const text = readFileSync(join(root, page), 'utf8')
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((block, i) => ({
    name: `${page} example ${i + 1}`,
    code: block[1] ?? '',
  }))
})

/** Turns `expression // => value` lines into checks that are collected in `results`. */
function instrument(code: string): string {
  const body = code.replace(
    /^(?!import|\/\/)(.+?)\s+\/\/ => (.+)$/gm,
    (_, expression: string, value: string) =>
      `results.push([${expression.replace(/;$/, '')}, ${JSON.stringify(value)}])`,
  )
  return `export const results: [unknown, string][] = []\n${body}`
}

describe('documented examples', () => {
  beforeAll(() => mkdirSync(folder, { recursive: true }))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('exist in the README', () => {
    expect(examples.some(({ name }) => name.startsWith('README.md'))).toBe(true)
  })

  it.each(examples.map((example, i) => ({ ...example, i })))(
    '$name runs and gives what it says',
    async ({ code, i }) => {
      const file = join(folder, `example-${i}.ts`)
      writeFileSync(file, instrument(code))
      const { results } = (await import(file)) as { results: [unknown, string][] }
      for (const [value, documented] of results)
        expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(documented)))
    },
  )
})

describe('pages made from the code', () => {
  it.each([
    ['docs/exports.md', exportsPage],
    ['docs/api.md', apiPage],
  ] as const)('%s is as `npm run docs` makes it', (page, make) =>
    expect(readFileSync(join(root, page), 'utf8')).toBe(make()),
  )
})

describe('docs/record.md', () => {
  const page = readFileSync(join(root, 'docs/record.md'), 'utf8')

  it('names every field of the record', () => {
    const fields = new Set<string>()
    const walk = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return
      for (const [key, value] of Object.entries(schema)) {
        if (key === 'properties') for (const name of Object.keys(value as object)) fields.add(name)
        walk(value)
      }
    }
    walk(recordJsonSchema())
    expect(fields.size).toBeGreaterThan(50)
    expect([...fields].filter((field) => !page.includes(field))).toEqual([])
  })
})

describe('docs/formats.md', () => {
  it('names every format', () => {
    const page = readFileSync(join(root, 'docs/formats.md'), 'utf8')
    expect(FORMATS.filter((format) => !page.includes(`\`${format}\``))).toEqual([])
  })
})
