/** Linear-chain conditional random field over hashed features, by AdaGrad; deterministic for a given order and seed. */

import { seededRandom, shuffle } from '../random.ts'

/** One window: features of each word, features between each word and the one before, and the right labels. */
export interface Sequence {
  readonly length: number
  /** Buckets of all words' features, one after the other, and where each word's begin. */
  readonly words: Int32Array
  readonly wordAt: Int32Array
  readonly steps: Int32Array
  readonly stepAt: Int32Array
  readonly gold: Uint8Array
}

export interface ChainWeights {
  /** [bucket * labels + label] */
  readonly word: Float32Array
  /** [bucket * labels² + before * labels + label] */
  readonly step: Float32Array
}

export interface ChainLearning {
  readonly labels: number
  readonly size: number
  readonly stepSize: number
  readonly epochs: number
  readonly rate: number
  readonly seed: number
}

/** Trains the weights to make each window's labels likely as a whole. */
export function learnChain(sequences: readonly Sequence[], options: ChainLearning): ChainWeights {
  const { labels: L, size, stepSize, epochs, rate, seed } = options
  const weights = { word: new Float32Array(size * L), step: new Float32Array(stepSize * L * L) }
  const squares = {
    word: new Float32Array(size * L).fill(1e-2),
    step: new Float32Array(stepSize * L * L).fill(1e-2),
  }
  const lattice = newLattice(
    sequences.reduce((most, it) => Math.max(most, it.length), 1),
    L,
  )
  const order = Int32Array.from(sequences, (_, i) => i)
  const random = seededRandom(seed)
  const total = epochs * order.length
  const mean = { word: new Float32Array(size * L), step: new Float32Array(stepSize * L * L) }
  let done = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const s of order) {
      const sequence = sequences[s] as Sequence
      const now = rate * (1 - (0.9 * done++) / total)
      fill(lattice, sequence, weights, size, stepSize)
      sum(lattice, sequence.length)
      descend(lattice, sequence, weights, squares, size, stepSize, now)
    }
    if (epoch > 0) {
      accumulate(mean.word, weights.word, 1 / (epochs - 1))
      accumulate(mean.step, weights.step, 1 / (epochs - 1))
    }
  }
  return epochs > 1 ? mean : weights
}

function accumulate(sum: Float32Array, weights: Float32Array, share: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + share * (weights[i] as number)
}

/** Scores of a window's labels and their sums from the left and from the right, as logarithms. */
interface Lattice {
  readonly labels: number
  readonly word: Float64Array
  readonly step: Float64Array
  readonly left: Float64Array
  readonly right: Float64Array
  all: number
}

const newLattice = (length: number, labels: number): Lattice => ({
  labels,
  word: new Float64Array(length * labels),
  step: new Float64Array(length * labels * labels),
  left: new Float64Array(length * labels),
  right: new Float64Array(length * labels),
  all: 0,
})

function fill(
  { labels: L, word, step }: Lattice,
  it: Sequence,
  weights: ChainWeights,
  size: number,
  stepSize: number,
) {
  for (let i = 0; i < it.length; i++) {
    rows(weights.word, it.words, it.wordAt, i, size, L, word)
    if (i > 0) rows(weights.step, it.steps, it.stepAt, i, stepSize, L * L, step)
  }
}

function rows(
  weights: Float32Array,
  buckets: Int32Array,
  from: Int32Array,
  i: number,
  size: number,
  width: number,
  out: Float64Array,
): void {
  out.fill(0, i * width, (i + 1) * width)
  for (let f = from[i] as number; f < (from[i + 1] as number); f++) {
    const base = ((buckets[f] as number) & (size - 1)) * width
    for (let k = 0; k < width; k++)
      out[i * width + k] = (out[i * width + k] as number) + (weights[base + k] as number)
  }
}

/** Forward and backward sums. */
function sum(lattice: Lattice, length: number): void {
  const { labels: L, word, step, left, right } = lattice
  const parts = new Float64Array(L)
  for (let l = 0; l < L; l++) left[l] = word[l] as number
  for (let i = 1; i < length; i++)
    for (let l = 0; l < L; l++) {
      for (let p = 0; p < L; p++)
        parts[p] = (left[(i - 1) * L + p] as number) + (step[(i * L + p) * L + l] as number)
      left[i * L + l] = logSum(parts) + (word[i * L + l] as number)
    }
  right.fill(0, (length - 1) * L, length * L)
  for (let i = length - 2; i >= 0; i--)
    for (let p = 0; p < L; p++) {
      for (let l = 0; l < L; l++)
        parts[l] =
          (step[((i + 1) * L + p) * L + l] as number) +
          (word[(i + 1) * L + l] as number) +
          (right[(i + 1) * L + l] as number)
      right[i * L + p] = logSum(parts)
    }
  lattice.all = logSum(left.subarray((length - 1) * L, length * L))
}

function logSum(parts: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY
  for (const it of parts) top = Math.max(top, it)
  let total = 0
  for (const it of parts) total += Math.exp(it - top)
  return top + Math.log(total)
}

/** One step down the gradient: what is expected less what is right, for each word and each pair of words. */
function descend(
  { labels: L, word, step, left, right, all }: Lattice,
  it: Sequence,
  weights: ChainWeights,
  squares: ChainWeights,
  size: number,
  stepSize: number,
  rate: number,
): void {
  for (let i = 0; i < it.length; i++) {
    for (let l = 0; l < L; l++) {
      const likely = Math.exp((left[i * L + l] as number) + (right[i * L + l] as number) - all)
      const gradient = likely - (it.gold[i] === l ? 1 : 0)
      move(weights.word, squares.word, it.words, it.wordAt, i, size, L, l, gradient, rate)
    }
    for (let p = 0; i > 0 && p < L; p++)
      for (let l = 0; l < L; l++) {
        const likely = Math.exp(
          (left[(i - 1) * L + p] as number) +
            (step[(i * L + p) * L + l] as number) +
            (word[i * L + l] as number) +
            (right[i * L + l] as number) -
            all,
        )
        const gradient = likely - (it.gold[i - 1] === p && it.gold[i] === l ? 1 : 0)
        move(weights.step, squares.step, it.steps, it.stepAt, i, stepSize, L * L, p * L + l, gradient, rate)
      }
  }
}

function move(
  weights: Float32Array,
  squares: Float32Array,
  buckets: Int32Array,
  from: Int32Array,
  i: number,
  size: number,
  width: number,
  outcome: number,
  gradient: number,
  rate: number,
): void {
  if (Math.abs(gradient) < 1e-4) return
  for (let f = from[i] as number; f < (from[i + 1] as number); f++) {
    const at = ((buckets[f] as number) & (size - 1)) * width + outcome
    squares[at] = (squares[at] as number) + gradient * gradient
    weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(squares[at] as number)
  }
}
