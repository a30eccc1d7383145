import type { Source } from '../document.ts'

/** Formats that `readSources` knows by name. */
export const FORMATS = [
  'text',
  'html',
  'feed',
  'jsonl',
  'json',
  'csv',
  'xml',
  'wire',
  'reuters-sgml',
  'nexis',
  'nexis-html',
  'factiva-html',
  'europresse',
  'mail',
  'mbox',
  'warc',
  'docx',
] as const
export type Format = (typeof FORMATS)[number]

/** What is known of the bytes before they are read. */
export interface ReadHints {
  /** File name or address; its ending helps to tell the format. */
  readonly name?: string
  /** Overrules what name and content say. */
  readonly format?: Format
  /** Charset that the carrier (HTTP) named. */
  readonly charset?: string
  /** Fills in what the input lacks. */
  readonly published?: string
  readonly source?: string
  readonly url?: string
  readonly externalId?: string
  /** BCP 47: the language of all documents, whatever they show or say. */
  readonly language?: string
  /** Plain text is taken whole: neither title nor address is told apart. @default false */
  readonly whole?: boolean
  /** Longest text of one document, in UTF-16 code units. @default 2_000_000 */
  readonly maxCharacters?: number
}

/** One document found in the bytes, or a place where there should have been one. */
export type Reading =
  | { readonly kind: 'source'; readonly place: string | null; readonly source: Source }
  | { readonly kind: 'refusal'; readonly place: string | null; readonly reason: string }

/** Reads one format. Never throws on any bytes: what cannot be read is a refusal. */
export type Reader = (text: string, hints: ReadHints) => Iterable<Reading>

export const found = (source: Source, place: string | null = null): Reading => ({
  kind: 'source',
  place,
  source,
})

export const refusal = (reason: string, place: string | null = null): Reading => ({
  kind: 'refusal',
  place,
  reason: reason.replace(/\s+/g, ' '),
})
