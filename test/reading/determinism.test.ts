import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const command = join(root, 'bin', 'rapporteur.mjs')

/** The built command over the first dispatches of the demo corpus, in a process, zone and locale of its own. */
function code(file: string, zone: string, locale: string, jobs: string): string {
  return execFileSync(process.execPath, [command, 'code', '--jobs', jobs, file], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale },
    maxBuffer: 2 ** 28,
  })
}

it('writes the same bytes in two processes, two time zones, two locales, one worker or two', () => {
  expect(existsSync(join(root, 'dist', 'cli', 'main.js')), 'run "npm run build" first').toBe(true)
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-'))
  const corpus = join(root, 'demo', 'corpus')
  const lines = readdirSync(corpus)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(join(corpus, file), 'utf8').trim().split('\n'))
  const file = join(folder, 'dispatches.jsonl')
  writeFileSync(file, `${lines.slice(0, 24).join('\n')}\n`)
  const here = code(file, 'Pacific/Kiritimati', 'C', '1')
  const there = code(file, 'America/Los_Angeles', 'tr_TR.UTF-8', '2')
  rmSync(folder, { recursive: true })
  expect(here.trim().split('\n')).toHaveLength(24)
  expect(there).toBe(here)
})
