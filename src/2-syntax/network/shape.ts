/**
 * The network's sizes and the order of its parameters. Words → sum of vectors (a pretrained one projected, a learnt
 * one, affixes and shape) → `layers` of bidirectional simple recurrent units → tags by a linear layer, heads by a
 * biaffine score (Dozat and Manning 2017, "Deep Biaffine Attention for Neural Dependency Parsing"), relations by a
 * small feed-forward layer over word and head.
 */
export interface Shape {
  /** Dimensions of the pretrained vectors. */
  readonly vector: number
  /** Units of each direction; a multiple of 4. Words and layers are twice as wide. */
  readonly width: number
  readonly layers: number
  /** Dimensions in which heads and relations are scored; a multiple of 8. */
  readonly arc: number
  readonly tags: number
  readonly relations: number
}

/** Rows of the table of affixes and shapes, a power of two. */
export const AFFIX_ROWS = 16384
/** Rows of it that each word adds up. */
export const AFFIXES = 6
/** Distances between word and head that are told apart, in either direction. */
export const DISTANCES = 16

export const pad8 = (n: number): number => (n + 7) & ~7

/** Names and sizes (in floats) of the dense parameters, in the order in which they are stored. */
export function parameters(s: Shape): readonly (readonly [string, number])[] {
  const wide = 2 * s.width
  const out: [string, number][] = [['project', s.vector * wide]]
  for (let l = 0; l < s.layers; l++)
    out.push([`w${l}`, wide * 3 * wide], [`b${l}`, 3 * wide], [`vf${l}`, wide], [`vr${l}`, wide])
  out.push(['arcs', wide * 4 * s.arc], ['arcsBias', 4 * s.arc], ['bilinear', s.arc * s.arc])
  out.push(['rootHead', s.arc], ['rootRelation', s.arc], ['distance', 2 * DISTANCES])
  out.push(['relations', s.arc * pad8(s.relations)], ['relationsBias', pad8(s.relations)])
  out.push(['tags', wide * pad8(s.tags)], ['tagsBias', pad8(s.tags)])
  return out
}

/** Where each parameter starts, given where the first does; every one begins on a multiple of 4 floats. */
export function layout(shape: Shape, base: number): { at: Readonly<Record<string, number>>; size: number } {
  const at: Record<string, number> = {}
  let next = 0
  for (const [name, size] of parameters(shape)) {
    at[name] = base + next
    next += (size + 3) & ~3
  }
  return { at, size: next }
}

/** The bucket of a distance from word `i` to head `j`: 1 to 6 each alone, then widening. */
export function distance(i: number, j: number): number {
  const d = j - i
  const far = d < 0 ? -d : d
  const bucket =
    far <= 6 ? far - 1 : far <= 8 ? 6 : far <= 10 ? 7 : far <= 14 ? 8 : far <= 20 ? 9 : far <= 30 ? 10 : 11
  return d < 0 ? bucket : DISTANCES + bucket
}
