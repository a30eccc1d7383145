/** How much a word tells: rare ones tell more. */
export function weightOf(_stem: string): number {
  return 1
}

/** The share of the smaller text's weight that both have, 0…1. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = weightOfAll(a) <= weightOfAll(b) ? [a, b] : [b, a]
  let shared = 0
  for (const word of small) if (large.has(word)) shared += weightOf(word)
  return shared / Math.max(weightOfAll(small), 1e-9)
}

/** The share of the first text's weight that the second has too, 0…1. */
export function coverage(of: ReadonlySet<string>, by: ReadonlySet<string>): number {
  let shared = 0
  for (const word of of) if (by.has(word)) shared += weightOf(word)
  return shared / Math.max(weightOfAll(of), 1e-9)
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
