import type { Span } from '#document'
import { type Syntax, Upos } from '#syntax'
import { sourceBeside } from './attach-quotations.ts'
import type { Frame } from './decode.ts'
import type { GroundWords } from './ground-words.ts'
import type { Draft, Source } from './statement-draft.ts'
import { ROLE } from './word-features.ts'

/** Makes a draft of a frame, or null where nothing is said. */
export function draftOf(words: GroundWords, frame: Frame): Draft | null {
  const { syntax } = words
  const { cue } = frame
  const content = runs(frame, ROLE.content).flatMap((run) => trim(syntax, run) ?? [])
  if (content.length === 0) return null
  const own = sourceOf(syntax, frame)
  const beside = own === null && followsQuotation(words, cue) ? sourceBeside(words, cue) : null
  const source = beside && !content.some((it) => touches(syntax, it, beside)) ? beside : own
  return {
    frame,
    paragraph: syntax.sentenceParagraph[syntax.sentence[cue] as number] as number,
    cueWord: cue,
    cue: cueSpan(syntax, frame),
    source,
    content,
    within: null,
  }
}

interface Run {
  readonly first: number
  readonly last: number
}

/** Runs of words of one role. */
function runs({ from, roles }: Frame, role: number): Run[] {
  const out: Run[] = []
  for (let n = 0; n < roles.length; n++) {
    if (roles[n] !== role) continue
    const first = n
    while (roles[n + 1] === role) n++
    out.push({ first: from + first, last: from + n })
  }
  return out
}

/** A run as characters, without the signs at its edges that are nobody's words. */
function trim(syntax: Syntax, { first, last }: Run): Span | null {
  const drop = (i: number) => ',;:–—-'.includes(syntax.lower[i] as string)
  let a = first
  let b = last
  while (a <= b && drop(a)) a++
  while (b >= a && drop(b)) b--
  for (let i = a; i <= b; i++)
    if (syntax.upos[i] !== Upos.PUNCT)
      return { start: syntax.start[a] as number, end: syntax.end[b] as number }
  return null
}

/** The widest run of source words, with the word of it that stands highest in the tree. */
function sourceOf(syntax: Syntax, frame: Frame): Source | null {
  let best: Run | null = null
  for (const run of runs(frame, ROLE.source))
    if (!best || run.last - run.first > best.last - best.first) best = run
  if (!best) return null
  const { first, last } = best
  let head = first
  for (let i = first; i <= last; i++) {
    const up = syntax.head[i] as number
    if ((up < first || up > last) && syntax.upos[i] !== Upos.PUNCT) {
      head = i
      break
    }
  }
  return { head, first, last }
}

/** The cue's words that hang together with its head. */
function cueSpan(syntax: Syntax, { cue, from, roles }: Frame): Span {
  let first = cue
  let last = cue
  while (roles[first - 1 - from] === ROLE.cue) first--
  while (roles[last + 1 - from] === ROLE.cue) last++
  return { start: syntax.start[first] as number, end: syntax.end[last] as number }
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

const touches = (syntax: Syntax, { start, end }: Span, { first, last }: Source): boolean =>
  (syntax.start[first] as number) < end && start < (syntax.end[last] as number)
