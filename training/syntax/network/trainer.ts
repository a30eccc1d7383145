import {
  arcScores,
  eachRun,
  gates,
  headSide,
  linear,
  type Places,
  pair,
  rectify,
  recur,
} from '../../../src/2-syntax/network/forward.ts'
import { type Kernels, openKernels } from '../../../src/2-syntax/network/kernels.ts'
import {
  AFFIX_ROWS,
  AFFIXES,
  distance,
  layout,
  pad8,
  parameters,
  type Shape,
  sides,
} from '../../../src/2-syntax/network/shape.ts'
import { LONGEST_SENTENCE } from '../../../src/2-syntax/split-sentences.ts'
import type { Lexicon } from './lexicon.ts'
import { packDense } from './pack-dense.ts'
import { SparseTable, tableSections } from './sparse-table.ts'

/** A sentence as the network learns from it. */
export interface Sample {
  readonly n: number
  /** Word numbers, -1 for unknown; rows of affixes, `AFFIXES` for each word. */
  readonly words: Int32Array
  readonly affixes: Int32Array
  readonly tags: Uint8Array
  /** -1 for the root. */
  readonly heads: Int32Array
  readonly relations: Uint8Array
}

export interface Settings {
  readonly dropInput: number
  readonly dropLayer: number
  readonly dropArc: number
  readonly dropWord: number
  /** A learnt vector alone is dropped with probability r / (r + how often the word was seen). */
  readonly dropRare: number
}

/** Words of a batch, at most. */
const CAPACITY = 2048

/** Trains the network by back-propagation; all by hand, over the kernels that also run it. */
export class Trainer {
  private readonly k: Kernels
  private readonly at: Places
  private readonly grad: Places
  private readonly base: number
  private readonly gradBase: number
  private readonly size: number
  private readonly first: Float32Array
  private readonly second: Float32Array
  private readonly mean: Float32Array
  private readonly learnt: SparseTable
  private readonly affix: SparseTable
  private readonly wide: number
  private readonly room: Record<string, number> = {}
  private readonly droppedWords = new Uint8Array(CAPACITY)
  private steps = 0
  private readonly shape: Shape
  private readonly lexicon: Lexicon
  private readonly settings: Settings
  private readonly random: () => number

  constructor(shape: Shape, lexicon: Lexicon, settings: Settings, random: () => number) {
    this.shape = shape
    this.lexicon = lexicon
    this.settings = settings
    this.random = random
    this.wide = 2 * shape.width
    this.size = layout(parameters(shape), 0).size
    this.k = openKernels(2 * this.size + 4096 + this.planRoom((_, size) => size + 4))
    this.base = this.k.reserve(this.size)
    this.gradBase = this.k.reserve(this.size)
    this.at = layout(parameters(shape), this.base).at
    this.grad = layout(parameters(shape), this.gradBase).at
    this.planRoom((name, size) => {
      this.room[name] = this.k.reserve(size)
      return 0
    })
    this.first = new Float32Array(this.size)
    this.second = new Float32Array(this.size)
    this.learnt = new SparseTable(lexicon.learnt, shape.own, () => 0)
    this.affix = new SparseTable(AFFIX_ROWS, shape.own, () => 0)
    this.initialise()
    this.mean = this.k.floats.slice(this.base, this.base + this.size)
  }

