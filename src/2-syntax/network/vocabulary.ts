import { mix, slotOf } from '../linear-model.ts'
import type { WordHashes } from '../word-hashes.ts'
import { AFFIX_ROWS, AFFIXES } from './shape.ts'

/** Word numbers by the hash of the lower-case form: an open-addressed table. */
export interface Vocabulary {
  /** The word's number, -1 when it is unknown. */
  find(lowerHash: number): number
}

/** `hashes[i]` is the hash of word i's lower-case form (`hashString`). */
export function openVocabulary(hashes: Uint32Array): Vocabulary {
  let size = 1024
  while (size < hashes.length * 2) size *= 2
  const slots = new Int32Array(size).fill(-1)
  const mask = size - 1
  hashes.forEach((hash, i) => {
    let slot = slotOf(hash, mask)
    while (slots[slot] !== -1) slot = (slot + 1) & mask
    slots[slot] = i
  })
  return {
    find(hash) {
      let slot = slotOf(hash, mask)
      for (;;) {
        const word = slots[slot] as number
        if (word === -1 || hashes[word] === hash) return word
        slot = (slot + 1) & mask
      }
    },
  }
}

/** Writes the rows of a word's affixes and shape into out[at, at + AFFIXES). */
export function affixRows(h: WordHashes, i: number, out: Int32Array, at: number): void {
  const row = (seed: number, hash: number) => mix(seed, hash) & (AFFIX_ROWS - 1)
  out[at] = row(1, h.prefix2[i] as number)
  out[at + 1] = row(2, h.prefix3[i] as number)
  out[at + 2] = row(3, h.prefix4[i] as number)
  out[at + 3] = row(4, h.suffix2[i] as number)
  out[at + 4] = row(5, h.suffix3[i] as number)
  out[at + 5] = row(7, h.suffix4[i] as number)
  out[at + 6] = row(8, h.suffix5[i] as number)
  out[at + AFFIXES - 1] = row(6, h.shape[i] as number)
}

/** Words that count as common: those of the training text and the pretrained ones up to this number. */
const COMMON = 40_000

/** Whether word number `word` (-1 for unknown) is a common one: the vocabulary has the commonest words first. */
export const isCommon = (word: number): boolean => word >= 0 && word < COMMON
