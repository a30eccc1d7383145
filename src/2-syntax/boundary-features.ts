import { mix } from './linear-model.ts'
import type { WordHashes } from './word-hashes.ts'

/** Room that the longest feature list of the splitter needs. */
export const BOUNDARY_FEATURES = 32

/** What the splitter knows of the words of a stretch of text [from, to) beside their forms. */
export interface BoundaryInput {
  readonly hashes: WordHashes
  readonly from: number
  readonly to: number
  /** 1 where white space follows the word. */
  readonly spaced: Uint8Array
}

/** Look bits that say that a sentence may begin: a capital, a digit, no letter at all. */
const CAPITAL = 1
const DIGIT = 4

/** Whether a sentence could end after word `i` at all: it ends in a stop, or what follows looks like a beginning. */
export function mayEnd(input: BoundaryInput, i: number): boolean {
  const { hashes } = input
  if ((hashes.look[i] as number) & 32) return true
  const next = hashes.look[i + 1] as number
  return (next & (CAPITAL | DIGIT | 64)) !== 0
}

/** Writes the features of "a sentence ends after word i" into `out`; `first` is where the present sentence began. */
export function boundaryFeatures(input: BoundaryInput, i: number, first: number, out: Uint32Array): number {
  const { hashes: h, from, to, spaced } = input
  const at = (column: Uint32Array, k: number) => (k < from ? 1 : k >= to ? 2 : (column[k] as number))
  const looks = (k: number) => (k < from || k >= to ? 128 : (h.look[k] as number))
  const w = h.lower[i] as number
  const next = at(h.lower, i + 1)
  const previous = at(h.lower, i - 1)
  const gap = spaced[i] as number
  const l0 = looks(i)
  const l1 = looks(i + 1)
  const since = Math.min(7, i - first)
  const shape1 = at(h.shape, i + 1)
  let n = 0
  out[n++] = mix(201, w)
  out[n++] = mix(mix(202, w), l1 * 2 + gap)
  out[n++] = mix(mix(203, w), next)
  out[n++] = mix(mix(204, previous), w)
  out[n++] = mix(205, next)
  out[n++] = mix(mix(206, next), gap + l0 * 2)
  out[n++] = mix(mix(207, w), at(h.shape, i - 1))
  out[n++] = mix(208, l0 * 512 + l1 * 2 + gap)
  out[n++] = mix(mix(209, w), shape1)
  out[n++] = mix(210, since)
  out[n++] = mix(mix(211, w), since)
  out[n++] = mix(mix(212, at(h.shape, i)), shape1)
  out[n++] = mix(mix(213, w), at(h.lower, i + 2))
  out[n++] = mix(mix(214, next), at(h.lower, i + 2))
  out[n++] = mix(mix(215, previous), next)
  out[n++] = mix(216, gap)
  out[n++] = mix(mix(217, w), mix(at(h.shape, i - 1), shape1))
  out[n++] = mix(mix(218, at(h.suffix3, i)), l1)
  out[n++] = mix(219, looks(i - 1) * 256 + l1)
  out[n++] = mix(mix(220, at(h.lower, i - 2)), w)
  out[n++] = mix(mix(221, w), looks(i + 2) * 256 + l1)
  out[n++] = mix(222, since * 512 + l1 * 2 + gap)
  const small = mix(looks(i + 2), mix(at(h.shape, i + 2), shape1))
  out[n++] = mix(mix(223, w), small)
  out[n++] = mix(mix(224, l0 * 2 + gap), small)
  out[n++] = mix(mix(225, looks(first)), l0 * 512 + l1 * 2 + gap)
  out[n++] = mix(mix(226, at(h.suffix2, i + 1)), l0 * 512 + l1 * 2 + gap)
  out[n++] = mix(mix(227, mix(at(h.shape, i - 2), at(h.shape, i - 1))), mix(at(h.shape, i), shape1))
  return n
}
