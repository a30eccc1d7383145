import type { Span } from '#document'
import { Deprel, type Syntax, Upos } from '#syntax'
import { sourceBeside } from './attach-quotations.ts'
import type { Frame } from './decode.ts'
import { childBy, type GroundWords, SUBJECTS } from './ground-words.ts'
import type { Draft, Source } from './statement-draft.ts'
import { ROLE } from './word-features.ts'

/** Makes a draft of a frame, or null where nothing is said. */
export function draftOf(words: GroundWords, frame: Frame): Draft | null {
  const { syntax } = words
  const { cue } = frame
  const content = runs(frame, ROLE.content).flatMap((run) => trim(syntax, run) ?? [])
  if (content.length === 0) return null
  const source = sourceOf(syntax, frame) ?? missedSource(words, frame, content)
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

/**
 * The source that the labels missed: beside a cue that stands right behind a quotation (“…,” reads the letter), or the
 * subject that a participle or a second verb shares ("Roe turned and said: “…”").
 */
function missedSource(words: GroundWords, { cue }: Frame, content: Span[]): Source | null {
  const { syntax, quotations } = words
  if (followsQuotation(words, cue)) {
    const beside = sourceBeside(words, cue)
    if (!beside) return null
    const apart = content.filter((it) => !touches(syntax, it, beside))
    if (apart.length === 0) return null
    content.splice(0, content.length, ...apart)
    return beside
  }
  const direct = content.some(({ start, end }) => quotations.some((q) => q.start === start || q.end === end))
  const shared = direct ? sharedSubject(words, cue) : -1
  if (shared < 0) return null
  const source = nounPhrase(words, shared)
  const apart = content.filter((it) => !touches(syntax, it, source))
  if (apart.length > 0) content.splice(0, content.length, ...apart)
  return source
}

/** The subject of a verb, or of the verb that it is joined to or hangs on, in its sentence; else -1. */
function sharedSubject({ syntax, quoted }: GroundWords, cue: number): number {
  for (let word = cue, n = 0; word >= 0 && n < 4; n++) {
    const subject = childBy(syntax, word, SUBJECTS)
    if (subject >= 0) return (quoted[subject] as number) === 0 ? subject : -1
    if (!SHARING.has(syntax.deprel[word] as number)) return -1
    word = syntax.head[word] as number
  }
  return -1
}

const SHARING: ReadonlySet<number> = new Set([Deprel.conj, Deprel.advcl, Deprel.xcomp])

/** A noun with what hangs on it, as far as it is not quoted. */
function nounPhrase({ syntax, quoted }: GroundWords, head: number): Source {
  let first = head
  let last = head
  while (first > (syntax.left[head] as number) && (quoted[first - 1] as number) === 0) first--
  while (last < (syntax.right[head] as number) && (quoted[last + 1] as number) === 0) last++
  return { head, first, last }
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

/** The run of source words that holds the cue's subject, else the nearest, with its highest word. */
function sourceOf(syntax: Syntax, frame: Frame): Source | null {
  const { cue } = frame
  const subject = childBy(syntax, cue, SUBJECTS)
  const away = ({ first, last }: Run) =>
    subject >= first && subject <= last ? 0 : Math.min(Math.abs(first - cue), Math.abs(last - cue))
  let best: Run | null = null
  for (const run of runs(frame, ROLE.source)) if (!best || away(run) < away(best)) best = run
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
