import type { Span } from '#document'
import { type ActPatterns, type EventType, QUAD_OF, type Quad, SECTORS } from '#lexicon'
import type { ActorMention, Mentions, WordRange } from '#mentions'
import { Deprel, type Syntax } from '#syntax'
import type { EventStatus } from '../act.ts'
import { type Features, featuresOf } from './features.ts'
import { mendLemmas } from './mend.ts'
import type { Proposal } from './proposal.ts'
import { proposeAt } from './propose.ts'
import { type ActClass, CLASSES, classOf, NONE, type Ranker } from './ranker.ts'
import { indexActors } from './roles.ts'
import { at } from './tree.ts'
import type { WordVectors } from './word-vectors.ts'

/** What holds between two marked actors. */
export interface Relation {
  readonly type: EventType
  readonly mode: string | null
  readonly quad: Quad
  readonly status: EventStatus
  readonly confidence: number
  /** Probability of each type; CONCEDE and RETREAT share theirs as the patterns see it. */
  readonly scores: Readonly<Partial<Record<EventType, number>>>
}

/** A pair as the ranker sees it. */
export interface PairReading {
  readonly features: Features
  readonly proposals: readonly Proposal[]
  readonly best: Proposal | null
}

/** Tells the relation between two marked actors of a text; either may be unknown. */
export function relate(
  syntax: Syntax,
  patterns: ActPatterns,
  ranker: Ranker,
  actor: Span | null,
  recipient: Span | null,
): Relation {
  const reading = readPair(syntax, patterns, ranker.vectors, actor, recipient)
  return relationOf(reading, ranker.score(reading.features))
}

/** The relation from the class probabilities; that there is one is given. */
export function relationOf({ best, proposals }: PairReading, given: Float64Array): Relation {
  const probabilities = amongClasses(given)
  let top = 0
  for (let c = 1; c < probabilities.length; c++)
    if ((probabilities[c] as number) > (probabilities[top] as number)) top = c
  const decided = CLASSES[top] as ActClass
  const agreeing =
    best && classOf(best.type) === decided
      ? best
      : (proposals.find((p) => classOf(p.type) === decided) ?? null)
  const type = decided === 'YIELD' ? (agreeing?.type ?? 'RETREAT') : decided
  const scores: Partial<Record<EventType, number>> = {}
  CLASSES.forEach((name, c) => {
    const value = round(probabilities[c] as number)
    if (name !== 'YIELD') scores[name] = value
    else scores[type === 'CONCEDE' ? 'CONCEDE' : 'RETREAT'] = value
  })
  return {
    type,
    mode: agreeing?.mode ?? null,
    quad: QUAD_OF[type],
    status: (agreeing ?? best)?.status ?? 'asserted',
    confidence: round(probabilities[top] as number),
    scores,
  }
}

/** Probabilities among the classes alone. */
export function amongClasses(given: Float64Array): Float64Array {
  const some = 1 - (given[NONE] as number)
  return given.subarray(0, NONE).map((p) => p / (some || 1))
}

const round = (value: number) => Math.round(value * 10000) / 10000

/** Reads the sentence of two marked actors with the rows, and draws the ranker's features. */
export function readPair(
  given: Syntax,
  patterns: ActPatterns,
  vectors: WordVectors,
  actor: Span | null,
  recipient: Span | null,
): PairReading {
  const s = mendLemmas(given, patterns)
  const [a, b] = [rangeOf(s, actor), rangeOf(s, recipient)]
  const mentions = markedMentions(s, a, b)
  const ground = { mentions, patterns, index: indexActors(mentions) }
  const proposals: Proposal[] = []
  for (let w = 0; w < s.length; w++) proposeAt(ground, w, proposals)
  const actorNumber = a ? 0 : -1
  const recipientNumber = b ? (a ? 1 : 0) : -1
  const match = (p: Proposal) => {
    const all = [...p.actors, ...p.recipients]
    const reciprocal = p.compiled.reciprocal || p.type === 'AGREE'
    const one = a === null || (reciprocal ? all : p.actors).includes(actorNumber)
    const other = b === null || (reciprocal ? all : p.recipients).includes(recipientNumber)
    return (one ? 1 : 0) + (other ? 1 : 0)
  }
  let best: Proposal | null = null
  let top = -1
  for (const proposal of proposals) {
    const score = proposal.score + match(proposal)
    if (score > top) [best, top] = [proposal, score]
  }
  const view = { s, patterns, vectors, actor: a, recipient: b }
  return { features: featuresOf(view, proposals, match), proposals, best }
}

/** The words that a span touches. */
export function rangeOf(s: Syntax, span: Span | null): WordRange | null {
  if (!span) return null
  let first = -1
  let last = -1
  for (let w = 0; w < s.length; w++) {
    if (at(s.start, w) >= span.end || at(s.end, w) <= span.start) continue
    if (first < 0) first = w
    last = w
  }
  if (first < 0) return null
  let head = first
  for (let w = first; w <= last; w++) {
    const parent = at(s.head, w)
    if (parent < first || parent > last) {
      head = w
      break
    }
  }
  return { first, last, head }
}

/** Mentions that hold the marked actors alone; who they are is not asked. */
function markedMentions(s: Syntax, a: WordRange | null, b: WordRange | null): Mentions {
  const actors: ActorMention[] = []
  const actorAtHead = new Int32Array(s.length).fill(-1)
  for (const range of [a, b]) {
    if (!range) continue
    if ((actorAtHead[range.head] ?? -1) < 0) actorAtHead[range.head] = actors.length
    actors.push({
      ...range,
      span: { start: at(s.start, range.first), end: at(s.end, range.last) },
      kind: 'name',
      entity: `marked/${actors.length}`,
      name: null,
      country: null,
      sectors: SECTORS,
      role: null,
      members: [],
      coreferentWith: null,
    })
  }
  if (a) for (const w of pronounsOf(s, a)) if ((actorAtHead[w] ?? -1) < 0) actorAtHead[w] = 0
  return { syntax: s, actors, places: [], times: [], actorAtHead, notes: [] }
}

const BACK = new Set(['it', 'he', 'she', 'they'])

/** "Iran said it would": the subject pronouns of the actor's sentence that stand after it. */
function pronounsOf(s: Syntax, actor: WordRange): readonly number[] {
  const end = at(s.sentenceStart, at(s.sentence, actor.head) + 1)
  const found: number[] = []
  for (let w = actor.last + 1; w < end; w++)
    if (BACK.has(s.lower[w] ?? '') && at(s.deprel, w) === Deprel.nsubj) found.push(w)
  return found
}
