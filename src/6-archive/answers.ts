import type { Record } from '#record'

/** A page of a list; `next` is the cursor of the page behind it. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export interface PageOptions {
  /** @default 50, at most 500 */
  readonly limit?: number
  readonly cursor?: string | null
  /** By day. @default 'newest' */
  readonly order?: 'newest' | 'oldest'
}

/** Narrows a question; every field that is given must hold. */
export interface Filter {
  /** Words searched for, with "phrases" and prefix* */
  readonly q?: string
  /** Days, ISO 8601, both inclusive. */
  readonly from?: string
  readonly to?: string
  /** Name of the outlet. */
  readonly source?: string
  /** Id of one document. */
  readonly document?: string
  /** Any party: entity ids or alpha-3 codes; one of them is enough. */
  readonly actor?: readonly string[]
  /** A second party: with `actor` it makes a dyad. */
  readonly other?: readonly string[]
  /** PLOVER sectors of a party. */
  readonly sector?: readonly string[]
  readonly type?: readonly string[]
  readonly quad?: readonly string[]
  readonly context?: readonly string[]
  readonly status?: readonly string[]
  /** Name of the place, or alpha-3 of its country. */
  readonly place?: readonly string[]
  readonly stance?: readonly string[]
  readonly strength?: readonly string[]
  readonly measure?: readonly string[]
  /** Commitments that fall due within these days. */
  readonly dueFrom?: string
  readonly dueTo?: string
  /** 0…1 */
  readonly minConfidence?: number
}

export interface Party {
  readonly entity: string
  readonly name: string | null
  readonly country: string | null
  readonly sector: string | null
}

/** Where an item stands: in which document, at which offsets of its text. */
export interface Origin {
  readonly documentId: string
  readonly title: string | null
  readonly source: string | null
  readonly published: string | null
}

export interface Words {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface DocumentRow {
  readonly id: string
  readonly title: string | null
  readonly source: string | null
  readonly published: string | null
  readonly url: string | null
  readonly language: string
  /** Id of an earlier document with nearly the same words. */
  readonly copyOf: string | null
  readonly counts: {
    readonly events: number
    readonly statements: number
    readonly positions: number
    readonly commitments: number
    readonly figures: number
  }
}

export interface EventRow {
  readonly id: string
  readonly day: string
  readonly date: string | null
  readonly type: string
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly quad: string
  readonly cameo: string
  readonly intensity: number
  readonly status: string
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly place: string | null
  readonly placeCountry: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly trigger: string
  readonly evidence: Words
  readonly fatalities: { readonly low: number; readonly high: number } | null
  readonly injured: { readonly low: number; readonly high: number } | null
  readonly confidence: number
  readonly rule: string
  readonly happening: string | null
  readonly origin: Origin
}

export interface StatementRow {
  readonly id: string
  readonly day: string
  readonly kind: string
  readonly speakers: readonly Party[]
  readonly addressees: readonly Party[]
  readonly quote: Words
  readonly evidence: string
  readonly confidence: number
  readonly origin: Origin
}

export interface PositionRow {
  readonly id: string
  readonly day: string
  readonly holders: readonly Party[]
  readonly stance: string
  readonly toward: readonly Party[]
  readonly proposition: Words
  readonly evidence: string
  readonly confidence: number
  readonly origin: Origin
}

export interface CommitmentRow {
  readonly id: string
  readonly day: string
  readonly by: readonly Party[]
  readonly to: readonly Party[]
  readonly act: Words
  readonly type: string | null
  readonly due: string | null
  readonly dueFrom: string | null
  readonly dueTo: string | null
  readonly condition: string | null
  readonly strength: string
  readonly status: string
  readonly evidence: string
  readonly confidence: number
  readonly origin: Origin
}

export interface FigureRow {
  readonly id: string
  readonly day: string
  readonly measure: string
  readonly low: number
  readonly high: number
  readonly approximate: boolean
  readonly unit: string | null
  readonly about: string | null
  readonly evidence: Words
  readonly origin: Origin
}

/** One report of a happening: an event of some document. */
export interface Report extends Origin {
  readonly eventId: string
  readonly evidence: string
  readonly status: string
  readonly confidence: number
  /** Why it was joined to the reports before it; null for the first. */
  readonly why: string | null
}

/** One thing that happened, with every report of it. */
export interface HappeningRow {
  readonly id: string
  readonly day: string
  readonly type: string
  readonly quad: string
  readonly status: string
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly place: string | null
  readonly documents: number
  readonly sources: number
  readonly reports: readonly Report[]
}

export interface ActorRow {
  readonly entity: string
  readonly name: string
  readonly country: string | null
  readonly sector: string | null
  readonly role: string | null
  readonly documents: number
  readonly mentions: number
}

/** A text with the places of what was searched for: [start, end] in the snippet's own text. */
export interface Snippet {
  readonly text: string
  readonly marks: readonly (readonly [number, number])[]
}

export interface Found {
  readonly documents: readonly (DocumentRow & { readonly snippet: Snippet })[]
  readonly statements: readonly (StatementRow & { readonly snippet: Snippet })[]
  readonly events: readonly (EventRow & { readonly snippet: Snippet })[]
  readonly actors: readonly ActorRow[]
}

export interface Stats {
  readonly documents: number
  readonly copies: number
  readonly events: number
  readonly happenings: number
  readonly statements: number
  readonly positions: number
  readonly commitments: number
  readonly figures: number
  readonly actors: number
  readonly from: string | null
  readonly to: string | null
  readonly sources: readonly { readonly source: string | null; readonly documents: number }[]
  readonly coders: readonly { readonly version: string; readonly model: string; readonly documents: number }[]
}

/** Events between two parties in a period. */
export interface DyadRow {
  readonly period: string
  readonly actor: string
  readonly recipient: string
  readonly events: number
  readonly happenings: number
  readonly verbalCooperation: number
  readonly materialCooperation: number
  readonly verbalConflict: number
  readonly materialConflict: number
  /** Mean intensity, -10 … +10. */
  readonly intensity: number
  /** Documents read that were published in the period. */
  readonly documentsRead: number
}

export interface DocumentAnswer {
  readonly record: Record
  readonly copyOf: string | null
  readonly happenings: readonly HappeningOf[]
}

/** A happening as one document's page shows it. */
export interface HappeningOf {
  readonly id: string
  /** The events of this document that tell of it. */
  readonly events: readonly string[]
  /** All reports of it, this document's too. */
  readonly reports: readonly Report[]
}

/** A saved question. */
export interface Dossier {
  readonly slug: string
  readonly title: string
  readonly question: Filter
}

/** One record of a document that the archive keeps. */
export interface Version {
  readonly coder: Record['coder']
  readonly current: boolean
}
