import type { Document, Source } from './document.ts'

/** Makes a source ready for reading: normalises its text, splits paragraphs and dateline, gives it its id. */
export function openDocument(source: Source): Document {
  throw new Error(`not written yet: ${source.text.length}`)
}
