import type { LinearModel } from '#lexicon'

/** Features of one thing, as bucket numbers; kept and refilled, so that scoring allocates nothing. */
export class FeatureList {
  readonly buckets = new Int32Array(96)
  length = 0

  clear(): void {
    this.length = 0
  }

  add(template: number, a = 0, b = 0): void {
    let h = Math.imul(template + 1, 0x9e3779b1) ^ a
    h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    this.buckets[this.length++] = h ^ (h >>> 16)
  }
}

/** Sum of the weights of one label. */
export function score(model: LinearModel, features: FeatureList, label: number): number {
  const mask = model.size - 1
  const from = label * model.size
  let sum = 0
  for (let i = 0; i < features.length; i++)
    sum += model.weights[from + ((features.buckets[i] as number) & mask)] as number
  return sum
}
