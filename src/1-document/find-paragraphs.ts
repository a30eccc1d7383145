import type { Paragraph } from './document.ts'

/** Longest line, in characters, that may be a headline or a subhead. */
const SUBHEAD_LENGTH = 90
const TITLE_LENGTH = 160

interface Line {
  readonly start: number
  readonly end: number
  readonly words: string
}

/** Splits a normalised text, one paragraph a line, and tells headlines and subheads from body. */
export function findParagraphs(text: string, titleLength: number): readonly Paragraph[] {
  const lines = splitLines(text, titleLength)
  const kinds = lines.map((line, i) => kindOf(lines, line, i, titleLength === 0))
  const body = lines.map(({ start, end }, i) => Object.freeze({ start, end, kind: kinds[i] ?? 'body' }))
  const title = { start: 0, end: titleLength, kind: 'title' } as const
  return Object.freeze(titleLength > 0 ? [Object.freeze(title), ...body] : body)
}

function splitLines(text: string, from: number): readonly Line[] {
  const out: Line[] = []
  for (let start = from; start < text.length; ) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    if (end > start) out.push({ start, end, words: text.slice(start, end) })
    start = end + 1
  }
  return out
}

function kindOf(lines: readonly Line[], line: Line, i: number, mayBeTitle: boolean): Paragraph['kind'] {
  const next = lines[i + 1]
  if (!next || !isProse(next.words)) {
    // Two short lines on top of each other: a headline and its deck.
    const after = lines[i + 2]
    const onTop = i === 0 && mayBeTitle && next && after && isHeading(next.words, SUBHEAD_LENGTH)
    return onTop && isProse(after.words) && isHeading(line.words, TITLE_LENGTH) ? 'title' : 'body'
  }
  if (i === 0 && mayBeTitle) return isHeading(line.words, TITLE_LENGTH) ? 'title' : 'body'
  return isHeading(line.words, SUBHEAD_LENGTH) ? 'subhead' : 'body'
}

/** A line that may stand over paragraphs: short, capitalised, without a final stop. */
export function isHeading(words: string, longest: number): boolean {
  if (words.length > longest || /[.,;:…]["'”’)\]]*$/.test(words)) return false
  return /^["'“‘(]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(words) && /\p{L}{2}/u.test(words) && !isQuoted(words)
}

/** A whole line in quotation marks with a stop inside is speech. */
const isQuoted = (words: string) => /^["“‘].*[.!?]["”’]$/.test(words)

/** A line that reads like a paragraph: it ends like a sentence or is long. */
const isProse = (words: string) => words.length > SUBHEAD_LENGTH || /[.!?…:]["'”’)\]]*$/.test(words)
