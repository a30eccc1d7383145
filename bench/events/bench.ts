// `npm run bench:events -- --shared DIR [--quick]`: how right and how fast events are told. Prints one table.
// Rankers are learnt on four fifths of the gold pairs and asked about the last; `--quick` uses the model that ships,
// which has seen them all, for a look while working.
import { readFileSync } from 'node:fs'
import { openRanker, type Ranker } from '#acts'
import { loadGround } from '#ground'
import { writeRanker } from '../../src/4-acts/events/ranker.ts'
import { expectedError } from '../../training/ranker/figures.ts'
import { foldsOf, learnFolds, outOfFold, readRows } from '../../training/ranker/folds.ts'
import { negativeRows } from '../../training/ranker/negatives.ts'
import { phraseRows } from '../../training/ranker/phrase-rows.ts'
import { exampleRows, goldRows, syntheticRows } from '../../training/ranker/rows.ts'
import { bestTemperature, sharpen } from '../../training/ranker/temperature.ts'
import { corpusTexts, sharedFolder } from '../corpus.ts'
import { scoreUnseen } from './end-to-end.ts'
import { judgedFigures } from './judged.ts'
import { eventRate } from './speed.ts'

const shared = sharedFolder()
const quick = process.argv.includes('--quick')
const ground = loadGround()
const gold = goldRows(shared)
const row = (name: string, value: string, must = '', aim = '') =>
  console.log(`${name.padEnd(64)}${value.padStart(12)}${must.padStart(10)}${aim.padStart(10)}`)
const three = (n: number | undefined) => (n ?? Number.NaN).toFixed(3)

row(quick ? 'MODEL HAS SEEN THE PAIRS (--quick)' : 'five folds, unseen', 'measured', 'must', 'aim')
const { rankerOf, error } = rankers()
const { relate, events } = scoreUnseen(shared, gold, ground, rankerOf)
row('relation of two marked actors: root macro-F1', three(relate.macro_f1), '>=0.80', '0.88')
row('  quad macro-F1', three(relate.quad_macro_f1), '>=0.90', '0.96')
row('  accuracy', three(relate.accuracy))
row('  expected calibration error of confidence', three(error), '<=0.08', '0.04')
row('end to end: type, actor and recipient found', three(events.type_pair_recall), '>=0.55', '0.75')
row('  pair found', three(events.pair_recall))
row('  precision of the type, the pair given', three(events.precision))
row('  events a sentence', three(events.events_per_sentence), '<=1.8', '1.4')

const texts = corpusTexts(shared).map(({ text }) => text)
for (const { name, value, must, aim } of judgedFigures(shared, ground)) row(name, value, must, aim)

const { tokens, cpu, wall } = eventRate(ground, quick ? texts.slice(0, 100) : texts)
const count = (n: number) => Math.round(n).toLocaleString('en')
row('tokens a second of CPU time, this floor alone', count(tokens / cpu), '>=60,000', '150,000')
row('  the same by the clock (machine shared)', count(tokens / wall))

function rankers(): { rankerOf: (row: { readonly id: string }) => Ranker; error: number } {
  if (quick) return { rankerOf: () => ground.ranker, error: Number.NaN }
  const { vectors } = openRanker(new Uint8Array(readFileSync('models/ranker.bin')))
  const read = readRows(gold, ground.parser, vectors)
  const beside = [
    ...exampleRows(),
    ...phraseRows(),
    ...syntheticRows(shared),
    ...negativeRows(shared, ground.parser),
  ]
  const folds = learnFolds(read, readRows(beside, ground.parser, vectors))
  const all = outOfFold(read, folds)
  const truth = read.map(({ example }) => example.label)
  const temperature = bestTemperature(all, truth)
  const opened = folds.map((weights) => openRanker(writeRanker(weights, temperature, vectors.bytes)))
  const fold = foldsOf(gold)
  return {
    rankerOf: ({ id }) => opened[fold.get(id) ?? 0] ?? ground.ranker,
    error: expectedError(
      all.map((p) => sharpen(p, temperature)),
      truth,
    ),
  }
}
