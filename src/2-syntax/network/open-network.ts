import type { Bundle } from '../bundle.ts'
import type { WordHashes } from '../word-hashes.ts'
import { decode } from './decode.ts'
import { type Kernels, openKernels } from './kernels.ts'
import { distance, layout, pad8, type Shape } from './shape.ts'
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
}

/** Words that go through the network together. */
const CHUNK = 1024
/** Longest stretch that is scored as one sentence; longer ones are parsed piece by piece. */
const PIECE = 400

/** Opens the network of a file of weights. */
export function openNetwork(bundle: Bundle, root: number, continues: number): Network {
  const shape = bundle.meta.network as Shape
  const kernels = openKernels(roomFor(shape))
  const dense = floatsOf(bundle.section('dense'))
  const base = kernels.reserve(dense.length)
  kernels.floats.set(dense, base)
  const at = layout(shape, base).at
  const vectors = openWordVectors(bundle, kernels, shape, at)
  const desk = openDesk(kernels, shape)
  const run: Run = { shape, kernels, at, vectors, desk, root }
  return {
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
        analyseChunk(run, hashes, cuts, s, e, out)
        s = e
      }
      joinPieces(sentenceStart, out, continues)
      return out
    },
  }
}

const floatsOf = (bytes: Uint8Array) => new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)

interface Desk {
  /** Gates' input, [CHUNK, 6 width]. */
  readonly u: number
  readonly cell: number
  /** Layers' output, one after the other. */
  readonly x: readonly [number, number]
  /** [dependent | head | dependent's relation | head's relation], [CHUNK, 4 arc]. */
  readonly arcs: number
  readonly heads: number
  readonly columns: number
  readonly scores: number
  readonly hidden: number
  readonly relations: number
  readonly tags: number
  readonly local: Int32Array
}

interface Run {
  readonly shape: Shape
  readonly kernels: Kernels
  readonly at: Readonly<Record<string, number>>
  readonly vectors: WordVectors
  readonly desk: Desk
  readonly root: number
}

function deskSizes({ width, arc, tags, relations }: Shape): number[] {
  const wide = 2 * width
  const most = pad8(PIECE + 1)
  return [
    CHUNK * 3 * wide,
    CHUNK * wide,
    CHUNK * wide,
    CHUNK * wide,
    CHUNK * 4 * arc,
    CHUNK * arc,
    arc * most,
    PIECE * most,
    CHUNK * arc,
    CHUNK * pad8(relations),
    CHUNK * pad8(tags),
  ]
}

function roomFor(shape: Shape): number {
  return layout(shape, 0).size + roomForWords(shape) + deskSizes(shape).reduce((a, b) => a + b + 4, 1024)
}

function openDesk(kernels: Kernels, shape: Shape): Desk {
  const [u, cell, x0, x1, arcs, heads, columns, scores, hidden, relations, tags] = deskSizes(shape).map(
    (size) => kernels.reserve(size),
  ) as [number, number, number, number, number, number, number, number, number, number, number]
  const local = new Int32Array(PIECE)
  return { u, cell, x: [x0, x1], arcs, heads, columns, scores, hidden, relations, tags, local }
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
function joinPieces(sentenceStart: Int32Array, out: Analysis, continues: number): void {
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    const [from, to] = [sentenceStart[s] as number, sentenceStart[s + 1] as number]
    if (to - from <= PIECE) continue
    let first = -1
    for (let i = from; i < to; i++) {
      if (out.head[i] !== -1) continue
      if (first < 0) first = i
      else {
        out.head[i] = first
        out.deprel[i] = continues
      }
    }
  }
}

function analyseChunk(run: Run, hashes: WordHashes, cuts: number[], s: number, e: number, out: Analysis) {
  const from = cuts[s] as number
  const m = (cuts[e] as number) - from
  const top = encode(run, hashes, from, m, cuts, s, e)
  project(run, top, m)
  tag(run, from, m, out.tags)
  for (let k = s; k < e; k++)
    parse(run, from, cuts[k] as number, (cuts[k + 1] as number) - (cuts[k] as number), out)
  relate(run, from, m, out)
}

/** Runs the layers; returns where the last one's output stands. */
function encode(
  run: Run,
  hashes: WordHashes,
  from: number,
  m: number,
  cuts: number[],
  s: number,
  e: number,
): number {
  const { shape, kernels: k, at, desk, vectors } = run
  const wide = 2 * shape.width
  vectors.fill(hashes, from, m, desk.x[0], desk.u)
  for (let l = 0; l < shape.layers; l++) {
    const [x, h] = l % 2 ? [desk.x[1], desk.x[0]] : desk.x
    if (l > 0) {
      spread(k.floats, at[`b${l}`] as number, 3 * wide, desk.u, m)
      k.gemm(
        m,
        3 * wide,
        wide,
        x * 4,
        wide,
        1,
        (at[`w${l}`] as number) * 4,
        3 * wide,
        desk.u * 4,
        3 * wide,
        1,
      )
    }
    const [vf, vr] = [at[`vf${l}`] as number, at[`vr${l}`] as number]
    for (let c = s; c < e; c++) {
      const row = (cuts[c] as number) - from
      const n = (cuts[c + 1] as number) - (cuts[c] as number)
      for (let back = 0; back < 2; back++) {
        const lane = back * shape.width
        const cell = row * wide + lane
        const u = desk.u + row * 3 * wide + 3 * lane
        k.sru(
          n,
          shape.width,
          u * 4,
          3 * wide,
          (x + cell) * 4,
          (desk.cell + cell) * 4,
          (h + cell) * 4,
          wide,
          (vf + lane) * 4,
          (vr + lane) * 4,
          back,
        )
      }
    }
  }
  return desk.x[shape.layers % 2] as number
}

