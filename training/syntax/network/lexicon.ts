import { readFileSync } from 'node:fs'
import { readBundle } from '../../../src/2-syntax/bundle.ts'
import { hashString } from '../../../src/2-syntax/word-hashes.ts'
import type { GoldWord } from '../treebank.ts'

/** The network's words: those with a learnt vector first, then those with a pretrained one alone. */
export interface Lexicon {
  /** Hash of each word's lower-case form. */
  readonly hashes: Uint32Array
  /** How many words, from the first, have a learnt vector. */
  readonly learnt: number
  /** How often each of those was seen. */
  readonly counts: Float32Array
  readonly dimensions: number
  /** Pretrained vectors as signed bytes, a scale for each row; zeros where there is none. */
  readonly rows: Int8Array
  readonly scale: Float32Array
}

const fold = (form: string) => form.toLowerCase().replace(/\d/g, '0').replace(/[’‘]/g, "'")

/** Words seen at least three times in `sentences`, and the `size` commonest pretrained ones. */
export function makeLexicon(sentences: readonly GoldWord[][], vectorFile: string, size: number): Lexicon {
  const counts = new Map<string, number>()
  for (const word of sentences.flat()) counts.set(fold(word.form), (counts.get(fold(word.form)) ?? 0) + 1)
  const source = readBundle(new Uint8Array(readFileSync(vectorFile)), vectorFile)
  const names = source.meta.words as string[]
  const dimensions = source.meta.dimensions as number
  const rank = new Map<string, number>()
  names.forEach((name, i) => {
    if (!rank.has(fold(name))) rank.set(fold(name), i)
  })
  const seen = [...counts].filter(([, n]) => n >= 3).map(([word]) => word)
  const chosen = [...new Set([...seen.sort(), ...names.slice(0, size).map(fold)])]
  const given = new Int8Array(source.section('rows').slice().buffer)
  const givenScale = new Float32Array(source.section('scale').slice().buffer)
  const rows = new Int8Array(chosen.length * dimensions)
  const scale = new Float32Array(chosen.length)
  chosen.forEach((word, i) => {
    const r = rank.get(word)
    if (r === undefined) return
    rows.set(given.subarray(r * dimensions, (r + 1) * dimensions), i * dimensions)
    scale[i] = givenScale[r] as number
  })
  const hashes = Uint32Array.from(chosen.map(hashString))
  const often = Float32Array.from(chosen.slice(0, seen.length), (word) => counts.get(word) ?? 0)
  return { hashes, learnt: seen.length, counts: often, dimensions, rows, scale }
}