  private planRoom(take: (name: string, size: number) => number): number {
    const { vector, own, layers, narrow, arc, relation, relations, tags } = this.shape
    const side = sides(this.shape)
    const wide = this.wide
    const M = CAPACITY
    let sum =
      take('given', M * (vector + own)) +
      take('dGiven', M * own) +
      take('dx', M * wide) +
      take('dh', M * wide)
    for (let l = 0; l <= layers; l++) sum += take(`x${l}`, M * wide) + take(`mask${l}`, M * wide)
    for (let l = 0; l < layers; l++)
      sum += take(`u${l}`, M * 3 * wide) + take(`c${l}`, M * wide) + take(`n${l}`, M * narrow)
    sum += take('dNarrow', M * narrow)
    sum += take('arcs', M * side) + take('dArcs', M * side)
    sum += take('arcMask', M * side) + take('heads', M * arc) + take('dHeads', M * arc)
    const stride = pad8(LONGEST_SENTENCE + 1)
    sum +=
      take('ramp', 2 * stride) + take('columns', arc * stride) + take('scores', LONGEST_SENTENCE * stride)
    sum += take('headRows', (LONGEST_SENTENCE + 1) * arc) + take('dHeadRows', (LONGEST_SENTENCE + 1) * arc)
    sum += take('hidden', M * relation) + take('dHidden', M * relation)
    sum += take('relations', M * pad8(relations)) + take('tags', M * pad8(tags))
    sum += take(
      'transposed',
      3 * wide * narrow + wide * (own + 2 * side + pad8(tags)) + relation * pad8(relations),
    )
    return sum
  }

  private initialise(): void {
    const { floats } = this.k
    const { vector, own, narrow, arc, relation } = this.shape
    const fan: Record<string, number> = {
      project: vector + own,
      bilinear: arc,
      relations: relation,
      tags: this.wide,
      arcs: this.wide,
    }
    for (const { name, rows, columns } of parameters(this.shape)) {
      const size = rows * columns
      const start = this.at[name] as number
      const inputs = fan[name] ?? (/^w\d/.test(name) ? narrow : /^n\d/.test(name) ? this.wide : 0)
      const reach = inputs ? Math.sqrt(3 / inputs) : /^v/.test(name) ? 0.5 : /^root/.test(name) ? 0.2 : 0
      for (let i = 0; i < size; i++) floats[start + i] = (this.random() * 2 - 1) * reach
    }
  }

  /** Learns from one batch; returns the mean loss a word. */
  learn(batch: readonly Sample[], rate: number): number {
    const { floats } = this.k
    floats.fill(0, this.gradBase, this.gradBase + this.size)
    const starts = [0]
    for (const s of batch) starts.push((starts.at(-1) as number) + s.n)
    const m = starts.at(-1) as number
    if (m > CAPACITY) throw new Error(`a batch of ${m} words, at most ${CAPACITY}`)
    this.forward(batch, starts, m)
    const loss = this.outputs(batch, starts, m)
    this.backward(batch, starts, m)
    this.update(rate, 1 / m)
    return loss / m
  }

  private mask(name: string, share: number, size: number): void {
    const { floats } = this.k
    const start = this.room[name] as number
    const keep = 1 / (1 - share)
    const limit = share * 2 ** 32
    let state = (this.random() * 2 ** 32) | 1
    for (let i = start; i < start + size; i++) {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      floats[i] = state >>> 0 < limit ? 0 : keep
    }
  }

  /** One mask a sentence, the same for each of its words (Gal and Ghahramani 2016). */
  private maskSentences(name: string, share: number, starts: readonly number[]): void {
    const { wide } = this
    const start = this.room[name] as number
    const count = starts.length - 1
    this.mask(name, share, count * wide)
    for (let s = count - 1; s >= 0; s--)
      for (let row = (starts[s + 1] as number) - 1; row >= (starts[s] as number); row--)
        this.k.floats.copyWithin(start + row * wide, start + s * wide, start + (s + 1) * wide)
  }

  private multiply(target: number, by: number, size: number): void {
    const { floats } = this.k
    for (let i = 0; i < size; i++)
      floats[target + i] = (floats[target + i] as number) * (floats[by + i] as number)
  }

  /** dB += Aᵀ · dC. */
  private gemmGradient(
    m: number,
    n: number,
    k: number,
    a: number,
    lda: number,
    dc: number,
    db: number,
  ): void {
    // In blocks of rows, so that a block of dC stays in the cache.
    for (let row = 0; row < m; row += 96) {
      const rows = Math.min(96, m - row)
      this.k.gemm(k, n, rows, (a + row * lda) * 4, 1, lda, (dc + row * n) * 4, n, db * 4, n, 1)
    }
  }

