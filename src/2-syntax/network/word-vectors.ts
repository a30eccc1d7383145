import type { Bundle } from '../bundle.ts'
import type { WordHashes } from '../word-hashes.ts'
import type { Kernels } from './kernels.ts'
import { type Rows, reserveRows, roomForRows, type Weights } from './products.ts'
import { AFFIXES, pad8, type Shape } from './shape.ts'
import { affixRows, isCommon, openVocabulary } from './vocabulary.ts'

/** What goes into the network for each word, and what its first layer makes of it: both depend on the form alone. */
export interface WordVectors {
  /** Whether a lower-case form, given by its hash, is a common word. */
  knows(lowerHash: number): boolean
  /** Fills rows of vectors at `x` and of the first layer's gates at `u` for words [from, from + m). */
  fill(hashes: WordHashes, from: number, m: number, x: number, u: number): void
}

/** Forms whose rows are remembered; a power of two. */
const REMEMBERED = 4096
/** New forms that are worked out together. */
const TOGETHER = 64

/** Floats that `openWordVectors` reserves. */
export function roomForWords({ vector, own, width, narrow }: Shape): number {
  const wide = 2 * width
  const rows =
    roomForRows(TOGETHER, pad8(vector + own)) + roomForRows(TOGETHER, wide) + roomForRows(TOGETHER, narrow)
  return REMEMBERED * 4 * wide + TOGETHER * (pad8(vector + own) + narrow + 4 * wide) + rows + 64
}

/** Tables of signed bytes, each row with its own scale. */
interface ByteTable {
  readonly rows: Int8Array
  readonly scale: Float32Array
}

function byteTable(bundle: Bundle, name: string): ByteTable {
  const bytes = bundle.section(name)
  const scale = bundle.section(`${name}Scale`)
  return {
    rows: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    scale: new Float32Array(scale.buffer, scale.byteOffset, scale.length / 4),
  }
}

export function openWordVectors(
  bundle: Bundle,
  kernels: Kernels,
  shape: Shape,
  weights: Weights,
): WordVectors {
  const { floats } = kernels
  const wide = 2 * shape.width
  const { vector, own } = shape
  const input = pad8(vector + own)
  const row = 4 * wide
  const known = bundle.section('words')
  const vocabulary = openVocabulary(new Uint32Array(known.buffer, known.byteOffset, known.length / 4))
  const pretrained = byteTable(bundle, 'pretrained')
  const learnt = byteTable(bundle, 'learnt')
  const affixes = byteTable(bundle, 'affixes')
  const rows = new Int32Array(AFFIXES)
  const given = kernels.reserve(TOGETHER * input)
  const narrow = kernels.reserve(TOGETHER * shape.narrow)
  const fresh = kernels.reserve(TOGETHER * wide)
  const [givenRows, freshRows, narrowRows] = [input, wide, shape.narrow].map((depth) =>
    reserveRows(kernels, TOGETHER, depth),
  ) as [Rows, Rows, Rows]
  const fresher = kernels.reserve(TOGETHER * 3 * wide)
  const cache = kernels.reserve(REMEMBERED * row)
  const keys = new Uint32Array(REMEMBERED * 2)
  const waiting = new Int32Array(TOGETHER)
  const slots = new Int32Array(TOGETHER)

  /** Takes a form's pretrained vector and, beside it, the sum of its learnt rows. */
  function prepare(hashes: WordHashes, i: number, k: number): void {
    const word = vocabulary.find(hashes.lower[i] as number)
    const g = given + k * input
    floats.fill(0, g, g + input)
    if (word >= 0) add(pretrained, word, vector, g)
    if (word >= 0 && word < learnt.scale.length) add(learnt, word, own, g + vector)
    affixRows(hashes, i, rows, 0)
    for (let a = 0; a < AFFIXES; a++) add(affixes, rows[a] as number, own, g + vector)
  }

  function add({ rows: table, scale }: ByteTable, index: number, n: number, target: number): void {
    const s = scale[index] as number
    const start = index * n
    for (let c = 0; c < n; c++)
      floats[target + c] = (floats[target + c] as number) + s * (table[start + c] as number)
  }

  /** Works out `count` prepared forms and hands each to its word. */
  function work(count: number, from: number, x: number, u: number): void {
    whole(count, input, given, givenRows)
    weights.multiply('project', count, givenRows, fresh)
    whole(count, wide, fresh, freshRows)
    weights.multiply('n0', count, freshRows, narrow)
    whole(count, shape.narrow, narrow, narrowRows)
    weights.multiply('w0', count, narrowRows, fresher)
    for (let k = 0; k < count; k++) {
      const slot = slots[k] as number
      floats.copyWithin(cache + slot * row, fresh + k * wide, fresh + (k + 1) * wide)
      floats.copyWithin(cache + slot * row + wide, fresher + k * 3 * wide, fresher + (k + 1) * 3 * wide)
      recall(slot, (waiting[k] as number) - from, x, u)
    }
  }

  const whole = (m: number, depth: number, x: number, { numbers, scale }: Rows) =>
    kernels.quantise(m, depth, x * 4, depth, numbers * 4, scale * 4)

  function recall(slot: number, i: number, x: number, u: number): void {
    const start = cache + slot * row
    floats.copyWithin(x + i * wide, start, start + wide)
    floats.copyWithin(u + i * 3 * wide, start + wide, start + row)
  }

  return {
    knows: (lowerHash) => isCommon(vocabulary.find(lowerHash)),
    fill(hashes, from, m, x, u) {
      let count = 0
      for (let i = from; i < from + m; i++) {
        const a = ((hashes.lower[i] as number) ^ Math.imul(hashes.shape[i] as number, 0x85ebca6b)) >>> 0
        const b =
          ((hashes.suffix4[i] as number) ^ Math.imul(hashes.prefix3[i] as number, 0xc2b2ae35) ^ 1) >>> 0 || 1
        const slot = (Math.imul(a, 0x9e3779b1) >>> 8) & (REMEMBERED - 1)
        if (keys[2 * slot] === a && keys[2 * slot + 1] === b && !isWaiting(slot, count)) {
          recall(slot, i - from, x, u)
          continue
        }
        keys[2 * slot] = a
        keys[2 * slot + 1] = b
        prepare(hashes, i, count)
        waiting[count] = i
        slots[count] = slot
        if (++count < TOGETHER) continue
        work(count, from, x, u)
        count = 0
      }
      if (count > 0) work(count, from, x, u)
    },
  }

  function isWaiting(slot: number, count: number): boolean {
    for (let k = 0; k < count; k++) if (slots[k] === slot) return true
    return false
  }
}
