/**
 * How an archive grows: adding, file size, memory, and every question of the desk, at several sizes.
 * Run: npm run bench:archive -- [--sizes 10000,100000,1000000] [--folder DIR] [--templates FILE.jsonl]
 *
 * Documents are made of the demo corpus, or of the records in FILE (see generate.ts). A size is a number of events; about
 * five come from a document. Adding is measured in documents per second of this process's CPU time, beside wall time.
 * Questions are asked 40 times each with other parameters, after 5 that warm the cache; an archive that lies in the
 * folder already is asked again.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Archive, openSqliteArchive } from '#archive'
import { readSources } from '#document'
import { loadGround } from '#ground'
import { type Record, read } from '#record'
import { argument } from '../../training/arguments.ts'
import { generate } from './generate.ts'
import { BENCH_DOSSIER, picker, QUESTIONS } from './questions.ts'

const BATCH = 50
const ASKED = 40
const WARM = 5

const folder = argument('folder', join(tmpdir(), 'rapporteur-bench-archive'))
mkdirSync(folder, { recursive: true })
const templates = loadTemplates(argument('templates', ''))
const perDocument = templates.reduce((sum, { events }) => sum + events.length, 0) / templates.length
const words = [...new Set(templates.flatMap(({ document }) => document.text.match(/\b[a-z]{5,}\b/g) ?? []))]
console.log(
  `${templates.length} real records with ${perDocument.toFixed(2)} events each; ${words.length} words`,
)
for (const size of argument('sizes', '10000,100000,1000000').split(',').map(Number)) await bench(size)

function loadTemplates(file: string): Record[] {
  if (file !== '')
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record)
  const ground = loadGround()
  const corpus = join(import.meta.dirname, '../../demo/corpus')
  return ['continental-courier', 'demo-wire', 'harbour-gazette', 'ledger-of-nations', 'meridian-radio']
    .flatMap((name) => [
      ...readSources(readFileSync(join(corpus, `${name}.jsonl`)), { name: `${name}.jsonl` }),
    ])
    .flatMap((reading) => (reading.kind === 'source' ? [reading.source] : []))
    .map((source) => read(source, ground))
    .filter(({ events }) => events.length > 0)
}

async function bench(events: number): Promise<void> {
  const file = join(folder, `archive-${events}.sqlite`)
  const added = existsSync(`${file}.added`)
    ? JSON.parse(readFileSync(`${file}.added`, 'utf8'))
    : await fill(file, events)
  const archive = await openSqliteArchive(file)
  const { documents, copies, events: held, happenings, statements } = await archive.stats()
  console.log(
    `\n${held} events from ${documents} documents (${copies} copies), ${happenings} happenings, ${statements} statements; ${(statSync(file).size / 1e6).toFixed(0)} MB, ${(statSync(file).size / documents / 1000).toFixed(1)} kB a document`,
  )
  console.log(
    `added: ${(documents / added.cpu).toFixed(0)} documents/s of CPU time, ${(documents / added.wall).toFixed(0)} documents/s of wall time; peak memory ${added.memory} MB`,
  )
  console.log('question                                        p50 ms   p95 ms   max ms   p95 of CPU')
  const slow: string[] = []
  for (const question of QUESTIONS) if (!(await measure(archive, question))) slow.push(question.name)
  console.log(
    `memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB; ${slow.length === 0 ? 'every question within its limit' : `beyond its limit: ${slow.join('; ')}`}`,
  )
  await archive.close()
}

async function fill(file: string, events: number) {
  const archive = await openSqliteArchive(file)
  await archive.saveDossier(BENCH_DOSSIER)
  const sum = { cpu: 0, wall: 0, memory: 0 }
  let batch: Record[] = []
  const flush = async () => {
    const cpu = process.cpuUsage()
    const wall = performance.now()
    await archive.add(batch)
    const { user, system } = process.cpuUsage(cpu)
    sum.cpu += (user + system) / 1e6
    sum.wall += (performance.now() - wall) / 1000
    sum.memory = Math.max(sum.memory, Math.round(process.memoryUsage().rss / 1e6))
    batch = []
  }
  for (const record of generate(templates, Math.round(events / perDocument))) {
    batch.push(record)
    if (batch.length === BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  await archive.close()
  writeFileSync(`${file}.added`, JSON.stringify(sum))
  return sum
}

async function measure(
  archive: Archive,
  { name, fullText = false, ask }: (typeof QUESTIONS)[number],
): Promise<boolean> {
  const pick = await picker(archive, words, 7)
  for (let i = 0; i < WARM; i++) await ask(archive, pick)
  const wall: number[] = []
  const cpu: number[] = []
  for (let i = 0; i < ASKED; i++) {
    const before = process.cpuUsage()
    const from = performance.now()
    await ask(archive, pick)
    wall.push(performance.now() - from)
    const { user, system } = process.cpuUsage(before)
    cpu.push((user + system) / 1000)
  }
  const limit = fullText ? 100 : 50
  const at = (list: number[], share: number) =>
    list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(share * list.length))] ?? 0
  const good = at(wall, 0.95) <= limit
  const column = (value: number) => value.toFixed(1).padStart(9)
  console.log(
    `${name.padEnd(46)}${column(at(wall, 0.5))}${column(at(wall, 0.95))}${column(at(wall, 1))}${column(at(cpu, 0.95))}${good ? '' : '  >'} `,
  )
  return good
}
