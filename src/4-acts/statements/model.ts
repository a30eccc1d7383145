import type { HashedTable } from '#lexicon'

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

/** Adds each outcome's weights, in the table's units, to `out` from `at` on. */
export function addUp(
  { weights, size, width }: HashedTable,
  { buckets, length }: FeatureList,
  out: Float64Array,
  at: number,
): void {
  for (let f = 0; f < length; f++) {
    const base = ((buckets[f] as number) & (size - 1)) * width
    for (let o = 0; o < width; o++) out[at + o] = (out[at + o] as number) + (weights[base + o] as number)
  }
}

/** Log-odds of a table with one outcome. */
export function logOdds({ weights, size, unit }: HashedTable, { buckets, length }: FeatureList): number {
  let sum = 0
  for (let f = 0; f < length; f++) sum += weights[(buckets[f] as number) & (size - 1)] as number
  return sum * unit
}
