import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { EventType } from '#lexicon'
import { FEATURE_BITS, type Features } from './features.ts'

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
  /** Probability of each of `CLASSES`. */
  score(features: Features): Float64Array
  /** Calibrated probability that a pattern's event is right, from its raw score. */
  readonly calibration: readonly [number, number]
}

/** `CONCEDE` and `RETREAT` stand under `YIELD`. */
export const classOf = (type: EventType): ActClass =>
  type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type

const MAGIC = 0x31525052
const HEADER = 32

/** Opens trained weights (`models/ranker.bin`). Throws when the bytes are not such a file. */
export function openRanker(bytes: Uint8Array): Ranker {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = CLASSES.length << FEATURE_BITS
  if (bytes.length !== HEADER + size || view.getUint32(0, true) !== MAGIC)
    throw new Error('these are not the weights of a ranker')
  const scale = view.getFloat32(4, true)
  const temperature = view.getFloat32(8, true)
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + HEADER, size)
  return Object.freeze({
    hash: `sha256:${bytesToHex(sha256(bytes))}`,
    calibration: [view.getFloat32(12, true), view.getFloat32(16, true)] as const,
    score: (features: Features) => softmax(logits(features, weights, scale / temperature)),
  })
}

/** Writes weights in the form that `openRanker` reads. */
export function writeRanker(
  weights: Float32Array,
  temperature: number,
  calibration: readonly [number, number],
): Uint8Array {
  let top = 1e-9
  for (let i = 0; i < weights.length; i++) top = Math.max(top, Math.abs(weights[i] as number))
  const bytes = new Uint8Array(HEADER + weights.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setFloat32(4, top / 127, true)
  view.setFloat32(8, temperature, true)
  view.setFloat32(12, calibration[0], true)
  view.setFloat32(16, calibration[1], true)
  for (let i = 0; i < weights.length; i++)
    view.setInt8(HEADER + i, Math.round(((weights[i] as number) / top) * 127))
  return bytes
}

/** Sums a class-major row of weights for each feature; the vector is brought to length one first. */
export function logits(
  { ids, values }: Features,
  weights: { readonly [index: number]: number },
  scale: number,
): Float64Array {
  const n = CLASSES.length
  const out = new Float64Array(n)
  let norm = 0
  for (let f = 0; f < values.length; f++) norm += (values[f] as number) ** 2
  const factor = norm > 0 ? scale / Math.sqrt(norm) : 0
  for (let f = 0; f < ids.length; f++) {
    const base = (ids[f] as number) * n
    const value = (values[f] as number) * factor
    for (let c = 0; c < n; c++) out[c] = (out[c] as number) + value * (weights[base + c] as number)
  }
  return out
}

export function softmax(scores: Float64Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY
  for (const score of scores) top = Math.max(top, score)
  let sum = 0
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp((scores[c] as number) - top)
    sum += scores[c] as number
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) / sum
  return scores
}
