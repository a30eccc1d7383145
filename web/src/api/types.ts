import type { Record as DocumentRecord } from '../../../src/5-record/schema.ts'

/** The record's types, taken from the one schema; nothing of the coder itself is bundled. */
export type {
  Record as DocumentRecord,
  RecordActor,
  RecordCommitment,
  RecordEvent,
  RecordFigure,
  RecordPlace,
  RecordPosition,
  RecordSpan,
  RecordStatement,
  RecordTime,
} from '../../../src/5-record/schema.ts'

/** One report of a happening: an event of some document. */
export interface HappeningReport {
  readonly documentId: string
  readonly title: string | null
  readonly source: string | null
  readonly published: string | null
  readonly eventId: string
}

/** What several reports tell of one thing that happened. */
export interface HappeningLink {
  readonly id: string
  readonly reports: readonly HappeningReport[]
}

/** A document as lists show it. */
export interface DocumentRow {
  readonly id: string
  readonly title: string | null
  readonly source: string | null
  readonly published: string | null
  readonly url: string | null
  readonly counts: { readonly [kind: string]: number }
}

/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** A document with its record. */
export interface DocumentAnswer {
  readonly record: DocumentRecord
  readonly happenings: readonly HappeningLink[]
}

/** How much the archive holds. */
export interface Stats {
  readonly documents: number
  readonly events: number
  readonly happenings: number
  readonly statements: number
  readonly commitments: number
  readonly sources: readonly { readonly source: string | null; readonly documents: number }[]
}