/** Writes a row of `n` floats into each of `m` rows. */
function spread(floats: Float32Array, row: number, n: number, target: number, m: number): void {
  for (let i = 0; i < m; i++) floats.copyWithin(target + i * n, row, row + n)
}

/** The last layer seen as dependent and as head, for arcs (rectified) and for relations. */
function project({ shape, kernels: k, at, desk }: Run, top: number, m: number): void {
  const { width, arc } = shape
  const wide = 2 * width
  spread(k.floats, at.arcsBias as number, 4 * arc, desk.arcs, m)
  k.gemm(m, 4 * arc, wide, top * 4, wide, 1, (at.arcs as number) * 4, 4 * arc, desk.arcs * 4, 4 * arc, 1)
  rectify(k.floats, desk.arcs, m, arc)
  k.gemm(
    m,
    arc,
    arc,
    (desk.arcs + arc) * 4,
    4 * arc,
    1,
    (at.bilinear as number) * 4,
    arc,
    desk.heads * 4,
    arc,
    0,
  )
  const tags = pad8(shape.tags)
  spread(k.floats, at.tagsBias as number, tags, desk.tags, m)
  k.gemm(m, tags, wide, top * 4, wide, 1, (at.tags as number) * 4, tags, desk.tags * 4, tags, 1)
}

/** Rectifies the arc columns; the last of the dependent's is 1, so that a head has a score of its own. */
export function rectify(floats: Float32Array, arcs: number, m: number, arc: number): void {
  for (let i = 0; i < m; i++) {
    const row = arcs + i * 4 * arc
    for (let c = row; c < row + 2 * arc; c++) if ((floats[c] as number) < 0) floats[c] = 0
    floats[row + arc - 1] = 1
  }
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
  const { arc } = shape
  const stride = arcScores(k, shape, at, desk, first - from, n)
  const scores = k.floats.subarray(desk.scores, desk.scores + n * stride)
  decode(scores, n, stride, desk.local)
  for (let i = 0; i < n; i++) {
    const h = desk.local[i] as number
    out.head[first + i] = h < 0 ? -1 : first + h
    const word = desk.arcs + (first - from + i) * 4 * arc + 2 * arc
    const over = h < 0 ? (at.rootRelation as number) : desk.arcs + (first - from + h) * 4 * arc + 3 * arc
    const hidden = desk.hidden + (first - from + i) * arc
    for (let c = 0; c < arc; c++) {
      const sum = (k.floats[word + c] as number) + (k.floats[over + c] as number)
      k.floats[hidden + c] = sum > 0 ? sum : 0
    }
  }
}

/** Scores every head for every word of a sentence whose first row is `row`; returns the rows' stride. */
export function arcScores(
  k: Kernels,
  { arc }: Shape,
  at: Readonly<Record<string, number>>,
  desk: Pick<Desk, 'arcs' | 'heads' | 'columns' | 'scores'>,
  row: number,
  n: number,
): number {
  const stride = pad8(n + 1)
  k.transpose(n, arc, (desk.heads + row * arc) * 4, arc, desk.columns * 4, stride)
  k.transpose(1, arc, (at.rootHead as number) * 4, arc, (desk.columns + n) * 4, stride)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= n; j++)
      k.floats[desk.scores + i * stride + j] =
        j === n ? 0 : (k.floats[(at.distance as number) + (i === j ? 0 : distance(i, j))] as number)
  const a = desk.arcs + row * 4 * arc
  k.gemm(n, stride, arc, a * 4, 4 * arc, 1, desk.columns * 4, stride, desk.scores * 4, stride, 1)
  return stride
}

function relate({ shape, kernels: k, at, desk, root }: Run, from: number, m: number, out: Analysis): void {
  const stride = pad8(shape.relations)
  spread(k.floats, at.relationsBias as number, stride, desk.relations, m)
  k.gemm(
    m,
    stride,
    shape.arc,
    desk.hidden * 4,
    shape.arc,
    1,
    (at.relations as number) * 4,
    stride,
    desk.relations * 4,
    stride,
    1,
  )
  for (let i = 0; i < m; i++) {
    const row = desk.relations + i * stride
    if (out.head[from + i] === -1) {
      out.deprel[from + i] = root
      continue
    }
    k.floats[row + root] = Number.NEGATIVE_INFINITY
    out.deprel[from + i] = best(k.floats, row, shape.relations)
  }
}
