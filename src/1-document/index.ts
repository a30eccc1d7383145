/** Floor 1: a text and where it came from. */
export { carrySpan } from './carry-span.ts'
export {
  type Dateline,
  type Document,
  EDITION_STATUSES,
  type Edition,
  NOT_CODED,
  type Paragraph,
  type Source,
  type Subject,
} from './document.ts'
export { isIsoDate } from './is-iso-date.ts'
export { type OpenOptions, openDocument } from './open-document.ts'
export { type Decoded, decodeBytes } from './readers/decode-bytes.ts'
export { CUT_OFF } from './readers/read-feed.ts'
export { readJsonLine } from './readers/read-jsonl.ts'
export { type PdfPiece, type PdfText, readPdfPages } from './readers/read-pdf-pages.ts'
export { readSources } from './readers/read-sources.ts'
export { FORMATS, type Format, type ReadHints, type Reading } from './readers/reading.ts'
export { isWarc, splitWarc, type WarcPart } from './readers/split-warc.ts'
export { tellFormat } from './readers/tell-format.ts'
export type { Note, Span } from './span.ts'
