import type { GroundWords } from './ground-words.ts'
import type { Draft } from './statement-draft.ts'

/** "MS. ROE:", "“SMITH:": a name in capitals that opens a paragraph of a transcript. */
const LABEL = /^["“]?((?:[A-Z][A-Z.'’-]*\s){0,4}[A-Z][A-Z.'’-]+(?:\s\([^)\n]{1,40}\))?)\s?:\s/
/** A letter names nobody: it only ends the turn before. */
const LETTER = /^([QA])(?::\s|\s{1,8}(?=[A-Z“"]))/

/** So many paragraphs with labels make a transcript; a single "UPDATE:" does not. */
const FEWEST = 3

interface Turn {
  readonly paragraph: number
  readonly start: number
  readonly end: number
  /** Where the words begin. */
  readonly body: number
  readonly named: boolean
}

/** The turns of a transcript: who speaks stands before each, and goes on until the next. In text order. */
export function findTurns(words: GroundWords): readonly Draft[] {
  const { syntax } = words
  const { text, paragraphs } = syntax.document
  const turns: Turn[] = []
  const count = new Map<string, number>()
  paragraphs.forEach(({ kind, start, end }, paragraph) => {
    if (kind === 'title') return
    const opening = text.slice(start, Math.min(end, start + 120))
    const found = LABEL.exec(opening) ?? LETTER.exec(opening)
    const label = found?.[1] ?? ''
    if (!found || label === '') return
    const at = start + opening.indexOf(label)
    turns.push({
      paragraph,
      start: at,
      end: at + label.length,
      body: start + found[0].length,
      named: label.length > 1,
    })
    count.set(label, (count.get(label) ?? 0) + 1)
  })
  const labelled = turns.filter(({ start, end }) => (count.get(text.slice(start, end)) ?? 0) > 1)
  if (labelled.length < FEWEST) return []
  const whole = turns.length * 3 > paragraphs.length
  return turns.flatMap((turn, t) => {
    const next = (whole ? turns[t + 1]?.paragraph : undefined) ?? turn.paragraph + 1
    return (turn.named ? draftOf(words, turn, next) : null) ?? []
  })
}

/** A turn with the paragraphs up to the next one. */
function draftOf({ syntax }: GroundWords, turn: Turn, next: number): Draft | null {
  const { paragraphs } = syntax.document
  const first = wordFrom(syntax.start, turn.start)
  const last = wordFrom(syntax.start, turn.end) - 1
  if (last < first) return null
  const content = []
  for (let p = turn.paragraph; p < next; p++) {
    const paragraph = paragraphs[p]
    const start = p === turn.paragraph ? turn.body : (paragraph?.start ?? 0)
    if (paragraph && paragraph.end > start) content.push({ start, end: paragraph.end })
  }
  if (content.length === 0) return null
  const colon = syntax.lower[last + 1] === ':' ? last + 1 : -1
  return {
    frame: null,
    paragraph: turn.paragraph,
    cueWord: colon,
    cue: colon < 0 ? null : { start: syntax.start[colon] as number, end: syntax.end[colon] as number },
    source: { head: last, first, last },
    content,
    verbatim: true,
    within: null,
  }
}

/** Number of the first word that starts at or behind a character. */
function wordFrom(starts: { readonly length: number; readonly [i: number]: number }, at: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < at) low = middle + 1
    else high = middle
  }
  return low
}
