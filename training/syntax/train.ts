// Trains models/syntax.bin, reproducibly; docs/model-card.md has the commands and what they gave.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
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
import { freeGum, readTreebank } from './treebank.ts'

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
const lexicon = makeLexicon(train, argument('vectors', 'vectors.bin'), number('words', 80000))
const vocabulary = openVocabulary(lexicon.hashes)
const samples = train.map((s) => makeSample(s, labels, vocabulary))
const shape: Shape = {
  vector: lexicon.dimensions,
  width: number('width', 128),
  layers: number('layers', 3),
  arc: number('arc', 96),
  tags: labels.names.length,
  relations: DEPREL.length,
}
const settings = {
  dropInput: number('drop-input', 0.2),
  dropLayer: number('drop-layer', 0.3),
  dropArc: number('drop-arc', 0.2),
  dropWord: number('drop-word', 0.1),
}
const [epochs, batchWords, rate] = [number('epochs', 28), number('batch', 800), number('rate', 0.002)]

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

/** Warm up, stay, then fall over the second half. */
const rateAt = (step: number, progress: number) =>
  rate * Math.min(1, (step + 1) / 200) * Math.max(0.01, Math.min(1, 2 - 2 * progress))

const trainer = new Trainer(shape, lexicon, settings, random)
const meta = { version: 2, labels: labels.names, network: shape }
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
    loss += trainer.learn(batch, rateAt(step, (e + b / all.length) / epochs))
    step++
    if (step % 40 === 0) trainer.average(Math.max(0.05, 1 / (1 + step / 40)))
  })
  const scores = e % 4 === 3 || e + 1 === epochs ? report() : ''
  console.log(
    `epoch ${e + 1} loss ${(loss / all.length).toFixed(3)} ${Math.round((Date.now() - begin) / 1000)} s ${scores}`,
  )
}

const tables = learnMorphology(train, labels.names, labels.labelOf, (hash) => isCommon(vocabulary.find(hash)))
const sections = {
  splitter: trainSplitter(train, 8, seededRandom(seed)),
  casing: trainCasing(train, 6, seededRandom(seed)),
  morphology: new TextEncoder().encode(JSON.stringify(tables)),
  ...trainer.sections(),
}
const hash = sha256.create()
for (const bytes of Object.values(sections)) hash.update(bytes)
const bundle = writeBundle({ ...meta, hash: `sha256:${bytesToHex(hash.digest())}` }, sections)
writeFileSync(argument('out', 'models/syntax.bin'), bundle)
console.log(`wrote ${bundle.length} bytes`)
