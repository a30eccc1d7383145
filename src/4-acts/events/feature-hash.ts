/** Features are told apart by hashes of numbers: a kind and what it is about. */
export const HASH_BITS = 17
const MASK = (1 << HASH_BITS) - 1

/** FNV-1a over UTF-16 code units. */
export function hashOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h
}

/** Place of a feature in the table of weights. */
export function mix(kind: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(kind + 1, 0x9e3779b1) ^ a
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f) ^ Math.imul(c, 0x165667b1)
  h = Math.imul(h ^ (h >>> 16), 0x2c1b3c6d)
  return ((h ^ (h >>> 14)) >>> 0) & MASK
}
