import { AFFIXES } from '../../../src/2-syntax/network/shape.ts'
import { affixRows, type Vocabulary } from '../../../src/2-syntax/network/vocabulary.ts'
import { hashWord, type WordHashes, wordHashes } from '../../../src/2-syntax/word-hashes.ts'
import type { Labels } from '../labels.ts'
import type { GoldWord } from '../treebank.ts'
import type { Sample } from './trainer.ts'

/** Hashes of the forms of words. */
export function hashForms(words: readonly GoldWord[]): WordHashes {
  const hashes = wordHashes(words.length)
  words.forEach((w, i) => {
    hashWord(hashes, i, w.form, 0, w.form.length)
  })
  return hashes
}

/** A sentence made ready for the trainer. */
export function makeSample(sentence: readonly GoldWord[], labels: Labels, vocabulary: Vocabulary): Sample {
  const n = sentence.length
  const hashes = hashForms(sentence)
  const affixes = new Int32Array(n * AFFIXES)
  for (let i = 0; i < n; i++) affixRows(hashes, i, affixes, i * AFFIXES)
  return {
    n,
    words: Int32Array.from(hashes.lower, (hash) => vocabulary.find(hash)),
    affixes,
    tags: Uint8Array.from(sentence.map((w) => labels.labelOf(w))),
    heads: Int32Array.from(sentence.map((w) => w.head)),
    relations: Uint8Array.from(sentence.map((w) => labels.relationOf(w))),
  }
}
