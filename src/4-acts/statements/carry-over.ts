import type { Span } from '#document'
import { Upos } from '#syntax'
import type { GroundWords } from './ground-words.ts'
import type { Quotation } from './quotations.ts'
import type { Draft } from './statement-draft.ts'

/**
 * Quotations that no cue reaches. One that is sentences of its own goes on with whoever spoke last in the paragraph; a
 * paragraph that opens with one goes on with the paragraph before. Scare quotes are nobody's.
 */
export function carryOver(words: GroundWords, drafts: Draft[]): Draft[] {
  const { syntax, quotations } = words
  const paragraphs = syntax.document.paragraphs
  const covered = coverage(quotations, drafts)
  const ordered = drafts.filter(({ within }) => within === null)
  const added: Draft[] = []
  let p = 0
  let w = 0
  quotations.forEach((quotation, q) => {
    if (covered[q] === 1) return
    while (p + 1 < paragraphs.length && (paragraphs[p] as Span).end <= quotation.start) p++
    while (w < syntax.length && (syntax.start[w] as number) < quotation.start) w++
    if (paragraphs[p]?.kind !== 'body' || !standsAlone(words, quotation, w)) return
    const last = lastBefore(ordered, added, quotation.start, p)
    if (!last) return
    if (last.paragraph === p || isDirect(words, last))
      last.content.push({ start: quotation.start, end: quotation.end })
    else added.push(alone(quotation, p, last))
  })
  return added
}

function alone(quotation: Quotation, paragraph: number, last: Draft): Draft {
  return {
    frame: null,
    paragraph,
    cueWord: -1,
    cue: null,
    source: last.source,
    content: [{ start: quotation.start, end: quotation.end }],
    within: null,
  }
}

/** 1 for each quotation that some draft's content or cue touches. */
export function coverage(quotations: readonly Quotation[], drafts: readonly Draft[]): Uint8Array {
  const out = new Uint8Array(quotations.length)
  const spans = drafts.flatMap(({ content }) => content).sort((a, b) => a.start - b.start)
  let s = 0
  let reach = -1
  quotations.forEach(({ start, end }, q) => {
    while (s < spans.length && (spans[s] as Span).start < end)
      reach = Math.max(reach, (spans[s++] as Span).end)
    if (reach > start) out[q] = 1
  })
  return out
}

/** Whether a quotation is sentences of its own: it opens one, and ends with a sign or its sentence. */
function standsAlone({ syntax }: GroundWords, { start, end, closed }: Quotation, first: number): boolean {
  const sentence = syntax.sentence[first]
  if (sentence === undefined || syntax.sentenceStart[sentence] !== first) return false
  const text = syntax.document.text
  const sign = text[end - 2] ?? ''
  return !closed || ('.?!,…'.includes(sign) && end - start > 12) || '.?!'.includes(text[end] ?? '')
}

/** The draft that spoke last before a character, in the same paragraph or the one before. */
function lastBefore(
  drafts: readonly Draft[],
  added: readonly Draft[],
  at: number,
  paragraph: number,
): Draft | null {
  let best: Draft | null = null
  let bestEnd = -1
  for (const list of [drafts, added])
    for (let i = list.length - 1; i >= 0; i--) {
      const draft = list[i] as Draft
      if (draft.paragraph < paragraph - 1) break
      const end = Math.max(draft.cue?.end ?? -1, draft.content[0]?.start ?? -1)
      if (end <= at && end > bestEnd && draft.paragraph <= paragraph) {
        best = draft
        bestEnd = end
      }
    }
  return best
}

function isDirect({ syntax }: GroundWords, { content }: Draft): boolean {
  const text = syntax.document.text
  return content.every(
    ({ start, end }) => '"“«\'‘'.includes(text[start] ?? ' ') && '"”»\'’'.includes(text[end - 1] ?? ' '),
  )
}

/** How a content is told: all words in quotation marks, none, or some. */
export function kindOf(
  { syntax, quoted }: GroundWords,
  content: readonly Span[],
): 'direct' | 'indirect' | 'mixed' {
  let inside = 0
  let all = 0
  for (const { start, end } of content)
    for (let i = wordAt(syntax.start, start); i < syntax.length && (syntax.start[i] as number) < end; i++) {
      if (syntax.upos[i] === Upos.PUNCT) continue
      all++
      if ((quoted[i] as number) > 0) inside++
    }
  return inside === 0 ? 'indirect' : inside === all ? 'direct' : 'mixed'
}

/** Number of the first word that starts at or behind a character. */
export function wordAt(
  starts: { readonly length: number; readonly [i: number]: number },
  at: number,
): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < at) low = middle + 1
    else high = middle
  }
  return low
}
