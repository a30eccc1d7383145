import type { Span } from '#document'
import { Deprel, Upos } from '#syntax'
import { sourceBeside } from './attach-quotations.ts'
import { eachWord } from './candidates.ts'
import { clip } from './clip.ts'
import { type Frame, yieldOf } from './decode.ts'
import type { GroundWords } from './ground-words.ts'
import type { Quotation } from './quotations.ts'
import type { Draft } from './statement-draft.ts'

/** Makes a draft of a frame, or null where nothing is said. */
export function draftOf(words: GroundWords, frame: Frame): Draft | null {
  const { syntax } = words
  const source = yieldOf(words, frame.source)
  const content = yieldOf(words, frame.content)
  for (const it of frame.cut) eachWord(syntax, it, (word) => content.delete(word))
  for (const word of frame.cueWords) {
    source.delete(word)
    content.delete(word)
  }
  // What is labelled apart inside a wider content (the speaker of an inverted clause) is not said.
  for (const it of frame.source)
    if (it.minus < 0 || frame.content.every(({ minus }) => minus < 0))
      eachWord(syntax, it, (word) => content.delete(word))
  for (const word of content) source.delete(word)
  const cueWords = takePreposition(words, frame, content)
  clip(words, frame, content, source)
  const spans = runs(words, content).flatMap((run) => trim(words, run) ?? [])
  if (spans.length === 0) return null
  const wide = widenToQuotations(words, spans, frame.cue)
  const beside =
    source.size === 0 && followsQuotation(words, frame.cue) ? sourceBeside(words, frame.cue) : null
  const paragraph = syntax.sentenceParagraph[syntax.sentence[frame.cue] as number] as number
  return {
    frame,
    paragraph,
    cueWord: frame.cue,
    cue: cueSpan(words, frame.cue, cueWords),
    sources: beside ? [beside.head] : frame.source.map(({ word }) => word),
    source: beside ?? extent(words, source, frame.source[0]?.word ?? -1),
    content: beside ? outside(words, wide, beside) : wide,
    within: null,
  }
}

/** Whether a cue stands right behind a quotation: “…,” said somebody. */
function followsQuotation({ syntax, quoted }: GroundWords, cue: number): boolean {
  const before = cue - 1
  return (
    before > 0 &&
    quoted[cue] === 0 &&
    ((quoted[before] as number) > 0 || (syntax.lower[before] === ',' && (quoted[before - 1] as number) > 0))
  )
}

/** Content less what touches the source. */
function outside(
  { syntax }: GroundWords,
  spans: readonly Span[],
  { first, last }: { first: number; last: number },
): Span[] {
  const from = syntax.start[first] as number
  const to = syntax.end[last] as number
  const kept = spans.filter(({ start, end }) => end <= from || start >= to)
  return kept.length > 0 ? kept : [...spans]
}

const KEPT = new Set(['as', 'by', 'like', 'than', 'in'])

/** The preposition that a content hangs on is the cue's: "spoke about", "criticism of". Returns the cue's words. */
function takePreposition(
  { syntax }: GroundWords,
  { cue, cueWords, content }: Frame,
  said: Set<number>,
): Set<number> {
  const out = new Set(cueWords)
  for (const { word, minus } of content) {
    const left = syntax.left[word] as number
    if (minus >= 0 || left < cue || !(out.has(left - 1) || syntax.deprel[left - 1] === Deprel.advmod))
      continue
    if (
      syntax.upos[left] !== Upos.ADP ||
      syntax.head[left] !== word ||
      KEPT.has(syntax.lower[left] as string)
    )
      continue
    said.delete(left)
    out.add(left)
  }
  return out
}

interface Run {
  first: number
  last: number
}

/** Runs of words with nothing but punctuation between them. */
function runs({ syntax }: GroundWords, set: ReadonlySet<number>): Run[] {
  const out: Run[] = []
  for (const word of [...set].sort((a, b) => a - b)) {
    const run = out[out.length - 1]
    let gap = run === undefined || word - run.last > 3
    for (let i = (run?.last ?? word) + 1; !gap && i < word; i++) gap = syntax.upos[i] !== Upos.PUNCT
    if (gap || !run) out.push({ first: word, last: word })
    else run.last = word
  }
  return out
}

const MARKS = new Set([
  '"',
  '“',
  '”',
  '«',
  '»',
  "''",
  '``',
  '‘',
  '’',
  "'",
  '(',
  ')',
  '[',
  ']',
  '$',
  '…',
  '...',
])

function trim({ syntax }: GroundWords, { first, last }: Run): Span | null {
  const drop = (i: number) => syntax.upos[i] === Upos.PUNCT && !MARKS.has(syntax.lower[i] as string)
  let a = first
  let b = last
  while (a <= b && drop(a)) a++
  while (b >= a && drop(b)) b--
  if (a > b || (a === b && syntax.upos[a] === Upos.PUNCT)) return null
  return { start: syntax.start[a] as number, end: syntax.end[b] as number }
}

/** A content that lies in a quotation is the whole of it; one that runs into a quotation ends with it. */
function widenToQuotations(
  { syntax, quotations, quoted }: GroundWords,
  spans: readonly Span[],
  cue: number,
): Span[] {
  const own = (quoted[cue] as number) - 1
  const out: Span[] = []
  for (const span of spans) {
    let { start, end } = span
    for (let q = firstAfter(quotations, start); q < quotations.length; q++) {
      const quotation = quotations[q] as Quotation
      if (quotation.start >= end) break
      if (q === own) continue
      const inside = Math.min(end, quotation.end) - Math.max(start, quotation.start)
      if (start > quotation.start && inside * 4 < quotation.end - quotation.start && end > quotation.end)
        continue
      start = Math.min(start, quotation.start)
      end = Math.max(end, quotation.end)
    }
    const before = out[out.length - 1]
    if (before && start <= before.end)
      out[out.length - 1] = { start: before.start, end: Math.max(end, before.end) }
    else out.push({ start, end })
  }
  return separate(out, { start: syntax.start[cue] as number, end: syntax.end[cue] as number })
}

/** The cue itself is never said. */
const separate = (spans: Span[], cue: Span): Span[] =>
  spans.filter(({ start, end }) => end <= cue.start || start >= cue.end)

/** Number of the first quotation that ends behind a character. */
export function firstAfter(quotations: readonly Quotation[], at: number): number {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle] as Quotation).end <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** The cue's words as one span: those that hang together with its head. */
function cueSpan({ syntax }: GroundWords, cue: number, set: ReadonlySet<number>): Span {
  let first = cue
  let last = cue
  const joins = (i: number) =>
    set.has(i) || (syntax.upos[i] !== Upos.PUNCT && set.has(i - 1) && set.has(i + 1))
  while (first > 0 && joins(first - 1)) first--
  while (last + 1 < syntax.length && joins(last + 1)) last++
  return { start: syntax.start[first] as number, end: syntax.end[last] as number }
}

const LEADING: ReadonlySet<number> = new Set([Upos.PUNCT, Upos.ADP, Upos.SCONJ, Upos.CCONJ])

/** The stretch of source words around its head. */
function extent({ syntax }: GroundWords, set: ReadonlySet<number>, head: number): Draft['source'] {
  if (head < 0 || set.size === 0) return null
  let first = set.has(head) ? head : Math.min(...set)
  let last = first
  while (set.has(first - 1)) first--
  while (set.has(last + 1)) last++
  while (last > first && syntax.upos[last] === Upos.PUNCT && !MARKS.has(syntax.lower[last] as string)) last--
  while (first < last && LEADING.has(syntax.upos[first] as number)) first++
  return { first, last }
}