  /** dA (+)= dC · Bᵀ, B being [k, n]. */
  private gemmBack(
    m: number,
    n: number,
    k: number,
    dc: number,
    b: number,
    da: number,
    lda: number,
    add: number,
  ): void {
    const t = this.room.transposed as number
    this.k.transpose(k, n, b * 4, n, t * 4, k)
    this.k.gemm(m, k, n, dc * 4, n, 1, t * 4, k, da * 4, lda, add)
  }

  private sumRows(source: number, n: number, m: number, target: number): void {
    const { floats } = this.k
    for (let i = 0; i < m; i++)
      for (let c = 0; c < n; c++)
        floats[target + c] = (floats[target + c] as number) + (floats[source + i * n + c] as number)
  }

  private forward(batch: readonly Sample[], starts: number[], m: number): void {
    const { k, wide, room, at, shape, settings } = this
    this.gather(batch, starts, m)
    for (let l = 0; l < shape.layers; l++) {
      const [x, u, c, h] = [room[`x${l}`], room[`u${l}`], room[`c${l}`], room[`x${l + 1}`]] as [
        number,
        number,
        number,
        number,
      ]
      gates(k, shape, at, l, m, { x, narrow: room[`n${l}`] as number, u })
      recur(k, shape, at, l, { x, u, c, h }, starts)
      this.maskSentences(`mask${l + 1}`, settings.dropLayer, starts)
      this.multiply(h, room[`mask${l + 1}`] as number, m * wide)
    }
  }

  /** The words' vectors: pretrained ones projected, learnt ones and affixes added. */
  private gather(batch: readonly Sample[], starts: number[], m: number): void {
    const { floats } = this.k
    const { wide, room, at, lexicon, settings } = this
    const n = lexicon.dimensions
    const input = n + this.shape.own
    const [given, x] = [room.given as number, room.x0 as number]
    floats.fill(0, given, given + m * input)
    batch.forEach((s, b) => {
      for (let i = 0; i < s.n; i++) {
        const row = (starts[b] as number) + i
        const word = s.words[i] as number
        const dropped = word < 0 || this.random() < settings.dropWord
        this.droppedWords[row] = dropped ? 1 : 0
        for (let a = 0; a < AFFIXES; a++)
          this.affix.addTo(s.affixes[i * AFFIXES + a] as number, floats, given + row * input + n)
        if (dropped) continue
        if (word < this.learnt.rows) {
          const rare = settings.dropRare / (settings.dropRare + (lexicon.counts[word] as number))
          if (this.random() < rare) this.droppedWords[row] = 1
          else this.learnt.addTo(word, floats, given + row * input + n)
        }
        const scale = lexicon.scale[word] as number
        for (let d = 0; d < n; d++)
          floats[given + row * input + d] = scale * (lexicon.rows[word * n + d] as number)
      }
    })
    this.k.gemm(m, wide, input, given * 4, input, 1, (at.project as number) * 4, wide, x * 4, wide, 0)
    this.mask('mask0', settings.dropInput, m * wide)
    this.multiply(x, room.mask0 as number, m * wide)
  }

