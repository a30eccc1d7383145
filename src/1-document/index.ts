/** Floor 1: a text and where it came from. */
export type { Dateline, Document, Paragraph, Source } from './document.ts'
export { type OpenOptions, openDocument } from './open-document.ts'
export type { Note, Span } from './span.ts'
