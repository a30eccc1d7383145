// `npm run bench:syntax`: how right, how fast and how large the second floor is. Prints one table.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDocument } from '#document'
import { openParser } from '#syntax'
import { corpusTexts, sharedFolder } from '../corpus.ts'
import { accuracy } from './accuracy.ts'
import { hostileTexts, ourRate, timeByLength, winkRate } from './speed.ts'

const WEIGHTS = 'models/syntax.bin'
const shared = sharedFolder()
const parser = openParser(new Uint8Array(readFileSync(WEIGHTS)))
const texts = corpusTexts(shared).map(({ text }) => text)
const row = (name: string, ...cells: string[]) =>
  console.log(`${name.padEnd(44)}${cells.map((c) => c.padStart(14)).join('')}`)
const percent = (n: number | undefined) => (n ?? Number.NaN).toFixed(1)
const count = (n: number) => Math.round(n).toLocaleString('en')

const [ewt, gum] = [accuracy(parser, shared, 'en_ewt-dev'), accuracy(parser, shared, 'en_gum-dev')]
row('percent', 'EWT dev', 'GUM dev')
for (const name of ['upos', 'feats', 'lemma', 'uas', 'las', 'clas'])
  row(`${name}, gold tokens`, percent(ewt.gold[name]), percent(gum.gold[name]))
for (const name of ['tokens', 'words', 'sents', 'upos', 'lemma', 'las'])
  row(`${name}, raw text`, percent(ewt.raw[name]), percent(gum.raw[name]))

const [ours, wink] = [ourRate(parser, texts), winkRate(texts)]
console.log()
row('words/s, one core', 'by CPU time', 'by the clock')
row('whole floor', count(ours.cpu), count(ours.wall))
row('wink-nlp on the same text (no trees)', count(wink.cpu), count(wink.wall))
row('ratio', (ours.cpu / wink.cpu).toFixed(2), (ours.wall / wink.wall).toFixed(2))

const cold = coldStart()
console.log()
row('weights, MB', (statSync(WEIGHTS).size / 1e6).toFixed(2))
row('weights opened, ms', cold.milliseconds.toFixed(0))
row('memory above the bare runtime, open, MiB', cold.open.toFixed(0))
row('the same, most while reading, MiB', cold.most.toFixed(0))

console.log()
const lengths = [10, 30, 100, 300, 1000, 3000, 10_000]
row('words a sentence', ...lengths.map(count))
row('µs a word', ...timeByLength(parser, lengths, 60_000).map((us) => us.toFixed(1)))

console.log()
for (const [name, text] of Object.entries(hostileTexts())) {
  const begin = performance.now()
  const syntax = parser.parse(openDocument({ text }))
  const notes = [...new Set(syntax.notes.map((note) => note.rule))].join(', ') || '-'
  row(
    `hostile: ${name}`,
    `${Math.round(performance.now() - begin)} ms`,
    `${count(syntax.length)} words`,
    `  ${notes}`,
  )
}

function coldStart(): { milliseconds: number; open: number; most: number } {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-syntax-'))
  const file = join(folder, 'texts.json')
  try {
    writeFileSync(file, JSON.stringify(texts))
    const flags = ['--import', 'tsx', '--conditions=source', 'bench/syntax/cold-start.ts', file]
    return JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
