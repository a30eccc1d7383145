/** Logistic and softmax regression over hashed features, by AdaGrad; deterministic for a given order and seed. */

import { seededRandom, shuffle } from '../random.ts'

export interface Example {
  readonly buckets: Int32Array
  /** 0 or 1 for one label; the right label otherwise. */
  readonly gold: number
  readonly weight: number
}

export interface Learning {
  readonly size: number
  readonly labels: number
  readonly epochs: number
  readonly rate: number
  /** Weight of the absolute values, which makes rare features zero. */
  readonly l1: number
  readonly seed: number
}

/** Trains weights [label * size + bucket]; one label is logistic. */
export function learn(examples: readonly Example[], options: Learning): Float32Array {
  const { size, labels, epochs, rate, l1, seed } = options
  const weights = new Float32Array(size * labels)
  const squares = new Float32Array(size * labels).fill(1e-2)
  const mask = size - 1
  const order = Int32Array.from(examples, (_, i) => i)
  const random = seededRandom(seed)
  const scores = new Float64Array(labels)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const e of order) {
      const { buckets, gold, weight } = examples[e] as Example
      for (let l = 0; l < labels; l++) {
        let sum = 0
        for (const b of buckets) sum += weights[l * size + (b & mask)] as number
        scores[l] = sum
      }
      toProbabilities(scores)
      for (let l = 0; l < labels; l++) {
        const target = labels === 1 ? gold : gold === l ? 1 : 0
        const gradient = ((scores[l] as number) - target) * weight
        if (Math.abs(gradient) < 1e-4) continue
        for (const b of buckets) {
          const at = l * size + (b & mask)
          const full = gradient + l1 * Math.sign(weights[at] as number)
          squares[at] = (squares[at] as number) + full * full
          weights[at] = (weights[at] as number) - (rate * full) / Math.sqrt(squares[at] as number)
        }
      }
    }
  }
  return weights
}

function toProbabilities(scores: Float64Array): void {
  if (scores.length === 1) {
    scores[0] = 1 / (1 + Math.exp(-(scores[0] as number)))
    return
  }
  const top = Math.max(...scores)
  let sum = 0
  for (let l = 0; l < scores.length; l++) sum += scores[l] = Math.exp((scores[l] as number) - top)
  for (let l = 0; l < scores.length; l++) scores[l] = (scores[l] as number) / sum
}
