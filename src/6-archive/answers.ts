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
  /**
   * By day (`newest`, `oldest`), by how many documents tell of it (`strongest`: happenings, quotations), or as it came
   * into the archive, oldest first (`arrival`: what a watch follows with the cursor of `Stats`). @default 'newest'
   */
  readonly order?: Order
}

export type Order = 'newest' | 'oldest' | 'strongest' | 'arrival'

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
  /** What the actor is in events, happenings and commitments: who does it or whom it is done to. @default either */
  readonly role?: 'actor' | 'recipient'
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
  /** Name of what made the item: a lexicon entry or a model. Events only. */
  readonly rule?: readonly string[]
  /** What came into the archive after this arrival (`Stats.arrival`). */
  readonly after?: string
  /** Box on the map in degrees: west, south, east, north; one that crosses the date line has west > east. */
  readonly box?: readonly [number, number, number, number]
  /** Day on which undertakings that are due count as missed. @default the last day of the archive */
  readonly asOf?: string
  /** Leaves out what stands in copies of an earlier document. */
  readonly copies?: 'without'
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

/** What people said of an item; null where nobody did. */
export interface Review {
  readonly verdict: 'accepted' | 'edited'
  readonly who: string
  /** ISO 8601, with the time. */
  readonly at: string
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
  readonly review: Review | null
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
  /** The quotation that this is a report of. */
  readonly quotation: string | null
  readonly review: Review | null
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
  readonly review: Review | null
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
  /** As its document says it; the undertaking says what became of it. */
  readonly status: string
  readonly evidence: string
  readonly confidence: number
  /** The undertaking that this is a report of. */
  readonly undertaking: string | null
  readonly review: Review | null
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
  readonly day: string
  readonly type: string
  /** It stands in a copy of an earlier document. */
  readonly copy: boolean
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
  readonly placeCountry: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly contexts: readonly string[]
  /** Mean over the reports, -10 … +10. */
  readonly intensity: number
  /** Documents that tell of it, each text once; `reprints` are copies of one of them. */
  readonly documents: number
  readonly reprints: number
  readonly sources: number
  /** Words of the report that says it best. */
  readonly evidence: string
  /** When it came into the archive: a cursor for `Filter.after`. */
  readonly arrival: string
  /** At most 50, as they came. */
  readonly reports: readonly Report[]
}

/** One quotation, with every report of it. */
export interface QuotationRow {
  readonly id: string
  readonly day: string
  readonly speakers: readonly Party[]
  readonly addressees: readonly Party[]
  /** The longest of its wordings. */
  readonly quote: string
  readonly kind: string
  readonly documents: number
  readonly reprints: number
  readonly sources: number
  readonly arrival: string
  readonly reports: readonly (Origin & {
    readonly statementId: string
    readonly quote: Words
    readonly why: string | null
  })[]
}

/** What became of an undertaking: said by its words alone (`open`, `withdrawn`) or settled by what happened later. */
export type UndertakingStatus = 'open' | 'met' | 'missed' | 'withdrawn'

/** One thing promised, with every report of the promise and what became of it. */
export interface UndertakingRow {
  readonly id: string
  readonly day: string
  readonly by: readonly Party[]
  readonly to: readonly Party[]
  readonly act: string
  readonly type: string | null
  readonly strength: string
  readonly due: string | null
  readonly dueFrom: string | null
  readonly dueTo: string | null
  readonly condition: string | null
  readonly status: UndertakingStatus
  readonly documents: number
  readonly reprints: number
  readonly sources: number
  readonly arrival: string
  /** Its life, oldest first: promised, reaffirmed, kept or withdrawn, each with its words. */
  readonly steps: readonly UndertakingStep[]
}

export interface UndertakingStep extends Origin {
  readonly day: string
  readonly step: 'promised' | 'reaffirmed' | 'met' | 'withdrawn'
  /** Id of the commitment or event that says so. */
  readonly item: string
  /** Happening that settled it. */
  readonly happening: string | null
  readonly evidence: string
  /** Why it was taken for this step, in plain words; null for the first. */
  readonly why: string | null
}

