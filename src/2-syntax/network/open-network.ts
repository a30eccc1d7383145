import type { Bundle } from '../bundle.ts'
import { LONGEST_SENTENCE } from '../split-sentences.ts'
import { Deprel } from '../tagset.ts'
import type { WordHashes } from '../word-hashes.ts'
import { decode } from './decode.ts'
import { arcScores, headSide, linear, pair, rectify, recur } from './forward.ts'
import { type Kernels, openKernels } from './kernels.ts'
import { openWeights, type Rows, reserveRows, roomForRows, roomForWeights, type Weights } from './products.ts'
import { pad8, type Shape, sides } from './shape.ts'
import { openWordVectors, roomForWords, type WordVectors } from './word-vectors.ts'

/** Tag, head and relation of each word. */
export interface Analysis {
  readonly tags: Uint8Array
  /** Word number of the head in the document, -1 for the root. */
  readonly head: Int32Array
  readonly deprel: Uint8Array
}

export interface Network {
  /** Analyses all sentences: sentence s is words [sentenceStart[s], sentenceStart[s + 1]). */
  analyse(hashes: WordHashes, sentenceStart: Int32Array): Analysis
  /** Whether a lower-case form, given by its hash, is a common word. */
  knows(lowerHash: number): boolean
}

/** Words that go through the network together. */
const CHUNK = LONGEST_SENTENCE
/** Longest stretch that is scored as one sentence; longer ones (of CoNLL-U) are parsed piece by piece. */
const PIECE = LONGEST_SENTENCE

/** Opens the network of a file of weights. */
export function openNetwork(bundle: Bundle): Network {
  const shape = bundle.meta.network as Shape
  const kernels = openKernels(roomFor(shape))
  const weights = openWeights(bundle, kernels, shape)
  const vectors = openWordVectors(bundle, kernels, shape, weights)
  const desk = openDesk(kernels, shape)
  const run: Run = { shape, kernels, weights, at: weights.at, vectors, desk }
  return {
    knows: vectors.knows,
    analyse(hashes, sentenceStart) {
      const length = hashes.lower.length
      const out = {
        tags: new Uint8Array(length),
        head: new Int32Array(length),
        deprel: new Uint8Array(length),
      }
      const cuts = pieces(sentenceStart)
      for (let s = 0; s + 1 < cuts.length; ) {
        let e = s + 1
        while (e + 1 < cuts.length && (cuts[e + 1] as number) - (cuts[s] as number) <= CHUNK) e++
        analyseChunk(run, hashes, cuts.slice(s, e + 1), out)
        s = e
      }
      joinPieces(sentenceStart, out)
      return out
    },
  }
}

interface Desk {
  /** Gates' input, [CHUNK, 6 width]. */
  readonly u: number
  /** The narrow product before it, [CHUNK, narrow]. */
  readonly narrow: number
  readonly cell: number
  /** Layers' output, one after the other. */
  readonly x: readonly [number, number]
  /** [dependent | head | dependent's relation | head's relation], [CHUNK, sides]. */
  readonly arcs: number
  readonly heads: number
  readonly columns: number
  readonly scores: number
  /** The distances' weights, see `arcScores`. */
  readonly ramp: number
  readonly hidden: number
  readonly relations: number
  readonly tags: number
  /** A layer's output and the narrow product as whole numbers. */
  readonly wideRows: Rows
  readonly narrowRows: Rows
  readonly local: Int32Array
}

interface Run {
  readonly shape: Shape
  readonly kernels: Kernels
  readonly weights: Weights
  readonly at: Weights['at']
  readonly vectors: WordVectors
  readonly desk: Desk
}

function deskSizes(shape: Shape): number[] {
  const { width, narrow, arc, relation, tags, relations } = shape
  const wide = 2 * width
  const most = pad8(PIECE + 1)
  return [
    CHUNK * 3 * wide,
    CHUNK * narrow,
    CHUNK * wide,
    CHUNK * wide,
    CHUNK * wide,
    CHUNK * sides(shape),
    CHUNK * arc,
    arc * most,
    PIECE * most,
    2 * most,
    CHUNK * relation,
    CHUNK * pad8(relations),
    CHUNK * pad8(tags),
  ]
}

function roomFor(shape: Shape): number {
  const rows = roomForRows(CHUNK, 2 * shape.width) + roomForRows(CHUNK, shape.narrow)
  const desk = deskSizes(shape).reduce((a, b) => a + b + 4, 1024)
  return roomForWeights(shape) + roomForWords(shape) + rows + desk
}

function openDesk(kernels: Kernels, shape: Shape): Desk {
  const [u, narrow, cell, x0, x1, arcs, heads, columns, scores, ramp, hidden, relations, tags] = deskSizes(
    shape,
  ).map((size) => kernels.reserve(size)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const wideRows = reserveRows(kernels, CHUNK, 2 * shape.width)
  const narrowRows = reserveRows(kernels, CHUNK, shape.narrow)
  const local = new Int32Array(PIECE)
  return {
    u,
    narrow,
    cell,
    x: [x0, x1],
    arcs,
    heads,
    columns,
    scores,
    ramp,
    hidden,
    relations,
    tags,
    wideRows,
    narrowRows,
    local,
  }
}

/** Sentence starts, long sentences cut into pieces. */
function pieces(sentenceStart: Int32Array): number[] {
  const cuts: number[] = []
  for (let s = 0; s + 1 < sentenceStart.length; s++)
    for (let i = sentenceStart[s] as number; i < (sentenceStart[s + 1] as number); i += PIECE) cuts.push(i)
  cuts.push(sentenceStart[sentenceStart.length - 1] ?? 0)
  return cuts
}

/** Hangs the roots of a long sentence's further pieces from the first one's. */
function joinPieces(sentenceStart: Int32Array, out: Analysis): void {
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    const [from, to] = [sentenceStart[s] as number, sentenceStart[s + 1] as number]
    if (to - from <= PIECE) continue
    let first = -1
    for (let i = from; i < to; i++) {
      if (out.head[i] !== -1) continue
      if (first < 0) first = i
      else {
        out.head[i] = first
        out.deprel[i] = Deprel.parataxis
      }
    }
  }
}

