/**
 * Trains `models/ranker.bin`:
 *   npx tsx --conditions=source training/ranker/train.ts --shared ../shared
 * Prints the five-fold figures and writes the model learnt from all rows. Needs `models/syntax.bin`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { openParser } from '#syntax'
import { CLASSES, writeRanker } from '../../src/4-acts/events/ranker.ts'
import { confusions, expectedError, macroF1, quadF1 } from './figures.ts'
import { OPTIONS, outOfFold, readRows } from './folds.ts'
import { learn } from './learn.ts'
import { exampleRows, goldRows, sharedFolder, syntheticRows } from './rows.ts'

const args = process.argv.slice(2)
const shared = sharedFolder(args)
const parser = openParser(new Uint8Array(readFileSync('models/syntax.bin')))
const gold = readRows(goldRows(shared), parser)
const extra = readRows(
  [...exampleRows(), ...(args.includes('--no-synthetic') ? [] : syntheticRows(shared))],
  parser,
)
console.log(`${gold.length} gold rows, ${extra.length} others`)

const probabilities = outOfFold(gold, extra)
const truth = gold.map((read) => read.example.label)
const told = probabilities.map((p) => p.indexOf(Math.max(...p)))
console.log(`macro-F1 ${macroF1(truth, told).toFixed(4)}  quad ${quadF1(truth, told).toFixed(4)}`)
const temperature = bestTemperature(probabilities, truth)
const cool = probabilities.map((p) => sharpen(p, temperature))
console.log(
  `temperature ${temperature.toFixed(2)}  expected calibration error ${expectedError(cool, truth).toFixed(4)}`,
)
if (args.includes('--errors')) console.log(confusions(gold, probabilities))
const weights = learn(
  [...gold, ...extra].map((read) => read.example),
  OPTIONS,
)
for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) * OPTIONS.scale
writeFileSync('models/ranker.bin', writeRanker(weights, temperature, [1, 0]))
console.log(`wrote models/ranker.bin, ${CLASSES.length} classes`)

function sharpen(p: Float64Array, temperature: number): Float64Array {
  const raised = p.map((x) => Math.max(x, 1e-12) ** (1 / temperature))
  const sum = raised.reduce((a, b) => a + b, 0)
  return raised.map((x) => x / sum)
}

function bestTemperature(all: readonly Float64Array[], truth: readonly number[]): number {
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (let t = 0.4; t <= 3; t += 0.05) {
    let loss = 0
    all.forEach((p, i) => {
      loss -= Math.log(Math.max(sharpen(p, t)[truth[i] as number] as number, 1e-12))
    })
    if (loss < least) [least, best] = [loss, t]
  }
  return best
}
