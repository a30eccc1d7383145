import type { Note, Span } from './span.ts'

/** What a carrier says a text is about: an IPTC media topic, a slug, a section. */
export interface Subject {
  /** The vocabulary, e.g. `medtop`, `slug`, `section`; null where the carrier names none. */
  readonly scheme: string | null
  readonly code: string
  readonly name: string | null
}

/** What a publisher says of one version of an item. */
export interface Edition {
  /** The id that all versions of the item share, unique within the source; null where there is none. */
  readonly item: string | null
  /** Counts up with each version; null where the carrier does not count. */
  readonly version: number | null
  readonly status: EditionStatus
  /** ISO 8601: not to be published before. */
  readonly embargo: string | null
  /** The editors' note, on one line. */
  readonly note: string | null
}

export const EDITION_STATUSES = ['usable', 'corrected', 'withheld', 'withdrawn'] as const
/** `withheld`: not to be used until further notice; `withdrawn`: killed, never to be used again. */
export type EditionStatus = (typeof EDITION_STATUSES)[number]

/** Why a document is kept without being read. */
export const NOT_CODED = ['language', 'withdrawn'] as const
export type NotCoded = (typeof NOT_CODED)[number]

/** A text and what its carrier says of it, as any reader of a format hands it over. */
export interface Source {
  /** The body as plain text: paragraphs apart by a blank line, or a line each. May hold a dateline. */
  readonly text: string
  readonly title?: string | null
  /** ISO 8601 date or date-time of publication. Anchors "Tuesday" and "last month". */
  readonly published?: string | null
  /** Short name of the outlet, e.g. "aljazeera". */
  readonly source?: string | null
  readonly url?: string | null
  /** The id that the input carried. */
  readonly externalId?: string | null
  /** BCP 47, if the carrier says so; what the text shows goes before. */
  readonly language?: string | null
  /** BCP 47: whatever text and carrier say. */
  readonly languageOverride?: string | null
  readonly subjects?: readonly Subject[]
  readonly edition?: Edition | null
}

/** A paragraph of the document; its words lie in `document.text.slice(start, end)`. */
export interface Paragraph extends Span {
  readonly kind: 'title' | 'subhead' | 'body'
}

/** "BANDAR SERI BEGAWAN, July 2 (AFP) —": it stays in the text; its parts are pointed at. */
export interface Dateline extends Span {
  /** Where the place name stands, e.g. "BANDAR SERI BEGAWAN". */
  readonly place: Span | null
  /** Where the date stands, e.g. "July 2". */
  readonly date: Span | null
  /** The agency named, as written, e.g. "AFP". */
  readonly agency: string | null
}

/** A text made ready for reading. Every offset of the record counts in `text`. */
export interface Document {
  /** `sha256:…` of the normalised text, source and published. */
  readonly id: string
  readonly externalId: string | null
  readonly source: string | null
  readonly url: string | null
  readonly title: string | null
  readonly published: string | null
  /** BCP 47; `und` where the text is no English and its language was not recognised. */
  readonly language: string
  readonly subjects: readonly Subject[]
  /** Null where the carrier speaks of no versions. */
  readonly edition: Edition | null
  /** Not null: the document is kept, but no act is read from it. */
  readonly notCoded: NotCoded | null
  /** Normalised (NFC, line ends, control characters, lone surrogates): title, blank line, body. */
  readonly text: string
  /** In order, not overlapping, together covering all that is not white space. */
  readonly paragraphs: readonly Paragraph[]
  readonly dateline: Dateline | null
  readonly notes: readonly Note[]
}
