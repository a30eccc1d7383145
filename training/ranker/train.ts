/**
 * Trains `models/ranker.bin`:
 *   npx tsx --conditions=source training/ranker/train.ts --shared ../shared
 * Prints the five-fold figures and writes the model learnt from all rows. Needs `models/syntax.bin`, whose trees it
 * learns on: train again when those change. `--no-folds` goes straight to the model. `--vectors FILE`: see `vectors.ts`. `--errors` lists what was mistaken.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { openParser } from '#syntax'
import { CLASSES, openRanker, writeRanker } from '../../src/4-acts/events/ranker.ts'
import { openVectors } from '../../src/4-acts/events/word-vectors.ts'
import { confusions, expectedError, macroF1, quadF1 } from './figures.ts'
import { learnFolds, OPTIONS, outOfFold, readRows } from './folds.ts'
import { learn } from './learn.ts'
import { negativeRows } from './negatives.ts'
import { phraseRows } from './phrase-rows.ts'
import { exampleRows, goldRows, sharedFolder, syntheticRows } from './rows.ts'
import { bestTemperature, sharpen } from './temperature.ts'
import { DIMENSIONS, makeVectors } from './vectors.ts'

const MODEL = 'models/ranker.bin'
const args = process.argv.slice(2)
const shared = sharedFolder(args)
const parser = openParser(new Uint8Array(readFileSync('models/syntax.bin')))
const section = vectorSection()
const vectors = openVectors(section, DIMENSIONS)
const gold = readRows(goldRows(shared), parser, vectors)
const beside = [...exampleRows(), ...phraseRows(), ...syntheticRows(shared), ...negativeRows(shared, parser)]
const extra = readRows(beside, parser, vectors)
console.log(`${gold.length} gold rows, ${extra.length} others`)

if (args.includes('--no-folds')) {
  writeModel(1.1)
  process.exit(0)
}
const probabilities = outOfFold(gold, learnFolds(gold, extra))
const truth = gold.map((read) => read.example.label)
const told = probabilities.map((p) => p.indexOf(Math.max(...p)))
console.log(`macro-F1 ${macroF1(truth, told).toFixed(4)}  quad ${quadF1(truth, told).toFixed(4)}`)
const temperature = bestTemperature(probabilities, truth)
const cool = probabilities.map((p) => sharpen(p, temperature))
console.log(
  `temperature ${temperature.toFixed(2)}  expected calibration error ${expectedError(cool, truth).toFixed(4)}`,
)
if (args.includes('--errors')) console.log(confusions(gold, probabilities))
writeModel(temperature)

/** Learns from all rows. */
function writeModel(temperature: number): void {
  const all = [...gold, ...extra].map((read) => read.example)
  writeFileSync(MODEL, writeRanker(learn(all, OPTIONS), temperature, section))
  console.log(`wrote ${MODEL}, ${CLASSES.length} classes`)
}

function vectorSection(): Uint8Array {
  const flag = args.indexOf('--vectors')
  if (flag >= 0) return makeVectors(args[flag + 1] ?? '', shared)
  return openRanker(new Uint8Array(readFileSync(MODEL))).vectors.bytes
}
