/** Multinomial logistic regression on hashed features by Adagrad, in a seeded order: same rows, same weights. */

import { FEATURE_BITS, type Features } from '../../src/4-acts/events/features.ts'
import { CLASSES, logits, softmax } from '../../src/4-acts/events/ranker.ts'
import { shuffle } from '../random.ts'

export interface Example {
  readonly features: Features
  readonly label: number
  readonly weight: number
}

export interface LearnOptions {
  readonly epochs: number
  readonly rate: number
  readonly decay: number
  /** How sharply the scores are spread; weights are learnt for this scale. */
  readonly scale: number
}

export function learn(examples: readonly Example[], options: LearnOptions): Float32Array {
  const n = CLASSES.length
  const weights = new Float32Array(n << FEATURE_BITS)
  const squares = new Float32Array(n << FEATURE_BITS)
  const order = examples.map((_, i) => i)
  const random = seeded(20130702)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const i of order) {
      const { features, label, weight } = examples[i] as Example
      const p = softmax(logits(features, weights, options.scale))
      let norm = 0
      for (const value of features.values) norm += value * value
      const factor = options.scale / Math.sqrt(norm || 1)
      for (let f = 0; f < features.ids.length; f++) {
        const base = (features.ids[f] as number) * n
        const value = (features.values[f] as number) * factor
        for (let c = 0; c < n; c++) {
          const k = base + c
          const gradient =
            weight * ((p[c] as number) - (c === label ? 1 : 0)) * value +
            options.decay * (weights[k] as number)
          squares[k] = (squares[k] as number) + gradient * gradient
          weights[k] =
            (weights[k] as number) - (options.rate * gradient) / (Math.sqrt(squares[k] as number) + 1e-6)
        }
      }
    }
  }
  return weights
}

function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