  /** Scores, losses and the gradients at the outputs, down to the last layer's output (`dh`). */
  private outputs(batch: readonly Sample[], starts: number[], m: number): number {
    const { k, room, at, grad, shape, wide } = this
    const { floats } = k
    const { arc } = shape
    const side = sides(shape)
    const top = room[`x${shape.layers}`] as number
    const [arcs, dArcs, heads, dHeads] = [room.arcs, room.dArcs, room.heads, room.dHeads] as [
      number,
      number,
      number,
      number,
    ]
    linear(k, m, side, wide, top, at.arcs as number, at.arcsBias as number, arcs)
    rectify(floats, arcs, m, shape)
    this.mask('arcMask', this.settings.dropArc, m * side)
    const arcMask = room.arcMask as number
    for (let i = 0; i < m; i++) floats[arcMask + i * side + arc - 1] = 1
    this.multiply(arcs, arcMask, m * side)
    headSide(k, shape, at, m, arcs, heads)
    floats.fill(0, dArcs, dArcs + m * side)
    floats.fill(0, dHeads, dHeads + m * arc)
    let loss = 0
    batch.forEach((s, b) => {
      loss += this.arcLoss(s, starts[b] as number)
    })
    loss += this.relationLoss(batch, starts)
    // Heads' side of the arcs, through the bilinear form.
    k.gemm(arc, arc, m, (arcs + arc) * 4, 1, side, dHeads * 4, arc, (grad.bilinear as number) * 4, arc, 1)
    this.gemmBack(m, arc, arc, dHeads, at.bilinear as number, dArcs + arc, side, 1)
    this.multiply(dArcs, arcMask, m * side)
    for (let i = 0; i < m; i++) {
      const row = i * side
      for (let c = row; c < row + 2 * arc; c++) if ((floats[arcs + c] as number) <= 0) floats[dArcs + c] = 0
      floats[dArcs + row + arc - 1] = 0
    }
    this.gemmGradient(m, side, wide, top, wide, dArcs, grad.arcs as number)
    this.sumRows(dArcs, side, m, grad.arcsBias as number)
    this.gemmBack(m, side, wide, dArcs, at.arcs as number, room.dh as number, wide, 0)
    const tags = batch.flatMap((s) => [...s.tags])
    return loss + this.classify('tags', tags, shape.tags, top, wide, room.dh as number, 1)
  }

  private arcLoss(s: Sample, row: number): number {
    const { k, room, at, grad, shape } = this
    const { floats } = k
    const { arc } = shape
    const side = sides(shape)
    const n = s.n
    const scores = room.scores as number
    const desk = {
      arcs: room.arcs as number,
      heads: room.heads as number,
      columns: room.columns as number,
      scores,
      ramp: room.ramp as number,
    }
    const stride = arcScores(k, shape, at, desk, row, n)
    let loss = 0
    for (let i = 0; i < n; i++) {
      const gold = (s.heads[i] as number) < 0 ? n : (s.heads[i] as number)
      floats[scores + i * stride + i] = -1e9
      loss += softmaxLoss(floats, scores + i * stride, n + 1, gold)
      floats[scores + i * stride + i] = 0
      for (let j = 0; j < n; j++) {
        if (j === i) continue
        const d = (grad.distance as number) + distance(i, j)
        floats[d] = (floats[d] as number) + (floats[scores + i * stride + j] as number)
      }
    }
    const [headRows, dHeadRows] = [room.headRows as number, room.dHeadRows as number]
    floats.copyWithin(headRows, desk.heads + row * arc, desk.heads + (row + n) * arc)
    floats.copyWithin(headRows + n * arc, at.rootHead as number, (at.rootHead as number) + arc)
    const dep = room.dArcs as number
    k.gemm(n, arc, n + 1, scores * 4, stride, 1, headRows * 4, arc, (dep + row * side) * 4, side, 1)
    k.gemm(n + 1, arc, n, scores * 4, 1, stride, (desk.arcs + row * side) * 4, side, dHeadRows * 4, arc, 0)
    const dHeads = (room.dHeads as number) + row * arc
    floats.copyWithin(dHeads, dHeadRows, dHeadRows + n * arc)
    const root = grad.rootHead as number
    for (let c = 0; c < arc; c++)
      floats[root + c] = (floats[root + c] as number) + (floats[dHeadRows + n * arc + c] as number)
    return loss
  }

