import type { Span } from '#document'
import type { GroundWords } from './ground-words.ts'
import type { Quotation } from './quotations.ts'
import type { Draft } from './statement-draft.ts'

/** How many characters may lie between a quotation's edge and a content's for the one to be the whole of the other. */
const SLACK = 2

/**
 * A content that begins or ends with a quotation holds the whole of it, over all its sentences, up to what another
 * draft has. Drafts are in text order.
 */
export function widen({ quotations }: GroundWords, drafts: readonly Draft[]): Draft[] {
  const owned = drafts
    .flatMap(({ content, cue }) => [...content, ...(cue ? [cue] : [])])
    .sort((a, b) => a.start - b.start)
  return drafts.map((draft) => {
    const content = draft.content.map((span) => widened(quotations, owned, span))
    return { ...draft, content: merged(content) }
  })
}

function widened(quotations: readonly Quotation[], owned: readonly Span[], span: Span): Span {
  let { start, end } = span
  for (let q = firstEndingBehind(quotations, start); q < quotations.length; q++) {
    const quotation = quotations[q] as Quotation
    if (quotation.start >= end) break
    const opens = Math.abs(quotation.start - start) <= SLACK || quotation.start > start
    const closes = Math.abs(quotation.end - end) <= SLACK || quotation.end < end
    if (opens && quotation.end > end) end = Math.max(end, endBefore(owned, span, quotation.end))
    else if (closes && quotation.start < start)
      start = Math.min(start, startBehind(owned, span, quotation.start))
  }
  return { start, end }
}

/** Where a content may end that wants to end at `to`: before the next thing that somebody has. */
function endBefore(owned: readonly Span[], { end }: Span, to: number): number {
  const next = owned[firstEndingBehind(owned, end)]
  return next && next.start < to ? end : to
}

/** Where a content may begin that wants to begin at `from`: there, unless somebody has what lies between. */
function startBehind(owned: readonly Span[], span: Span, from: number): number {
  const next = owned[firstEndingBehind(owned, from)]
  return next && next.start < span.start ? span.start : from
}

/** Number of the first span that ends behind a character. */
function firstEndingBehind(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).end <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Spans in order, those that touch made one. */
function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const before = out[out.length - 1]
    if (before && span.start <= before.end)
      out[out.length - 1] = { start: before.start, end: Math.max(before.end, span.end) }
    else out.push(span)
  }
  return out
}
