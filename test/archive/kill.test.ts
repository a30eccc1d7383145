import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSqliteArchive } from '#archive'
import { faultsOf } from './check-whole.ts'

/** `npm run soak:archive` kills 200 times. */
const KILLS = Number(process.env.RAPPORTEUR_KILLS ?? 4)
const START = ['--import', 'tsx', '--conditions=source', new URL('./victim.ts', import.meta.url).pathname]
const WORK = ['add', 'recode', 'correct', 'merge'] as const

it(
  `loses nothing acknowledged in ${KILLS} kills while it adds, codes anew, corrects and merges`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-kill-'))
    const file = join(folder, 'desk.sqlite')
    execFileSync(process.execPath, [...START, file, 'first'])
    let next = 30
    try {
      for (let kill = 0; kill < KILLS; kill++) {
        const work = WORK[kill % WORK.length] ?? 'add'
        const acknowledged = await runAndKill(file, work, next, (kill * 37) % 400)
        if (work === 'add') next = Math.max(next, acknowledged + 1)
        expect(faultsOf(file), `kill ${kill}, during ${work}`).toEqual([])
        const archive = await openSqliteArchive(file)
        const { documents } = await archive.stats()
        // the one that was under way may or may not have been kept
        expect(documents).toBeGreaterThanOrEqual(next)
        expect(documents).toBeLessThanOrEqual(next + 1)
        if (work === 'add') next = documents
        await archive.close()
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  30_000 + KILLS * 20_000,
)

it(
  'a migration that is killed is done again by the next to open the file',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-migrate-'))
    try {
      const first = join(folder, 'first.sqlite')
      execFileSync(process.execPath, [...START, first, 'first version'])
      for (let kill = 0; kill < Math.max(2, KILLS / 5); kill++) {
        const file = join(folder, `${kill}.sqlite`)
        copyFileSync(first, file)
        await runAndKill(file, 'migrate', 0, (kill * 53) % 600)
        const archive = await openSqliteArchive(file)
        expect(await archive.stats()).toMatchObject({ documents: 150, events: 150 })
        await archive.close()
        expect(faultsOf(file), `kill ${kill} of a migration`).toEqual([])
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  60_000 + KILLS * 10_000,
)

/** Starts a process on the archive, kills it so many milliseconds after it has opened it; gives what it said last. */
function runAndKill(file: string, work: string, from: number, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, [...START, file, work, String(from)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let complained = ''
  child.stdout.on('data', (data) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
    said += data
  })
  child.stderr.on('data', (data) => {
    complained += data
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`${work} ended by itself: ${complained || said}`))
      else resolve(Number(said.trim().split('\n').slice(1).at(-1) ?? from - 1))
    })
  })
}