  private relationLoss(batch: readonly Sample[], starts: number[]): number {
    const { room, at, grad, shape } = this
    const { floats } = this.k
    const { arc, relation } = shape
    const side = sides(shape)
    const [arcs, dArcs, hidden, dHidden] = [room.arcs, room.dArcs, room.hidden, room.dHidden] as [
      number,
      number,
      number,
      number,
    ]
    const over = (s: Sample, row: number, i: number): number => {
      const h = s.heads[i] as number
      return h < 0 ? -1 : (row + h) * side + 2 * arc + relation
    }
    batch.forEach((s, b) => {
      const row = starts[b] as number
      for (let i = 0; i < s.n; i++) {
        const word = arcs + (row + i) * side + 2 * arc
        const h = over(s, row, i)
        const head = h < 0 ? (at.rootRelation as number) : arcs + h
        pair(floats, relation, word, head, hidden + (row + i) * relation)
      }
    })
    const gold = batch.flatMap((s) => [...s.relations])
    const loss = this.classify('relations', gold, shape.relations, hidden, relation, dHidden, 0)
    batch.forEach((s, b) => {
      const row = starts[b] as number
      for (let i = 0; i < s.n; i++) {
        const word = dArcs + (row + i) * side + 2 * arc
        const h = over(s, row, i)
        const head = h < 0 ? (grad.rootRelation as number) : dArcs + h
        for (let c = 0; c < relation; c++) {
          if ((floats[hidden + (row + i) * relation + c] as number) <= 0) continue
          const d = floats[dHidden + (row + i) * relation + c] as number
          floats[word + c] = (floats[word + c] as number) + d
          floats[head + c] = (floats[head + c] as number) + d
        }
      }
    })
    return loss
  }

  /** Loss of choosing one of `classes` from the `depth` floats of each row of `a`; its gradient (+)= `da`. */
  private classify(
    name: 'relations' | 'tags',
    gold: readonly number[],
    classes: number,
    a: number,
    depth: number,
    da: number,
    add: number,
  ): number {
    const { k, at, grad } = this
    const out = this.room[name] as number
    const stride = pad8(classes)
    const m = gold.length
    linear(k, m, stride, depth, a, at[name] as number, at[`${name}Bias`] as number, out)
    let loss = 0
    gold.forEach((label, i) => {
      const row = out + i * stride
      loss += softmaxLoss(k.floats, row, classes, label)
      k.floats.fill(0, row + classes, row + stride)
    })
    this.gemmGradient(m, stride, depth, a, depth, out, grad[name] as number)
    this.sumRows(out, stride, m, grad[`${name}Bias`] as number)
    this.gemmBack(m, stride, depth, out, at[name] as number, da, depth, add)
    return loss
  }

  private backward(batch: readonly Sample[], starts: number[], m: number): void {
    const { k, room, at, grad, shape, wide } = this
    const { floats } = k
    const { narrow, own, vector } = shape
    const [dh, dx] = [room.dh as number, room.dx as number]
    for (let l = shape.layers - 1; l >= 0; l--) {
      const [x, u, c] = [room[`x${l}`], room[`u${l}`], room[`c${l}`]] as [number, number, number]
      this.multiply(dh, room[`mask${l + 1}`] as number, m * wide)
      floats.fill(0, dx, dx + m * wide)
      const [vf, vr, dvf, dvr] = [at[`vf${l}`], at[`vr${l}`], grad[`vf${l}`], grad[`vr${l}`]] as [
        number,
        number,
        number,
        number,
      ]
      eachRun(shape.width, starts, ({ n, cell, gate, lane, back }) => {
        const [pu, px, pc, ph, pd] = [u + gate, x + cell, c + cell, dh + cell, dx + cell]
        const [pf, pr, df, dr] = [vf + lane, vr + lane, dvf + lane, dvr + lane]
        k.sruGradient(
          ...([n, shape.width, pu * 4, 3 * wide, px * 4, pc * 4, ph * 4, pd * 4, wide] as const),
          ...([pf * 4, pr * 4, df * 4, dr * 4, back] as const),
        )
      })
      const [t, dt] = [room[`n${l}`] as number, room.dNarrow as number]
      this.gemmGradient(m, 3 * wide, narrow, t, narrow, u, grad[`w${l}`] as number)
      this.sumRows(u, 3 * wide, m, grad[`b${l}`] as number)
      this.gemmBack(m, 3 * wide, narrow, u, at[`w${l}`] as number, dt, narrow, 0)
      this.gemmGradient(m, narrow, wide, x, wide, dt, grad[`n${l}`] as number)
      this.gemmBack(m, narrow, wide, dt, at[`n${l}`] as number, dx, wide, 1)
      floats.copyWithin(dh, dx, dx + m * wide)
    }
    this.multiply(dh, room.mask0 as number, m * wide)
    const input = vector + own
    const [project, d] = [at.project as number, room.dGiven as number]
    this.gemmGradient(m, wide, input, room.given as number, input, dh, grad.project as number)
    this.gemmBack(m, wide, own, dh, project + vector * wide, d, own, 0)
    batch.forEach((s, b) => {
      for (let i = 0; i < s.n; i++) {
        const row = (starts[b] as number) + i
        const word = s.words[i] as number
        if (!this.droppedWords[row] && word < this.learnt.rows)
          this.learnt.addGradient(word, floats, d + row * own)
        for (let a = 0; a < AFFIXES; a++)
          this.affix.addGradient(s.affixes[i * AFFIXES + a] as number, floats, d + row * own)
      }
    })
  }

