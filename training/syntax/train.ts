// Trains models/syntax.bin, reproducibly; docs/model-card.md has the commands and what they gave.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBundle, writeBundle } from '../../src/2-syntax/bundle.ts'
import { openNetwork } from '../../src/2-syntax/network/open-network.ts'
import type { Shape } from '../../src/2-syntax/network/shape.ts'
import { isCommon, openVocabulary } from '../../src/2-syntax/network/vocabulary.ts'
import { DEPREL } from '../../src/2-syntax/tagset.ts'
import { argument } from '../arguments.ts'
import { seededRandom, shuffle } from '../random.ts'
import { collectLabels } from './labels.ts'
import { learnMorphology } from './learn-morphology.ts'
import { evaluate } from './network/evaluate.ts'
import { makeLexicon } from './network/lexicon.ts'
import { makeSample } from './network/samples.ts'
import { type Sample, Trainer } from './network/trainer.ts'
import { trainSplitter } from './splitter.ts'
import { trainCasing } from './train-casing.ts'
import { trainFeatures } from './train-features.ts'
import { freeGum, readTreebank } from './treebank.ts'
import { writeWeights } from './write-weights.ts'

const number = (name: string, otherwise: number) => Number(argument(name, String(otherwise)))
const bank = join(argument('shared', '../shared'), 'gold', 'treebank')
const train = [
  ...readTreebank(join(bank, 'en_ewt-train.conllu.gz')),
  ...readTreebank(join(bank, 'en_gum-train.conllu.gz'), freeGum),
]
const dev = {
  ewt: readTreebank(join(bank, 'en_ewt-dev.conllu.gz')),
  gum: readTreebank(join(bank, 'en_gum-dev.conllu.gz'), freeGum),
}
const seed = number('seed', 20261124)
const random = seededRandom(seed)
const labels = collectLabels(train)
const lexicon = makeLexicon(train, argument('vectors', 'vectors.bin'), number('words', 100000))
const vocabulary = openVocabulary(lexicon.hashes)
const samples = train.map((s) => makeSample(s, labels, vocabulary))
const shape: Shape = {
  vector: lexicon.dimensions,
  own: number('own', 128),
  width: number('width', 160),
  layers: number('layers', 4),
  narrow: number('narrow', 128),
  arc: number('arc', 96),
  relation: number('relation', 128),
  tags: labels.names.length,
  relations: DEPREL.length,
}
const settings = {
  dropInput: number('drop-input', 0.2),
  dropLayer: number('drop-layer', 0.3),
  dropArc: number('drop-arc', 0.2),
  dropWord: number('drop-word', 0.1),
  dropRare: number('drop-rare', 1),
}
const [batchWords, rate] = [number('batch', 800), number('rate', 0.002)]
const falls = parseFalls(argument('falls', '0:14:30,18:9:46,21:4.77:56'))
const epochs = number('stop', falls.at(-1)?.end ?? 0)

const wordCount = samples.reduce((sum, s) => sum + s.n, 0)
console.log(
  `${samples.length} sentences, ${wordCount} words, ${labels.names.length} labels, ${lexicon.hashes.length} forms known, ${lexicon.learnt} learnt`,
)

/** One epoch's batches, of like size. */
function batches(): Sample[][] {
  const out: Sample[][] = [[]]
  let words = 0
  for (const s of shuffle(samples.slice(), random)) {
    if (words + s.n > batchWords && words > 0) {
      out.push([])
      words = 0
    }
    out.at(-1)?.push(s)
    words += s.n
  }
  return out
}

/** From epoch `from` on, the rate stays until `cool` and then falls in a line that meets nothing at `end`. */
interface Fall {
  readonly from: number
  readonly cool: number
  readonly end: number
}

/** Reads "from:cool:end,…". */
function parseFalls(text: string): Fall[] {
  return text.split(',').map((piece) => {
    const [from = 0, cool = 0, end = 0] = piece.split(':').map(Number)
    return { from, cool, end }
  })
}

/** The rate at a step; `epoch` counts parts of epochs too. The first 200 steps warm up. */
function rateAt(step: number, epoch: number): number {
  const { cool, end } = falls.findLast(({ from }) => from <= epoch) as Fall
  return rate * Math.min(1, (step + 1) / 200) * Math.max(0.01, Math.min(1, (end - epoch) / (end - cool)))
}

const trainer = new Trainer(shape, lexicon, settings, random)
const meta = { version: 3, labels: labels.names, network: shape }
const report = () => {
  const network = openNetwork(readBundle(writeBundle(meta, trainer.sections()), 'the new weights'))
  return `ewt ${evaluate(network, dev.ewt, labels)}  gum ${evaluate(network, dev.gum, labels)}`
}

const begin = Date.now()
let step = 0
for (let e = 0; e < epochs; e++) {
  let loss = 0
  const all = batches()
  all.forEach((batch, b) => {
    loss += trainer.learn(batch, rateAt(step, e + b / all.length))
    step++
    if (step % 40 === 0) trainer.average(Math.max(0.05, 1 / (1 + step / 40)))
  })
  const scores = e % 2 === 1 || e + 1 === epochs ? report() : ''
  console.log(
    `epoch ${e + 1} loss ${(loss / all.length).toFixed(3)} ${Math.round((Date.now() - begin) / 1000)} s ${scores}`,
  )
}

const tables = learnMorphology(train, labels.names, labels.labelOf, (hash) => isCommon(vocabulary.find(hash)))
const sections = {
  splitter: trainSplitter(train, 8, seededRandom(seed)),
  casing: trainCasing(train, 6, seededRandom(seed)),
  features: trainFeatures(train, labels, tables, 6, seededRandom(seed)),
  morphology: new TextEncoder().encode(JSON.stringify(tables)),
  ...trainer.sections(),
}
const bundle = writeWeights(meta, sections)
writeFileSync(argument('out', 'models/syntax.bin'), bundle)
console.log(`wrote ${bundle.length} bytes`)
