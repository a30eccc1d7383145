/**
 * `npm run soak:scale`: documents on a queue, three workers, one of them killed every few seconds, NATS and PostgreSQL
 * each killed once and started again. Afterwards every document must be in the archive once, and the happenings are
 * held against those of one process over the same documents.
 *   --documents 20000 --workers 3 --kill-every 4 (seconds) --jobs 1
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Archive, openArchive } from '#archive'
import { openQueue } from '#queue'
import { startNats } from '../../test/scale/start-nats.ts'
import { startPostgres } from '../../test/scale/start-postgres.ts'
import { comparePartitions } from './compare-partitions.ts'
import { makeDocuments } from './make-documents.ts'

const number = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const [documents, workers, killEvery, jobs] = [
  number('documents', 20_000),
  number('workers', 3),
  number('kill-every', 4),
  number('jobs', 1),
]
const command = join(import.meta.dirname, '..', '..', 'bin', 'rapporteur.mjs')
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-soak-'))
const file = join(folder, 'news.jsonl')
writeFileSync(file, [...makeDocuments(documents)].map((it) => `${JSON.stringify(it)}\n`).join(''))

const [nats, postgres] = [await startNats(), await startPostgres()]
const database = postgres.database()
const run = (...args: string[]) =>
  execFileSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
console.log(run('submit', '--queue', nats.url, file).trim())

const hands: ChildProcess[] = []
let [begun, killed] = [0, 0]
const hire = (i: number) => {
  begun++
  const args = [command, 'work', '--queue', nats.url, '--archive', database, '--jobs', String(jobs)]
  hands[i] = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore'] })
}
for (let i = 0; i < workers; i++) hire(i)
const queue = await openQueue(nats.url)
const start = performance.now()
let [natsKilled, postgresKilled] = [false, false]
for (let turn = 0; ; turn++) {
  await wait(killEvery * 1000)
  const status = await queue.status().catch(() => null)
  if (!status) continue
  const left = status.waiting + status.taken
  if (left === 0) break
  if (!natsKilled && left < documents * 0.66) {
    natsKilled = true
    await nats.restart()
  } else if (!postgresKilled && left < documents * 0.33) {
    postgresKilled = true
    await postgres.restart()
  }
  const victim = turn % workers
  hands[victim]?.kill('SIGKILL')
  killed++
  hire(victim)
  // whoever ended because a server was away for long is hired again, as a service manager would
  hands.forEach((hand, i) => {
    if (hand.exitCode !== null) hire(i)
  })
}
const seconds = (performance.now() - start) / 1000
for (const hand of hands) hand.kill('SIGTERM')
const { dead } = await queue.status()
await queue.close()
console.log(
  `${documents} documents in ${seconds.toFixed(0)} s; ${killed} workers killed, ${begun} begun; NATS killed: ${natsKilled}, PostgreSQL killed: ${postgresKilled}; given up: ${dead}`,
)

const sqlite = join(folder, 'alone.sqlite')
run('add', '--archive', sqlite, '--jobs', '2', file)
const [many, alone] = [await openArchive(database), await openArchive(sqlite)]
const [there, here] = [await happenings(many), await happenings(alone)]
const [a, b] = [await many.stats(), await alone.stats()]
console.log(
  `documents: ${a.documents} by many, ${b.documents} by one; events: ${a.events}, ${b.events}; happenings: ${a.happenings}, ${b.happenings}`,
)
const { shared, onlyFirst, onlySecond, b3 } = comparePartitions(there, here)
console.log(
  `happenings with the same reports: ${shared}; only by many: ${onlyFirst}; only by one: ${onlySecond}; B³ F1 of the one against the other: ${b3.toFixed(4)}`,
)
await many.close()
await alone.close()
await Promise.all([nats.stop(), postgres.stop()])
rmSync(folder, { recursive: true })
process.exitCode = a.documents === documents && b.documents === documents && dead === 0 ? 0 : 1

/** The reports of each happening. */
async function happenings(archive: Archive): Promise<string[][]> {
  const found: string[][] = []
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<Archive['happenings']>> = await archive.happenings(
      {},
      { limit: 500, cursor },
    )
    found.push(...page.items.map(({ reports }) => reports.map(({ eventId }) => eventId)))
    if (page.next === null) return found
    cursor = page.next
  }
}
