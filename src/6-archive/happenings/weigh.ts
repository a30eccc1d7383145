import { readFileSync } from 'node:fs'

/** A step of rarity in models/words.txt: half a unit of ln(texts / texts with the stem). */
const STEP = 0.5

let steps: ReadonlyMap<string, number> | null = null
let unknown = 0

/** Reads models/words.txt: line n holds the stems that weigh n steps. A stem that is not there is as rare as the rarest. */
function load(): ReadonlyMap<string, number> {
  const lines = readFileSync(new URL('../../../models/words.txt', import.meta.url), 'utf8').split('\n')
  const read = new Map<string, number>()
  for (const [step, stems] of lines.entries())
    for (const stem of stems.split(' ')) read.set(stem, step * STEP)
  unknown = lines.length * STEP
  steps = read
  return read
}

/** How much a stem tells: the logarithm of how rare it is in news. The same on every machine and in every archive. */
export function weightOf(stem: string): number {
  return (steps ?? load()).get(stem) ?? unknown
}

/** The share of the smaller text's weight that both have, 0…1. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return sharedWeight(a, b) / Math.max(Math.min(weightOfAll(a), weightOfAll(b)), 1e-9)
}

/** The share of the first text's weight that the second has too, 0…1. */
export function coverage(of: ReadonlySet<string>, by: ReadonlySet<string>): number {
  return sharedWeight(of, by) / Math.max(weightOfAll(of), 1e-9)
}

/** The weight of the words that both have. */
export function sharedWeight(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const word of small) if (large.has(word)) shared += weightOf(word)
  return shared
}

export function weightOfAll(words: ReadonlySet<string>): number {
  let sum = 0
  for (const word of words) sum += weightOf(word)
  return sum
}

/** The words of a text that tell most. */
export function rarest(words: ReadonlySet<string>, most: number): string[] {
  return [...words].sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1)).slice(0, most)
}
