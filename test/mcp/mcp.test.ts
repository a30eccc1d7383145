import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Archive, openSqliteArchive } from '#archive'
import { createApp, type Listening, listen } from '#server'
import { ground, openExportArchive } from '../exports/open-export-archive.ts'

interface Tool {
  readonly name: string
  readonly annotations?: { readonly readOnlyHint?: boolean }
}
interface Result {
  readonly content: readonly { readonly text: string }[]
  readonly isError?: boolean
}

const root = join(import.meta.dirname, '../..')

/** Speaks to a server with the protocol's own client, in a process of its own. */
async function speak(to: object, calls: readonly (readonly [string, object])[]) {
  const client = join(import.meta.dirname, 'client.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [client, JSON.stringify({ ...to, calls })], {
    cwd: root,
    maxBuffer: 50_000_000,
  })
  return JSON.parse(stdout) as { tools: Tool[]; results: Result[] }
}

const CALLS = [
  ['list_events', { actor: ['CHN'] }],
  ['list_happenings', {}],
  ['list_statements', {}],
  ['list_quotations', {}],
  ['list_positions', {}],
  ['list_position_series', {}],
  ['list_undertakings', {}],
  ['list_figures', {}],
  ['list_actors', {}],
  ['list_dyads', {}],
  ['get_timeline', { period: 'day' }],
  ['get_network', {}],
  ['list_places', {}],
  ['get_facets', { kind: 'event' }],
  ['get_stats', {}],
  ['get_actor_profile', { entity: 'CHN' }],
  ['search', { q: 'shoal' }],
  ['get_today', {}],
  ['code_text', { text: 'Kerry met Lavrov.' }],
] as const
const REFUSED = [
  ['get_document', { id: 'sha256:0' }],
  ['list_events', { colour: 'red' }],
  ['list_events', { cursor: '!!' }],
] as const

let archive: Archive
let listening: Listening
let told: Awaited<ReturnType<typeof speak>>
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-mcp-'))

beforeAll(async () => {
  archive = await openExportArchive()
  const record = (await archive.document((await archive.documents()).items[0]?.id ?? ''))?.record
  const app = createApp({
    archive,
    code: () => Promise.resolve(JSON.stringify(record)),
    relate: () => Promise.resolve('{}'),
    parser: () => ground.parser,
    address: () => 'http://localhost/',
    trusted: true,
    desk: null,
  })
  listening = await listen(app, { host: '127.0.0.1', port: 0 })
  told = await speak({ url: `${listening.url}mcp` }, [...CALLS, ...REFUSED])
})
afterAll(async () => {
  await listening.close()
  await archive.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the tools', () => {
  it('are the questions of the desk, and none of them writes', () => {
    const names = told.tools.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['list_happenings', 'search', 'get_document', 'code_text']))
    expect(names.some((name) => /save|delete|correct$|make|change/.test(name))).toBe(false)
    for (const { annotations } of told.tools) expect(annotations?.readOnlyHint).toBe(true)
    // the whole list has to fit into a model's context
    expect(JSON.stringify(told.tools).length).toBeLessThan(250_000)
  })

  it.each(CALLS.map(([name], i) => [name, i] as const))(
    '%s answers with documents that are there',
    async (_, i) => {
      const { content, isError } = told.results[i] ?? { content: [] }
      const text = content[0]?.text ?? ''
      expect(isError ?? false, text).toBe(false)
      const ids = [...new Set(text.match(/sha256:[0-9a-f]{64}/g))].filter(
        (id) => !text.includes(`"model":"${id}`),
      )
      expect(ids.length, text.slice(0, 300)).toBeGreaterThan(0)
      for (const id of ids) expect(await archive.document(id), id).not.toBeNull()
    },
  )

  it('refuse in words', () => {
    const refused = told.results.slice(CALLS.length)
    expect(refused.map(({ isError }) => isError)).toEqual([true, true, true])
    expect(refused[2]?.content[0]?.text).toContain('cursor')
  })
})

it('the command speaks it over standard input and output', { timeout: 120_000 }, async () => {
  const file = join(folder, 'desk.sqlite')
  const made = await openSqliteArchive(file)
  const { items } = await archive.documents()
  for (const { id } of items) {
    const answer = await archive.document(id)
    if (answer) await made.add([answer.record])
  }
  await made.close()
  const args = ['--import', 'tsx', '--conditions=source', 'src/cli/main.ts', 'mcp', '--archive', file]
  const { results } = await speak({ command: process.execPath, args, cwd: root }, [['get_stats', {}]])
  expect(results[0]?.content[0]?.text).toContain(`"documents":${items.length}`)
})
