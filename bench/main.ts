// `npm run bench`: the whole reading on real news. Prints documents/s, tokens/s and peak memory for one core and for
// all, and where one core's time goes, floor by floor. Times are of this machine: quote the ratios.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findActs } from '#acts'
import { openDocument } from '#document'
import { loadGround } from '#ground'
import { findMentions } from '#mentions'
import { type Ground, writeRecord } from '#record'
import { type CorpusText, corpusTexts, sharedFolder } from './corpus.ts'

const FLOORS = ['1-document', '2-syntax', '3-mentions', '4-acts', '5-record'] as const
const ROUNDS = 3

/** Reads every text once; adds each floor's milliseconds to `spent`; returns the number of words. */
function readAll(texts: readonly CorpusText[], ground: Ground, spent: number[]): number {
  let words = 0
  for (const { id, text } of texts) {
    const t0 = performance.now()
    const document = openDocument({ text, externalId: id, published: '2005-01-01' })
    const t1 = performance.now()
    const syntax = ground.parser.parse(document)
    const t2 = performance.now()
    const mentions = findMentions(syntax, ground.lexicon)
    const t3 = performance.now()
    const acts = findActs(mentions, ground.lexicon, ground.ranker)
    const t4 = performance.now()
    JSON.stringify(writeRecord(mentions, acts, ground.model))
    const t5 = performance.now()
    ;[t1 - t0, t2 - t1, t3 - t2, t4 - t3, t5 - t4].forEach((ms, floor) => {
      spent[floor] = (spent[floor] ?? 0) + ms
    })
    words += syntax.length
  }
  return words
}

function oneCore(texts: readonly CorpusText[]): { words: number; seconds: number; spent: number[] } {
  const ground = loadGround()
  readAll(texts.slice(0, 50), ground, [])
  let best = { words: 0, seconds: Number.POSITIVE_INFINITY, spent: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    const spent: number[] = []
    const words = readAll(texts, ground, spent)
    const seconds = spent.reduce((a, b) => a + b, 0) / 1000
    if (seconds < best.seconds) best = { words, seconds, spent }
  }
  return best
}

/** Runs the built command over the texts and watches its memory (Linux; null elsewhere). */
async function command(file: string, jobs: number): Promise<{ seconds: number; peak: number | null }> {
  const start = performance.now()
  const child = spawn(process.execPath, ['bin/rapporteur.mjs', 'code', '--jobs', String(jobs), file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let peak: number | null = null
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      const found = /VmHWM:\s+(\d+)/.exec(status)?.[1]
      if (found) peak = Number(found) / 1024
    } catch {
      peak ??= null
    }
  }, 20)
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`rapporteur code ended with ${code}; run "npm run build" first`)
  return { seconds: (performance.now() - start) / 1000, peak }
}

const texts = corpusTexts(sharedFolder())
const { words, seconds, spent } = oneCore(texts)
const rate = (n: number, s: number) => Math.round(n / s).toLocaleString('en')
console.log(`corpus: ${texts.length} articles, ${words.toLocaleString('en')} words\n`)
console.log(
  `one core, in process: ${rate(texts.length, seconds)} documents/s, ${rate(words, seconds)} words/s`,
)
FLOORS.forEach((floor, i) => {
  const ms = spent[i] ?? 0
  console.log(
    `  ${floor.padEnd(11)} ${((100 * ms) / 1000 / seconds).toFixed(1).padStart(5)} %  ${rate(words, ms / 1000)} words/s`,
  )
})

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'))
const file = join(folder, 'corpus.jsonl')
writeFileSync(
  file,
  texts.map(({ id, text }) => `${JSON.stringify({ id, text, published: '2005-01-01' })}\n`).join(''),
)
console.log('\nthe command, start-up and output included:')
for (const jobs of new Set([1, availableParallelism()])) {
  const run = await command(file, jobs)
  const peak = run.peak === null ? '' : `, peak memory ${Math.round(run.peak)} MiB`
  console.log(
    `  --jobs ${jobs}: ${rate(texts.length, run.seconds)} documents/s, ${rate(words, run.seconds)} words/s${peak}`,
  )
}
rmSync(folder, { recursive: true, force: true })
