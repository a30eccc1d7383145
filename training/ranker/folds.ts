/** Five folds of the gold pairs, and the out-of-fold probabilities. */

import { openDocument } from '#document'
import { openActPatterns } from '#lexicon'
import type { Parser } from '#syntax'
import { CLASSES, logits, softmax } from '../../src/4-acts/events/ranker.ts'
import { type PairReading, readPair } from '../../src/4-acts/events/relate.ts'
import { type Example, type LearnOptions, learn } from './learn.ts'
import type { TrainingRow } from './rows.ts'

export const OPTIONS: LearnOptions = { epochs: 12, rate: 0.12, decay: 2e-6, scale: 3 }
export const FOLDS = 5

export interface Read {
  readonly row: TrainingRow
  readonly reading: PairReading
  readonly example: Example
}

/** Reads rows with parser and patterns. */
export function readRows(rows: readonly TrainingRow[], parser: Parser): Read[] {
  const patterns = openActPatterns()
  return rows.flatMap((row) => {
    const document = openDocument({ text: row.text })
    const reading = readPair(parser.parse(document), patterns, row.actor, row.recipient)
    const label = CLASSES.indexOf(row.type as never)
    return label < 0
      ? []
      : [{ row, reading, example: { features: reading.features, label, weight: row.weight } }]
  })
}

/** Fold of a gold row: by its place, so that each fold has its share of every class. */
export const foldOf = (place: number) => place % FOLDS

/** Probabilities of each gold row by a model that has not seen its fold. */
export function outOfFold(
  gold: readonly Read[],
  extra: readonly Read[],
  options = OPTIONS,
  temperature = 1,
): Float64Array[] {
  const out: Float64Array[] = new Array(gold.length)
  const order = byLabel(gold)
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = order.filter((_, place) => foldOf(place) !== fold).map((i) => (gold[i] as Read).example)
    const weights = learn([...seen, ...extra.map((read) => read.example)], options)
    order.forEach((i, place) => {
      if (foldOf(place) === fold)
        out[i] = softmax(logits((gold[i] as Read).example.features, weights, options.scale / temperature))
    })
  }
  return out
}

/** Places of the rows, sorted by class and then by a hash of the id: stratified, and near twins spread at random. */
function byLabel(gold: readonly Read[]): number[] {
  const key = (i: number) => {
    let h = 0
    for (const c of (gold[i] as Read).row.id) h = (Math.imul(h, 31) + c.charCodeAt(0)) >>> 0
    return Math.imul(h, 2654435761) >>> 0
  }
  return gold
    .map((_, i) => i)
    .sort((a, b) => (gold[a] as Read).example.label - (gold[b] as Read).example.label || key(a) - key(b))
}
