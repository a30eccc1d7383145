import { hashText } from './hash.ts'
import { weightOf } from './weigh.ts'
import { eachStem } from './words.ts'

/** The terms that tell a document from others: their hashes in rising order, and weights whose squares sum to 1. */
export interface Terms {
  readonly hashes: Uint32Array
  readonly weights: Float32Array
  /** Hashes of the heaviest, by which documents are looked up. */
  readonly clues: readonly number[]
}

const MOST_TERMS = 80
const CLUES = 8
/** News says first what it is about: words of the title and the first lines count so many times more. */
const LEAD = 2
const LEAD_UNITS = 400
/** What is looked at of a long text. */
const MOST_UNITS = 6000
/** How much more rare words tell; set, like the others, on ECB+ topics 1 to 35 (bench/archive/stories.ts). */
const RARITY = 1.2

/** Digests a document: the square root of how often a stem stands there, times how rare it is in news. */
export function termsOf(title: string | null, text: string): Terms {
  const counts = new Map<string, number>()
  const count = (words: string, by: number) =>
    eachStem(words, (stem) => void counts.set(stem, (counts.get(stem) ?? 0) + by))
  count(text.slice(0, MOST_UNITS), 1)
  count(text.slice(0, LEAD_UNITS), LEAD)
  if (title !== null && !text.startsWith(title)) count(title, LEAD)
  const weighed = [...counts]
    .map(([stem, n]) => ({ stem, weight: Math.sqrt(n) * weightOf(stem) ** RARITY }))
    .sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1))
    .slice(0, MOST_TERMS)
    .map(({ stem, weight }) => ({ hash: hashText(stem), weight }))
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
