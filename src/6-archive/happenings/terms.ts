import { hashText } from './hash.ts'
import { weightOf } from './weigh.ts'
import { stemsOf } from './words.ts'

/** The terms that tell a document from others: their hashes in rising order, and weights whose squares sum to 1. */
export interface Terms {
  readonly hashes: Uint32Array
  readonly weights: Float32Array
  /** Hashes of the heaviest, by which documents are looked up. */
  readonly clues: readonly number[]
}

const MOST_TERMS = 48
const CLUES = 8
/** A word of the title counts as often as so many of the text. */
const TITLE = 2

/** Digests a document. Words of the beginning count, as news is written. */
export function termsOf(title: string | null, text: string): Terms {
  const counts = new Map<string, number>()
  const count = (words: string, by: number) => {
    for (const stem of stemsOf(words)) counts.set(stem, (counts.get(stem) ?? 0) + by)
  }
  count(text.slice(0, 6000), 1)
  if (title !== null) count(title, TITLE)
  const weighed = [...counts]
    .map(([stem, n]) => ({ hash: hashText(stem), weight: (1 + Math.log(n)) * weightOf(stem) }))
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, MOST_TERMS)
  const norm = Math.sqrt(weighed.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1
  const clues = weighed.slice(0, CLUES).map(({ hash }) => hash)
  const sorted = weighed.sort((a, b) => a.hash - b.hash)
  return {
    hashes: Uint32Array.from(sorted, ({ hash }) => hash),
    weights: Float32Array.from(sorted, ({ weight }) => weight / norm),
    clues,
  }
}

/** Cosine of two documents' terms, 0…1. */
export function cosine(a: Pick<Terms, 'hashes' | 'weights'>, b: Pick<Terms, 'hashes' | 'weights'>): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.hashes.length && j < b.hashes.length; ) {
    const x = a.hashes[i] as number
    const y = b.hashes[j] as number
    if (x === y) sum += (a.weights[i++] as number) * (b.weights[j++] as number)
    else if (x < y) i++
    else j++
  }
  return sum
}
