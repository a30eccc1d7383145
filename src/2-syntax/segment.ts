import type { Document, Note, Span } from '#document'
import type { LinearModel } from './linear-model.ts'
import { noteText } from './note-text.ts'
import { sentenceStarts } from './split-sentences.ts'
import { tokenize, type Words } from './tokenize.ts'
import { hashWord, type WordHashes, wordHashes } from './word-hashes.ts'

/** A document cut into words and sentences. */
export interface Segments {
  readonly start: Int32Array
  readonly end: Int32Array
  readonly glued: Uint8Array
  readonly sentenceStart: Int32Array
  readonly sentenceParagraph: Int32Array
  readonly notes: readonly Note[]
}

/** Cuts a document into words and sentences. A sentence never crosses a paragraph; a dateline is one of its own. */
export function segment(
  document: Document,
  splitter: LinearModel,
): { segments: Segments; hashes: WordHashes } {
  const words: Words = { start: [], end: [], glued: [] }
  const stretches: { first: number; paragraph: number; whole: boolean }[] = []
  document.paragraphs.forEach((paragraph, p) => {
    for (const part of parts(paragraph, document.dateline)) {
      stretches.push({ first: words.start.length, paragraph: p, whole: part === document.dateline })
      tokenize(document.text, part.start, part.end, words)
    }
  })
  const hashes = hashAll(document.text, words)
  const starts: number[] = []
  const paragraphs: number[] = []
  const spaced = spaces(words)
  stretches.forEach(({ first, paragraph, whole }, k) => {
    const to = stretches[k + 1]?.first ?? words.start.length
    if (to === first) return
    for (const start of whole ? [first] : sentenceStarts(splitter, { hashes, from: first, to, spaced })) {
      starts.push(start)
      paragraphs.push(paragraph)
    }
  })
  starts.push(words.start.length)
  const segments = {
    start: Int32Array.from(words.start),
    end: Int32Array.from(words.end),
    glued: Uint8Array.from(words.glued),
    sentenceStart: Int32Array.from(starts),
    sentenceParagraph: Int32Array.from(paragraphs),
    notes: noteText(document.text, words, starts),
  }
  return { segments, hashes }
}

/** The hashes of all words' forms. */
export function hashAll(
  text: string,
  words: { readonly start: ArrayLike<number>; readonly end: ArrayLike<number> },
): WordHashes {
  const hashes = wordHashes(words.start.length)
  for (let i = 0; i < words.start.length; i++)
    hashWord(hashes, i, text, words.start[i] as number, words.end[i] as number)
  return hashes
}

function spaces(words: Words): Uint8Array {
  const out = new Uint8Array(words.start.length)
  for (let i = 0; i + 1 < out.length; i++) out[i] = words.start[i + 1] === words.end[i] ? 0 : 1
  return out
}

/** A paragraph without its dateline, and the dateline, in text order. */
function parts(paragraph: Span, dateline: Span | null): Span[] {
  if (!dateline || dateline.start < paragraph.start || dateline.end > paragraph.end) return [paragraph]
  return [
    { start: paragraph.start, end: dateline.start },
    dateline,
    { start: dateline.end, end: paragraph.end },
  ]
}