  /** Adam over all parameters, gradients scaled to the mean over words and clipped to norm 1. */
  private update(rate: number, scale: number): void {
    const { floats } = this.k
    const { base, gradBase, size, first, second } = this
    this.steps++
    let square = 0
    for (let i = 0; i < size; i++) square += (floats[gradBase + i] as number) ** 2
    const norm = Math.sqrt(square) * scale
    const s = norm > 1 ? scale / norm : scale
    const corrected = (rate * Math.sqrt(1 - 0.98 ** this.steps)) / (1 - 0.9 ** this.steps)
    for (let i = 0; i < size; i++) {
      const g = (floats[gradBase + i] as number) * s
      const m = 0.9 * (first[i] as number) + 0.1 * g
      const v = 0.98 * (second[i] as number) + 0.02 * g * g
      first[i] = m
      second[i] = v
      floats[base + i] = (floats[base + i] as number) - (corrected * m) / (Math.sqrt(v) + 1e-8)
    }
    this.learnt.step(corrected, s)
    this.affix.step(corrected, s)
  }

  /** Moves the running mean of all weights towards what they are now. */
  average(share: number): void {
    const { floats } = this.k
    for (let i = 0; i < this.size; i++)
      this.mean[i] =
        (this.mean[i] as number) + share * ((floats[this.base + i] as number) - (this.mean[i] as number))
    this.learnt.average(share)
    this.affix.average(share)
  }

  /** The averaged weights as sections of the file of weights. */
  sections(): Record<string, Uint8Array> {
    const { lexicon } = this
    return {
      ...packDense(this.shape, this.mean),
      words: bytesOf(lexicon.hashes),
      pretrained: bytesOf(lexicon.rows),
      pretrainedScale: bytesOf(lexicon.scale),
      ...tableSections('learnt', this.learnt.mean, this.shape.own),
      ...tableSections('affixes', this.affix.mean, this.shape.own),
    }
  }
}

const bytesOf = (array: Uint32Array | Int8Array | Float32Array) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

/** Loss −log softmax(scores)[gold]; leaves the gradient in place of the scores. */
function softmaxLoss(floats: Float32Array, start: number, n: number, gold: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (let c = start; c < start + n; c++) most = Math.max(most, floats[c] as number)
  let sum = 0
  const target = (floats[start + gold] as number) - most
  for (let c = start; c < start + n; c++) {
    const e = Math.exp((floats[c] as number) - most)
    floats[c] = e
    sum += e
  }
  for (let c = start; c < start + n; c++) floats[c] = (floats[c] as number) / sum
  floats[start + gold] = (floats[start + gold] as number) - 1
  return Math.log(sum) - target
}
