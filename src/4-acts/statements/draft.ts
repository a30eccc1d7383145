import type { Span } from '#document'
import { type Syntax, Upos } from '#syntax'
import type { Frame } from './decode.ts'
import { sharedSubject, sourceBeside } from './find-source.ts'
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
    cue: cueSpan(syntax, frame, source),
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
  const direct = content.some(({ start, end }) => quotations.some((q) => q.start === start || q.end === end))
  const opens = syntax.sentenceStart[syntax.sentence[cue] as number] === cue
  const turned = opens && cue + 1 < syntax.length && syntax.upos[cue + 1] === Upos.PROPN
  const source =
    followsQuotation(words, cue) || (direct && turned)
      ? sourceBeside(words, cue)
      : direct
        ? sharedSubject(words, cue)
        : null
  if (!source) return null
  const apart = content.filter((it) => !touches(syntax, it, source))
  if (apart.length > 0) content.splice(0, content.length, ...apart)
  return apart.length > 0 ? source : null
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
function cueSpan(syntax: Syntax, { cue, from, roles }: Frame, source: Source | null): Span {
  let first = cue
  let last = cue
  const joins = (i: number) =>
    roles[i - from] === ROLE.cue && !(source !== null && i >= source.first && i <= source.last)
  while (joins(first - 1)) first--
  while (joins(last + 1)) last++
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
