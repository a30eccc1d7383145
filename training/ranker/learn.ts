/** Multinomial logistic regression on a pair's features by Adagrad, in a seeded order: same rows, same weights. */

import { SLOTS } from '../../src/4-acts/events/dense-features.ts'
import { HASH_BITS } from '../../src/4-acts/events/feature-hash.ts'
import type { Features } from '../../src/4-acts/events/features.ts'
import {
  denseFactor,
  hashedFactor,
  logits,
  NONE,
  type RankerWeights,
  softmax,
} from '../../src/4-acts/events/ranker.ts'
import { seededRandom, shuffle } from '../random.ts'

export interface Example {
  readonly features: Features
  readonly label: number
  readonly weight: number
}

export interface LearnOptions {
  readonly epochs: number
  readonly rate: number
  readonly decay: number
}

const ROW = NONE + 1

/** A table of weights and of its summed squared gradients. */
interface Table {
  readonly weights: Float32Array
  readonly squares: Float32Array
}

export function learn(examples: readonly Example[], { epochs, rate, decay }: LearnOptions): RankerWeights {
  const hashed = table(ROW << HASH_BITS)
  const dense = table(ROW * (examples[0]?.features.dense.length ?? SLOTS))
  const order = examples.map((_, i) => i)
  const random = seededRandom(20130702)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const i of order) {
      const { features, label, weight } = examples[i] as Example
      const pull = softmax(logits(features, hashed.weights, 1, dense.weights))
      for (let c = 0; c < ROW; c++) pull[c] = weight * ((pull[c] as number) - (c === label ? 1 : 0))
      const factor = hashedFactor(features)
      features.ids.forEach((id, f) => {
        step(hashed, id, (features.values[f] as number) * factor, pull, rate, decay)
      })
      features.dense.forEach((value, d) => {
        if (value !== 0) step(dense, d, value * denseFactor, pull, rate, decay)
      })
    }
  }
  return { hashed: hashed.weights, dense: dense.weights }
}

const table = (size: number): Table => ({ weights: new Float32Array(size), squares: new Float32Array(size) })

function step(
  { weights, squares }: Table,
  row: number,
  value: number,
  pull: Float64Array,
  rate: number,
  decay: number,
): void {
  for (let c = 0, k = row * ROW; c < ROW; c++, k++) {
    const gradient = (pull[c] as number) * value + decay * (weights[k] as number)
    squares[k] = (squares[k] as number) + gradient * gradient
    weights[k] = (weights[k] as number) - (rate * gradient) / (Math.sqrt(squares[k] as number) + 1e-6)
  }
}
