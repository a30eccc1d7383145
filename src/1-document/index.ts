/** Floor 1: a text and where it came from. */
export type { Dateline, Document, Paragraph, Source } from './document.ts'
export { isIsoDate } from './is-iso-date.ts'
export { type OpenOptions, openDocument } from './open-document.ts'
export { readSources } from './readers/read-sources.ts'
export { FORMATS, type Format, type ReadHints, type Reading } from './readers/reading.ts'
export type { Note, Span } from './span.ts'
