import type { Span } from '#document'
import type { Mentions } from '#mentions'
import { Deprel, type Syntax, Upos } from '#syntax'
import type { EventDate, Statement } from '../act.ts'
import { kindOf } from './carry-over.ts'
import { childBy, type GroundWords } from './ground-words.ts'
import type { Draft } from './statement-draft.ts'

/** Gives a draft its speakers, addressees, date and place. */
export function writeStatement(words: GroundWords, mentions: Mentions, draft: Draft): Statement {
  const { syntax } = words
  const { cueWord, cue, content, within } = draft
  return Object.freeze({
    speakers: speakersOf(mentions, draft),
    source: draft.source,
    cue,
    cueLemma: cueWord < 0 ? null : cueLemma(syntax, cueWord),
    content: Object.freeze([...content].sort((a, b) => a.start - b.start)),
    kind: draft.verbatim ? 'direct' : kindOf(words, content),
    addressees: cueWord < 0 ? [] : addressees(mentions, cueWord, draft),
    date: dateOf(mentions, draft),
    place: cueWord < 0 ? null : placeOf(mentions, cueWord, content),
    via: within === null ? null : (speakersOf(mentions, within)[0] ?? null),
    evidence: evidenceOf(syntax, draft),
    confidence: draft.frame ? 1 / (1 + Math.exp(-draft.frame.score)) : 0.8,
  })
}

const cueLemma = (syntax: Syntax, word: number): string =>
  syntax.lower[word] === 'according' ? 'according to' : (syntax.lemma[word] as string)

/** Members of a compound, else the mention at the source's head, else the widest mention inside the source. */
function speakersOf(mentions: Mentions, { source }: Draft): readonly number[] {
  const out: number[] = []
  if (!source) return out
  add(mentions, mentions.actorAtHead[source.head] as number, out)
  if (out.length > 0) return out
  let best = -1
  let bestWidth = 0
  mentions.actors.forEach(({ first, last }, number) => {
    if (first >= source.first && last <= source.last && last - first + 1 > bestWidth) {
      best = number
      bestWidth = last - first + 1
    }
  })
  add(mentions, best, out)
  return out
}

function add({ actors }: Mentions, number: number, out: number[]): void {
  const mention = actors[number]
  if (!mention) return
  for (const it of mention.members.length > 0 ? mention.members : [number])
    if (!out.includes(it)) out.push(it)
}

/** Who is told: object of "tell", or behind "to" of "say", "speak", "complain". */
function addressees(mentions: Mentions, cue: number, draft: Draft): readonly number[] {
  const { syntax } = mentions
  const out: number[] = []
  const inContent = (word: number) =>
    draft.content.some(
      ({ start, end }) => (syntax.start[word] as number) >= start && (syntax.start[word] as number) < end,
    )
  for (let k = syntax.firstChild[cue] as number; k >= 0; k = syntax.nextSibling[k] as number) {
    const deprel = syntax.deprel[k] as number
    const told = deprel === Deprel.iobj || deprel === Deprel.obj
    const to = deprel === Deprel.obl && syntax.lower[childBy(syntax, k, [Deprel.case])] === 'to'
    if ((told || to) && !inContent(k)) add(mentions, mentions.actorAtHead[k] as number, out)
  }
  return out
}

function dateOf({ syntax, times }: Mentions, { cueWord, content }: Draft): EventDate | null {
  if (cueWord >= 0) {
    const time = nearest(
      syntax,
      times,
      cueWord,
      content,
      ({ edtf, type }) => edtf !== null && type !== 'DURATION',
    )
    const edtf = time < 0 ? null : (times[time]?.edtf ?? null)
    if (edtf !== null) return { edtf, time, basis: 'stated' }
  }
  const published = syntax.document.published?.slice(0, 10) ?? null
  return published === null ? null : { edtf: published, time: null, basis: 'published' }
}

const placeOf = ({ syntax, places }: Mentions, cue: number, content: readonly Span[]): number | null => {
  const place = nearest(syntax, places, cue, content, () => true)
  return place < 0 ? null : place
}

/** Number of the mention that hangs on the cue: its head's governor is the cue, in the cue's sentence, not in what is said. */
function nearest<Mention extends { readonly head: number; readonly span: Span }>(
  syntax: Syntax,
  mentions: readonly Mention[],
  cue: number,
  content: readonly Span[],
  fits: (mention: Mention) => boolean,
): number {
  const sentence = syntax.sentence[cue] as number
  const from = syntax.sentenceStart[sentence] as number
  const to = syntax.sentenceStart[sentence + 1] as number
  return mentions.findIndex((mention) => {
    if (mention.head < from || mention.head >= to || !fits(mention)) return false
    if (content.some(({ start, end }) => mention.span.start < end && start < mention.span.end)) return false
    const up = syntax.head[mention.head] as number
    const above = up < 0 ? -1 : (syntax.head[up] as number)
    const relation = syntax.deprel[mention.head] as number
    return up === cue || (above === cue && relation !== Deprel['nmod:poss'] && syntax.upos[up] !== Upos.PROPN)
  })
}

function evidenceOf(syntax: Syntax, { content, cueWord }: Draft): Span {
  let start = Math.min(...content.map((it) => it.start))
  let end = Math.max(...content.map((it) => it.end))
  if (cueWord >= 0) {
    const sentence = syntax.sentence[cueWord] as number
    start = Math.min(start, syntax.start[syntax.sentenceStart[sentence] as number] as number)
    end = Math.max(end, syntax.end[(syntax.sentenceStart[sentence + 1] as number) - 1] as number)
  }
  return { start, end }
}
