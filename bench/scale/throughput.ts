/**
 * `npm run bench:scale`: documents from a queue into PostgreSQL with one worker and with two, both servers on the same
 * machine: documents a second, and the workers' CPU seconds for 1,000 documents.   --documents 400
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '#archive'
import { startNats } from '../../test/scale/start-nats.ts'
import { startPostgres } from '../../test/scale/start-postgres.ts'
import { makeDocuments } from './make-documents.ts'

const at = process.argv.indexOf('--documents')
const documents = at < 0 ? 400 : Number(process.argv[at + 1])
const command = join(import.meta.dirname, '..', '..', 'bin', 'rapporteur.mjs')
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-throughput-'))
const file = join(folder, 'news.jsonl')
writeFileSync(file, [...makeDocuments(documents)].map((it) => `${JSON.stringify(it)}\n`).join(''))
const [nats, postgres] = [await startNats(), await startPostgres()]

/** A worker of one thread until the queue is empty; gives the CPU seconds that it took. */
function work(queue: readonly string[], database: string): Promise<number> {
  const args = [command, 'work', ...queue, '--archive', database, '--jobs', '1', '--until-empty']
  const quoted = [process.execPath, ...args].map((it) => `'${it}'`).join(' ')
  const child = spawn('bash', ['-c', `TIMEFORMAT='%U %S'; time ${quoted} >/dev/null`])
  let words = ''
  child.stderr.on('data', (chunk: Buffer) => {
    words += chunk.toString()
  })
  return new Promise((resolve) =>
    child.once('close', () => {
      const [user = 0, system = 0] = (words.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
      resolve(user + system)
    }),
  )
}

console.log('workers   documents/s   CPU s of the workers for 1,000 documents')
for (const workers of [1, 2]) {
  const queue = ['--queue', nats.url, '--queue-name', `bench${workers}`]
  const database = postgres.database()
  await (await openArchive(database)).close()
  execFileSync(process.execPath, [command, 'submit', ...queue, file], { stdio: 'ignore' })
  const start = performance.now()
  const spent = await Promise.all(Array.from({ length: workers }, () => work(queue, database)))
  const seconds = (performance.now() - start) / 1000
  const cpu = spent.reduce((a, b) => a + b, 0)
  console.log(
    `${String(workers).padEnd(10)}${(documents / seconds).toFixed(1).padEnd(14)}${((1000 * cpu) / documents).toFixed(1)}`,
  )
}
await Promise.all([nats.stop(), postgres.stop()])
rmSync(folder, { recursive: true })