/** Analyses the sentences that begin at the given words; the last entry is where they end. */
function analyseChunk(run: Run, hashes: WordHashes, cuts: readonly number[], out: Analysis): void {
  const from = cuts[0] as number
  const starts = cuts.map((cut) => cut - from)
  const m = starts[starts.length - 1] as number
  project(run, encode(run, hashes, from, starts), m)
  tag(run, from, m, out.tags)
  for (let s = 0; s + 1 < cuts.length; s++)
    parse(run, from, cuts[s] as number, (cuts[s + 1] as number) - (cuts[s] as number), out)
  relate(run, from, m, out)
}

/** Runs the layers; returns where the last one's output stands. */
function encode(run: Run, hashes: WordHashes, from: number, starts: readonly number[]): number {
  const { shape, kernels: k, at, desk, vectors } = run
  const m = starts[starts.length - 1] as number
  vectors.fill(hashes, from, m, desk.x[0], desk.u)
  for (let l = 0; l < shape.layers; l++) {
    const [x, h] = l % 2 ? [desk.x[1], desk.x[0]] : desk.x
    // The first layer's gates depend on the form alone and came with the vectors.
    if (l > 0) gates(run, l, m, x)
    recur(k, shape, at, l, { x, u: desk.u, c: desk.cell, h }, starts)
  }
  return desk.x[shape.layers % 2] as number
}

/** What layer `l` makes of its input `x`, through a narrow product, for its gates. */
function gates({ shape, kernels: k, weights, desk }: Run, l: number, m: number, x: number): void {
  const { wideRows, narrowRows, narrow, u } = desk
  const wide = 2 * shape.width
  k.quantise(m, wide, x * 4, wide, wideRows.numbers * 4, wideRows.scale * 4)
  weights.multiply(`n${l}`, m, wideRows, narrow)
  k.quantise(m, shape.narrow, narrow * 4, shape.narrow, narrowRows.numbers * 4, narrowRows.scale * 4)
  weights.multiply(`w${l}`, m, narrowRows, u)
}

/** The last layer seen as dependent and as head, for arcs (rectified) and for relations; and its tags' scores. */
function project({ shape, kernels: k, weights, at, desk }: Run, top: number, m: number): void {
  const wide = 2 * shape.width
  const { numbers, scale } = desk.wideRows
  k.quantise(m, wide, top * 4, wide, numbers * 4, scale * 4)
  weights.multiply('arcs', m, desk.wideRows, desk.arcs)
  weights.multiply('tags', m, desk.wideRows, desk.tags)
  rectify(k.floats, desk.arcs, m, shape)
  headSide(k, shape, at, m, desk.arcs, desk.heads)
}

function tag({ shape, kernels, desk }: Run, from: number, m: number, tags: Uint8Array): void {
  const stride = pad8(shape.tags)
  for (let i = 0; i < m; i++) tags[from + i] = best(kernels.floats, desk.tags + i * stride, shape.tags)
}

function best(floats: Float32Array, start: number, n: number): number {
  let b = 0
  for (let c = 1; c < n; c++) if ((floats[start + c] as number) > (floats[start + b] as number)) b = c
  return b
}

function parse(run: Run, from: number, first: number, n: number, out: Analysis): void {
  const { shape, kernels: k, at, desk } = run
  const { arc, relation } = shape
  const side = sides(shape)
  const stride = arcScores(k, shape, at, desk, first - from, n)
  const scores = k.floats.subarray(desk.scores, desk.scores + n * stride)
  decode(scores, n, stride, desk.local)
  for (let i = 0; i < n; i++) {
    const h = desk.local[i] as number
    out.head[first + i] = h < 0 ? -1 : first + h
    const word = desk.arcs + (first - from + i) * side + 2 * arc
    const over =
      h < 0 ? (at.rootRelation as number) : desk.arcs + (first - from + h) * side + 2 * arc + relation
    const hidden = desk.hidden + (first - from + i) * relation
    pair(k.floats, relation, word, over, hidden)
  }
}

function relate({ shape, kernels: k, at, desk }: Run, from: number, m: number, out: Analysis): void {
  const stride = pad8(shape.relations)
  const [weights, bias] = [at.relations as number, at.relationsBias as number]
  linear(k, m, stride, shape.relation, desk.hidden, weights, bias, desk.relations)
  for (let i = 0; i < m; i++) {
    const row = desk.relations + i * stride
    if (out.head[from + i] === -1) {
      out.deprel[from + i] = Deprel.root
      continue
    }
    k.floats[row + Deprel.root] = Number.NEGATIVE_INFINITY
    out.deprel[from + i] = best(k.floats, row, shape.relations)
  }
}
