/** Five folds of the gold pairs, and rankers that have not seen their fold. */

import { openDocument } from '#document'
import { type ActPatterns, openActPatterns } from '#lexicon'
import type { Parser } from '#syntax'
import { CLASSES, logits, NONE, softmax } from '../../src/4-acts/events/ranker.ts'
import { amongClasses, type PairReading, readPair } from '../../src/4-acts/events/relate.ts'
import type { WordVectors } from '../../src/4-acts/events/word-vectors.ts'
import { type Example, type LearnOptions, learn } from './learn.ts'
import type { TrainingRow } from './rows.ts'

export const OPTIONS: LearnOptions = { epochs: 8, rate: 0.1, decay: 5e-6 }
export const FOLDS = 5

export interface Read {
  readonly row: TrainingRow
  readonly reading: PairReading
  readonly example: Example
}

/** Reads rows with parser and patterns. */
export function readRows(rows: readonly TrainingRow[], parser: Parser, vectors: WordVectors): Read[] {
  const patterns: ActPatterns = openActPatterns()
  return rows.flatMap((row) => {
    const syntax = parser.parse(openDocument({ text: row.text }))
    const reading = readPair(syntax, patterns, vectors, row.actor, row.recipient)
    const label = row.type === 'NONE' ? NONE : CLASSES.indexOf(row.type as never)
    return label < 0
      ? []
      : [{ row, reading, example: { features: reading.features, label, weight: row.weight } }]
  })
}

/** Fold of each gold row by its id: rows sorted by class, then by a hash, dealt out in turn. */
export function foldsOf(gold: readonly TrainingRow[]): ReadonlyMap<string, number> {
  const sorted = [...gold].sort((a, b) =>
    a.type === b.type ? hash(a.id) - hash(b.id) : a.type < b.type ? -1 : 1,
  )
  return new Map(sorted.map(({ id }, place) => [id, place % FOLDS] as const))
}

function hash(id: string): number {
  let h = 0
  for (const c of id) h = (Math.imul(h, 31) + c.charCodeAt(0)) >>> 0
  return Math.imul(h, 2654435761) >>> 0
}

/** For each fold the weights learnt from all other folds and the rows beside. */
export function learnFolds(gold: readonly Read[], extra: readonly Read[], options = OPTIONS) {
  const folds = foldsOf(gold.map(({ row }) => row))
  return Array.from({ length: FOLDS }, (_, fold) => {
    const seen = gold.filter(({ row }) => folds.get(row.id) !== fold)
    return learn(
      [...seen, ...extra].map(({ example }) => example),
      options,
    )
  })
}

/** Probabilities of each gold row by weights that have not seen its fold. */
export function outOfFold(gold: readonly Read[], weights: ReturnType<typeof learnFolds>): Float64Array[] {
  const folds = foldsOf(gold.map(({ row }) => row))
  return gold.map(({ row, example }) => {
    const own = weights[folds.get(row.id) ?? 0]
    if (!own) throw new Error(`no weights for the fold of ${row.id}`)
    return amongClasses(softmax(logits(example.features, own.hashed, 1, own.dense)))
  })
}
