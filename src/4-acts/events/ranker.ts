import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { EventType } from '#lexicon'
import { SLOTS } from './dense-features.ts'
import { HASH_BITS } from './feature-hash.ts'
import type { Features } from './features.ts'
import { openVectors, type WordVectors } from './word-vectors.ts'

/** PLOVER's types as the ranker tells them apart: CONCEDE and RETREAT are one class. */
export const CLASSES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'YIELD',
  'COOPERATE',
  'AID',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export type ActClass = (typeof CLASSES)[number]

/** The trained model that decides between proposals and gives calibrated confidence. */
export interface Ranker {
  readonly hash: string
  readonly vectors: WordVectors
  /** Probability of each of `CLASSES`, and last that the pair stands in none of them. */
  score(features: Features): Float64Array
}

/** Place of "none of them" behind the classes. */
export const NONE: number = CLASSES.length

/** `CONCEDE` and `RETREAT` stand under `YIELD`. */
export const classOf = (type: EventType): ActClass =>
  type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type

/** Weights of a ranker, as learnt: a row of `CLASSES` and none of them for each hashed feature, then for each dense one. */
export interface RankerWeights {
  readonly hashed: Float32Array
  readonly dense: Float32Array
}

/** Lengths that the hashed features and each vector are brought to before they are weighed. */
const HASHED_LENGTH = 3
const DENSE_LENGTH = 1.2

const MAGIC = 0x32525052
const HEADER = 24
const ROW = CLASSES.length + 1
const HASHED = ROW << HASH_BITS

/** Opens trained weights (`models/ranker.bin`). Throws when the bytes are not such a file. */
export function openRanker(bytes: Uint8Array): Ranker {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER + HASHED || view.getUint32(0, true) !== MAGIC)
    throw new Error('these are not the weights of a ranker')
  const scale = view.getFloat32(4, true)
  const temperature = view.getFloat32(8, true)
  const dimensions = view.getUint32(12, true)
  const hashed = new Int8Array(bytes.buffer, bytes.byteOffset + HEADER, HASHED)
  const dense = new Float32Array(SLOTS * dimensions * ROW)
  for (let i = 0; i < dense.length; i++) dense[i] = view.getFloat32(HEADER + HASHED + 4 * i, true)
  const vectors = openVectors(bytes.subarray(HEADER + HASHED + 4 * dense.length), dimensions)
  return Object.freeze({
    hash: `sha256:${bytesToHex(sha256(bytes))}`,
    vectors,
    score: (features: Features) => softmax(logits(features, hashed, scale, dense), temperature),
  })
}

/** Writes weights in the form that `openRanker` reads; `vectors` is what `writeVectors` gave. */
export function writeRanker(
  { hashed, dense }: RankerWeights,
  temperature: number,
  vectors: Uint8Array,
): Uint8Array {
  let top = 1e-9
  for (let i = 0; i < hashed.length; i++) top = Math.max(top, Math.abs(hashed[i] as number))
  const bytes = new Uint8Array(HEADER + HASHED + 4 * dense.length + vectors.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setFloat32(4, top / 127, true)
  view.setFloat32(8, temperature, true)
  view.setUint32(12, dense.length / ROW / SLOTS, true)
  for (let i = 0; i < hashed.length; i++)
    view.setInt8(HEADER + i, Math.round(((hashed[i] as number) / top) * 127))
  for (let i = 0; i < dense.length; i++) view.setFloat32(HEADER + HASHED + 4 * i, dense[i] as number, true)
  bytes.set(vectors, HEADER + HASHED + 4 * dense.length)
  return bytes
}

/** The length of the hashed features as drawn. */
export function lengthOf(values: readonly number[]): number {
  let square = 0
  for (let f = 0; f < values.length; f++) square += (values[f] as number) ** 2
  return Math.sqrt(square) || 1
}

export const hashedFactor = (features: Features): number => HASHED_LENGTH / lengthOf(features.values)
export const denseFactor: number = DENSE_LENGTH

/** Sums the rows of weights of all features. */
export function logits(
  features: Features,
  hashed: { readonly [index: number]: number },
  scale: number,
  dense: { readonly [index: number]: number },
): Float64Array {
  const out = new Float64Array(ROW)
  const factor = hashedFactor(features) * scale
  addRows(out, features.ids, features.values, hashed, factor)
  for (let d = 0; d < features.dense.length; d++) {
    const value = (features.dense[d] as number) * denseFactor
    if (value === 0) continue
    for (let c = 0; c < ROW; c++) out[c] = (out[c] as number) + value * (dense[d * ROW + c] as number)
  }
  return out
}

function addRows(
  out: Float64Array,
  ids: readonly number[],
  values: readonly number[],
  weights: { readonly [index: number]: number },
  factor: number,
): void {
  for (let f = 0; f < ids.length; f++) {
    const base = (ids[f] as number) * ROW
    const value = (values[f] as number) * factor
    for (let c = 0; c < ROW; c++) out[c] = (out[c] as number) + value * (weights[base + c] as number)
  }
}

/** Probabilities of the scores, in place. */
export function softmax(scores: Float64Array, temperature = 1): Float64Array {
  let top = Number.NEGATIVE_INFINITY
  for (const score of scores) top = Math.max(top, score)
  let sum = 0
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp(((scores[c] as number) - top) / temperature)
    sum += scores[c] as number
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) / sum
  return scores
}