/** Documents that tell one story. */
export interface StoryRow {
  readonly id: string
  /** Title of the document that is most like the others. */
  readonly title: string | null
  readonly from: string
  readonly to: string
  readonly documents: number
  readonly reprints: number
  readonly sources: number
  readonly arrival: string
  readonly items: readonly (Origin & { readonly copyOf: string | null; readonly why: string | null })[]
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
  /** Cursor of the newest arrival: what comes later is `Filter.after` it. */
  readonly arrival: string
  readonly quotations: number
  readonly undertakings: number
  readonly stories: number
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
  /** As coded; `corrections` says what people changed. */
  readonly record: Record
  readonly copyOf: string | null
  /** Later documents with nearly the same words. */
  readonly copies: readonly Origin[]
  /** Id of the newer version of the item that took the place of this one. */
  readonly replacedBy: string | null
  /** Older versions of the item, the latest first: they are history. */
  readonly replaces: readonly Origin[]
  readonly story: string | null
  readonly happenings: readonly HappeningOf[]
  /** Statements of this document and the quotations that they report. */
  readonly quotations: readonly {
    readonly id: string
    readonly statements: readonly string[]
    readonly documents: number
  }[]
  readonly undertakings: readonly {
    readonly id: string
    readonly commitments: readonly string[]
    readonly status: UndertakingStatus
  }[]
  readonly corrections: readonly Correction[]
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

/** A coder whose records the archive keeps. */
export interface CoderRow {
  readonly coder: Record['coder']
  /** Documents that have a record of it, and those whose current one it is. */
  readonly documents: number
  readonly current: number
}

export type ItemKind = 'event' | 'statement' | 'position' | 'commitment' | 'figure'

/** What a person says of an item; fields that are left out stay as they were coded. */
export interface Edit {
  readonly type?: string
  readonly mode?: string | null
  readonly status?: string
  readonly stance?: string
  readonly strength?: string
  /** Who acts, speaks, holds or promises: entity ids or alpha-3 codes. */
  readonly actors?: readonly string[]
  /** Whom it is done to, said to, held toward or promised to. */
  readonly recipients?: readonly string[]
  /** EDTF: the date of an event or statement, the due date of a commitment. */
  readonly date?: string | null
  /** Offsets into the document's text: the evidence of an event, the words of the others. */
  readonly span?: { readonly start: number; readonly end: number }
}

/** A correction as a person makes it. */
export interface CorrectionRequest {
  readonly who: string
  readonly action: 'accept' | 'reject' | 'edit' | 'merge' | 'split'
  /** Id of the item; of an event for `merge` and `split`. */
  readonly item: string
  /** The event whose happening `item` is to be merged into. */
  readonly into?: string
  readonly edit?: Edit
  readonly note?: string
  /** ISO 8601 with the time. @default now */
  readonly at?: string
}

/** A correction as it is kept: attached to document and span, so that it outlives the record it was made on. */
export interface Correction {
  readonly id: string
  readonly at: string
  readonly who: string
  readonly action: CorrectionRequest['action']
  readonly kind: ItemKind
  /** The item as it is called today; null when the current record has nothing at this place. */
  readonly item: string | null
  readonly documentId: string
  readonly span: Words
  readonly into: string | null
  readonly edit: Edit | null
  readonly note: string | null
  /** The item as it was coded when it was judged. */
  readonly judged: {
    readonly type: string
    readonly rule: string
    readonly coder: string
    readonly confidence: number | null
  }
  /** `applied`; `unmatched`: the record coded last has no such item; `superseded` by a later one of the same person; `undone`. */
  readonly state: 'applied' | 'unmatched' | 'superseded' | 'undone'
}

/** Which items a reviewer is given. */
export interface ReviewQuestion {
  readonly kind?: ItemKind
  /** `random`: a sample that the seed fixes; `doubtful`: lowest confidence first. @default 'random' */
  readonly order?: 'random' | 'doubtful'
  /** @default 1 */
  readonly seed?: number
  /** Leaves out what this person has judged. */
  readonly who?: string
  /** @default 20, at most 200 */
  readonly limit?: number
  readonly filter?: Filter
}

export interface ReviewItem {
  readonly kind: ItemKind
  readonly item: EventRow | StatementRow | PositionRow | CommitmentRow | FigureRow
  /** The sentence and one on either side, with the offset of its beginning in the text. */
  readonly context: { readonly text: string; readonly start: number }
}

/** Share of accepted items with Wilson's 95 % interval. */
export interface Precision {
  readonly accepted: number
  readonly edited: number
  readonly rejected: number
  readonly precision: number
  readonly low: number
  readonly high: number
}

/** What people's corrections say of the coder. */
export interface PrecisionReport {
  readonly all: Precision
  readonly byKind: readonly (Precision & { readonly kind: ItemKind })[]
  readonly byType: readonly (Precision & { readonly kind: ItemKind; readonly type: string })[]
  readonly byRule: readonly (Precision & { readonly rule: string })[]
  /** Krippendorff's alpha, nominal, over items that two or more people judged; null where there are none. */
  readonly agreement: {
    readonly alpha: number | null
    readonly items: number
    readonly reviewers: readonly string[]
  }
  readonly unmatched: number
}

/** How one item differs between two records of a document. */
export interface Change {
  readonly documentId: string
  readonly title: string | null
  readonly kind: ItemKind
  readonly type: string
  readonly change: 'added' | 'removed' | 'changed'
  /** Fields that differ, as [before, after]. */
  readonly fields: { readonly [field: string]: readonly [unknown, unknown] }
  readonly evidence: string
}

/** What changed between two coders, over the documents that both have coded. */
export interface Difference {
  readonly documents: number
  readonly documentsChanged: number
  readonly byType: readonly {
    readonly kind: ItemKind
    readonly type: string
    readonly same: number
    readonly added: number
    readonly removed: number
    readonly changed: number
  }[]
  /** Documents by how much changed in them, at most 100. */
  readonly byDocument: readonly {
    readonly documentId: string
    readonly title: string | null
    readonly changes: number
  }[]
}

/** A count of one value of a field. */
export interface FacetValue {
  readonly value: string
  readonly name: string | null
  readonly count: number
}

/** How a result divides; `counted` items were looked at, of `total` (which is at least that many when `more`). */
export interface Facets {
  readonly counted: number
  readonly more: boolean
  readonly fields: { readonly [field: string]: readonly FacetValue[] }
}

export type Period = 'day' | 'week' | 'month' | 'year'

/** Happenings and events of one period, with the documents read in it. */
export interface TimelinePoint {
  /** First day of the period. */
  readonly period: string
  readonly events: number
  readonly happenings: number
  readonly verbalCooperation: number
  readonly materialCooperation: number
  readonly verbalConflict: number
  readonly materialConflict: number
  /** Sum of intensity over events. */
  readonly intensity: number
  readonly documentsRead: number
  /** (cooperation − conflict) / all events, -1 … +1; null without events. */
  readonly balance: number | null
  /** Events per 1,000 documents read. */
  readonly perThousand: number | null
}

/** Acts between two actors. */
export interface Edge {
  readonly actor: string
  readonly actorName: string
  readonly other: string
  readonly otherName: string
  readonly events: number
  readonly cooperation: number
  readonly conflict: number
  readonly intensity: number
}

/** A place and what happened there. */
export interface PlaceCount {
  readonly name: string
  readonly country: string | null
  readonly latitude: number
  readonly longitude: number
  readonly happenings: number
  readonly conflict: number
  /** Id of the strongest of them. */
  readonly happening: string
}

/** Who somebody is and what is recorded of them. */
export interface ActorProfile {
  readonly actor: ActorRow
  /** Offices as documents named them, with the days between which they did. */
  readonly roles: readonly {
    readonly role: string
    readonly from: string
    readonly to: string
    readonly documents: number
  }[]
  readonly counts: {
    readonly events: number
    readonly asRecipient: number
    readonly statements: number
    readonly positions: number
    readonly commitments: number
  }
  readonly types: readonly FacetValue[]
  readonly with: readonly Edge[]
  readonly topics: readonly FacetValue[]
}
