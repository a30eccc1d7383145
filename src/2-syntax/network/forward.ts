/** The steps of the forward pass that running the network and training it have in common; addresses in floats. */

import type { Kernels } from './kernels.ts'
import { distance, pad8, type Shape, sides } from './shape.ts'

/** Where each parameter starts, by name (`layout`). */
export type Places = Readonly<Record<string, number>>

/** out = A · W + bias for `m` rows of `depth` floats; W is [depth, n]. */
export function linear(
  k: Kernels,
  m: number,
  n: number,
  depth: number,
  a: number,
  weights: number,
  bias: number,
  out: number,
): void {
  for (let i = 0; i < m; i++) k.floats.copyWithin(out + i * n, bias, bias + n)
  k.gemm(m, n, depth, a * 4, depth, 1, weights * 4, n, out * 4, n, 1)
}

/** What layer `l` makes of its input `x`, through a narrow product at `narrow`, for its gates at `u`. */
export function gates(
  k: Kernels,
  { width, narrow: n }: Shape,
  at: Places,
  l: number,
  m: number,
  room: { readonly x: number; readonly narrow: number; readonly u: number },
): void {
  const wide = 2 * width
  const { x, narrow, u } = room
  k.gemm(m, n, wide, x * 4, wide, 1, (at[`n${l}`] as number) * 4, n, narrow * 4, n, 0)
  linear(k, m, 3 * wide, n, narrow, at[`w${l}`] as number, at[`b${l}`] as number, u)
}

/** One run of a layer: a sentence of `n` words in one direction, and where its cells, gates and lane start. */
export interface LayerRun {
  readonly n: number
  readonly cell: number
  readonly gate: number
  readonly lane: number
  readonly back: number
}

/** Goes through the sentences in both directions; sentence s is rows [starts[s], starts[s + 1]). */
export function eachRun(width: number, starts: readonly number[], visit: (run: LayerRun) => void): void {
  for (let s = 0; s + 1 < starts.length; s++) {
    const row = starts[s] as number
    const n = (starts[s + 1] as number) - row
    for (let back = 0; back < 2; back++) {
      const lane = back * width
      visit({ n, cell: row * 2 * width + lane, gate: row * 6 * width + 3 * lane, lane, back })
    }
  }
}

/** The recurrence of layer `l` over gates `u` that its input `x` gave: cells to `c`, output to `h`. */
export function recur(
  k: Kernels,
  { width }: Shape,
  at: Places,
  l: number,
  room: { readonly x: number; readonly u: number; readonly c: number; readonly h: number },
  starts: readonly number[],
): void {
  const { x, u, c, h } = room
  const wide = 2 * width
  const [vf, vr] = [at[`vf${l}`] as number, at[`vr${l}`] as number]
  eachRun(width, starts, ({ n, cell, gate, lane, back }) => {
    const [pu, px, pc, ph] = [u + gate, x + cell, c + cell, h + cell]
    const [pf, pr] = [vf + lane, vr + lane]
    k.sru(n, width, pu * 4, 3 * wide, px * 4, pc * 4, ph * 4, wide, pf * 4, pr * 4, back)
  })
}

/** Rectifies the arc columns; the last of the dependent's is 1, so that a head has a score of its own. */
export function rectify(floats: Float32Array, arcs: number, m: number, shape: Shape): void {
  const { arc } = shape
  for (let i = 0; i < m; i++) {
    const row = arcs + i * sides(shape)
    for (let c = row; c < row + 2 * arc; c++) if ((floats[c] as number) < 0) floats[c] = 0
    floats[row + arc - 1] = 1
  }
}

/** The heads' side of the arcs through the bilinear form, [m, arc]. */
export function headSide(k: Kernels, shape: Shape, at: Places, m: number, arcs: number, heads: number): void {
  const { arc } = shape
  k.gemm(m, arc, arc, (arcs + arc) * 4, sides(shape), 1, (at.bilinear as number) * 4, arc, heads * 4, arc, 0)
}

/** Scores every head for every word of a sentence whose first row is `row`; returns the rows' stride. */
export function arcScores(
  k: Kernels,
  shape: Shape,
  at: Places,
  desk: {
    readonly arcs: number
    readonly heads: number
    readonly columns: number
    readonly scores: number
    readonly ramp: number
  },
  row: number,
  n: number,
): number {
  const { arc } = shape
  const stride = pad8(n + 1)
  k.transpose(n, arc, (desk.heads + row * arc) * 4, arc, desk.columns * 4, stride)
  k.transpose(1, arc, (at.rootHead as number) * 4, arc, (desk.columns + n) * 4, stride)
  layDistances(k.floats, at.distance as number, desk.ramp, n)
  for (let i = 0; i < n; i++) {
    const row = desk.scores + i * stride
    k.floats.copyWithin(row, desk.ramp + n - i, desk.ramp + 2 * n - i)
    k.floats.fill(0, row + n, row + stride)
  }
  const a = desk.arcs + row * sides(shape)
  k.gemm(n, stride, arc, a * 4, sides(shape), 1, desk.columns * 4, stride, desk.scores * 4, stride, 1)
  return stride
}

/** Lays out the weight of each distance j − i from −n to n, so that every word's row is a stretch of it. */
function layDistances(floats: Float32Array, weights: number, ramp: number, n: number): void {
  for (let d = -n; d <= n; d++)
    floats[ramp + n + d] = floats[weights + (d === 0 ? 0 : distance(0, d))] as number
}

/** What a word and its head together say of their relation: the sum of both sides, rectified. */
export function pair(
  floats: Float32Array,
  relation: number,
  word: number,
  head: number,
  hidden: number,
): void {
  for (let c = 0; c < relation; c++) {
    floats[hidden + c] = Math.max((floats[word + c] as number) + (floats[head + c] as number), 0)
  }
}
