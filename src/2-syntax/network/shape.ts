/**
 * The network's sizes and the order of its parameters. Words → sum of vectors (a pretrained one projected, a learnt
 * one, affixes and shape) → `layers` of bidirectional simple recurrent units → tags by a linear layer, heads by a
 * biaffine score (Dozat and Manning 2017, "Deep Biaffine Attention for Neural Dependency Parsing"), relations by a
 * small feed-forward layer over word and head.
 */
export interface Shape {
  /** Dimensions of the pretrained vectors. */
  readonly vector: number
  /** Dimensions of the learnt vectors of words and affixes. */
  readonly own: number
  /** Units of each direction; a multiple of 16. Words and layers are twice as wide. */
  readonly width: number
  readonly layers: number
  /** Dimensions through which each layer's input passes to its gates; a multiple of 8. */
  readonly narrow: number
  /** Dimensions in which heads are scored; a multiple of 8. */
  readonly arc: number
  /** Dimensions in which relations are scored; a multiple of 8. */
  readonly relation: number
  readonly tags: number
  readonly relations: number
}

/** Rows of the table of affixes and shapes, a power of two. */
export const AFFIX_ROWS = 32768
/** Rows of it that each word adds up. */
export const AFFIXES = 8
/** Distances between word and head that are told apart, in either direction. */
export const DISTANCES = 16

export const pad8 = (n: number): number => (n + 7) & ~7

/** Floats of a word seen as dependent and as head, for arcs and for relations. */
export const sides = ({ arc, relation }: Shape): number => 2 * arc + 2 * relation

/** A parameter of [rows, columns] floats. */
export interface Parameter {
  readonly name: string
  readonly rows: number
  readonly columns: number
  /** The parameter that is added to its product. */
  readonly bias?: string
}

/** The dense parameters, in the order in which they are stored. */
export function parameters(s: Shape): readonly Parameter[] {
  const wide = 2 * s.width
  const side = sides(s)
  const row = (name: string, columns: number): Parameter => ({ name, rows: 1, columns })
  const out: Parameter[] = [{ name: 'project', rows: s.vector + s.own, columns: wide }]
  for (let l = 0; l < s.layers; l++)
    out.push(
      { name: `n${l}`, rows: wide, columns: s.narrow },
      { name: `w${l}`, rows: s.narrow, columns: 3 * wide, bias: `b${l}` },
      row(`b${l}`, 3 * wide),
      row(`vf${l}`, wide),
      row(`vr${l}`, wide),
    )
  out.push({ name: 'arcs', rows: wide, columns: side, bias: 'arcsBias' }, row('arcsBias', side))
  out.push({ name: 'bilinear', rows: s.arc, columns: s.arc })
  out.push(row('rootHead', s.arc), row('rootRelation', s.relation), row('distance', 2 * DISTANCES))
  const [relations, tags] = [pad8(s.relations), pad8(s.tags)]
  out.push({ name: 'relations', rows: s.relation, columns: relations }, row('relationsBias', relations))
  out.push({ name: 'tags', rows: wide, columns: tags, bias: 'tagsBias' }, row('tagsBias', tags))
  return out
}

/** Whether a parameter is stored and multiplied as whole numbers: the large matrices. */
export const isQuantised = (name: string): boolean => /^(?:project|[nw]\d+|arcs|tags)$/.test(name)

/** Where each parameter starts, given where the first does; every one begins on a multiple of 4 floats. */
export function layout(
  given: readonly Parameter[],
  base: number,
): { at: Readonly<Record<string, number>>; size: number } {
  const at: Record<string, number> = {}
  let next = 0
  for (const { name, rows, columns } of given) {
    at[name] = base + next
    next += (rows * columns + 3) & ~3
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
