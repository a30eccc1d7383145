import { mix } from './linear-model.ts'
import type { WordHashes } from './word-hashes.ts'

/** Room that the longest feature list of the tagger needs. */
export const TAG_FEATURES = 40

/**
 * Writes the tagger's features of word `i` of the sentence [from, to) into `out`; returns how many. `tags` holds the
 * labels of the words before it.
 */
export function tagFeatures(
  h: WordHashes,
  i: number,
  from: number,
  to: number,
  tags: Uint8Array,
  out: Uint32Array,
): number {
  const at = (column: Uint32Array, k: number) => (k < from ? 1 : k >= to ? 2 : (column[k] as number))
  const t1 = i - 1 < from ? 254 : (tags[i - 1] as number)
  const t2 = i - 2 < from ? 254 : (tags[i - 2] as number)
  const w = h.lower[i] as number
  const look = ((h.look[i] as number) & 15) | (i === from ? 16 : 0)
  const p1 = at(h.lower, i - 1)
  const n1 = at(h.lower, i + 1)
  const n2 = at(h.lower, i + 2)
  const s3 = h.suffix3[i] as number
  let n = 0
  out[n++] = mix(1, w)
  out[n++] = mix(2, h.exact[i] as number)
  out[n++] = mix(3, h.prefix1[i] as number)
  out[n++] = mix(4, h.prefix2[i] as number)
  out[n++] = mix(5, h.prefix3[i] as number)
  out[n++] = mix(6, h.suffix1[i] as number)
  out[n++] = mix(7, h.suffix2[i] as number)
  out[n++] = mix(8, s3)
  out[n++] = mix(9, h.suffix4[i] as number)
  out[n++] = mix(10, h.shape[i] as number)
  out[n++] = mix(11, look)
  out[n++] = mix(12, t1)
  out[n++] = mix(13, t1 * 256 + t2)
  out[n++] = mix(14, t2)
  out[n++] = mix(15 + t1 * 64, w)
  out[n++] = mix(16 + t1 * 64, s3)
  out[n++] = mix(17, p1)
  out[n++] = mix(18, n1)
  out[n++] = mix(19, at(h.lower, i - 2))
  out[n++] = mix(20, n2)
  out[n++] = mix(mix(21, w), n1)
  out[n++] = mix(mix(22, p1), w)
  out[n++] = mix(mix(23, p1), n1)
  out[n++] = mix(24, at(h.suffix3, i + 1))
  out[n++] = mix(25, at(h.suffix3, i - 1))
  out[n++] = mix(26 + t1 * 64, n1)
  out[n++] = mix(27, at(h.shape, i + 1))
  out[n++] = mix(28, at(h.shape, i - 1))
  out[n++] = mix(29 + look * 64, s3)
  out[n++] = mix(30 + look * 64, i + 1 < to ? (h.look[i + 1] as number) & 15 : 64)
  out[n++] = mix(mix(31, n1), n2)
  out[n++] = mix(32 + t1 * 64, look)
  out[n++] = mix(33, at(h.suffix2, i + 1))
  return n
}
