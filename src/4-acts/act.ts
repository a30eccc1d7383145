import type { Note, Span } from '#document'
import type { Context, EventType } from '#lexicon'
import type { ActorMention, WordRange } from '#mentions'

/** Acts name mentions by their numbers in `Mentions` and each other by their places in `Acts`. */

export type EventStatus = 'asserted' | 'negated' | 'planned' | 'hypothetical' | 'historical'

export interface CountRange {
  readonly low: number
  readonly high: number
}

export interface EventDate {
  readonly edtf: string
  /** Number of the time mention it rests on. */
  readonly time: number | null
  readonly basis: 'stated' | 'dateline' | 'published'
}

/** A PLOVER event as one report tells it. */
export interface Event {
  readonly type: EventType
  readonly mode: string | null
  readonly contexts: readonly Context[]
  /** CAMEO root or finer code. */
  readonly cameo: string
  readonly status: EventStatus
  /** All parties of a reciprocal event stand here, and nobody in `recipients`. */
  readonly actors: readonly number[]
  readonly recipients: readonly number[]
  readonly date: EventDate | null
  readonly place: number | null
  readonly trigger: Span
  /** Word number of the trigger's head. */
  readonly word: number
  readonly evidence: Span
  /** Place in `Acts.statements` of who says so. */
  readonly attributedTo: number | null
  readonly fatalities: CountRange | null
  readonly injured: CountRange | null
  /** 0 … 1, calibrated. */
  readonly confidence: number
  /** Id of the lexicon row that made it, with the ranker's name where that decided. */
  readonly rule: string
}

export interface Statement {
  readonly speakers: readonly number[]
  /** Words of the noun phrase that names who speaks ("Ukrainian Prime Minister A. Bondar, who chaired the talks"). */
  readonly source: WordRange | null
  readonly cue: Span | null
  /** Lemma of the cue, for positions and events that rest on it ("say", "warn", "according to"). */
  readonly cueLemma: string | null
  readonly content: readonly Span[]
  readonly kind: 'direct' | 'indirect' | 'mixed'
  readonly addressees: readonly number[]
  readonly date: EventDate | null
  readonly place: number | null
  /** The outlet or person relaying it. */
  readonly via: number | null
  readonly evidence: Span
  readonly confidence: number
}

export type Stance =
  | 'supports'
  | 'opposes'
  | 'demands'
  | 'rejects'
  | 'is-open-to'
  | 'denies'
  | 'concerned'
  | 'condemns'
  | 'praises'

export interface Position {
  readonly holder: readonly number[]
  readonly stance: Stance
  readonly toward: number | null
  readonly proposition: Span
  /** Place in `Acts.statements` or `Acts.events` of what it follows from; at most one of the two. */
  readonly statement: number | null
  readonly event: number | null
  readonly evidence: Span
  readonly confidence: number
}

export interface Commitment {
  readonly by: readonly number[]
  readonly to: readonly number[]
  readonly act: Span
  readonly type: EventType | null
  /** EDTF, open ends allowed: "2013-09/..". */
  readonly due: string | null
  readonly condition: Span | null
  readonly strength: 'pledged' | 'agreed' | 'intended' | 'urged' | 'expected'
  readonly status: 'open' | 'withdrawn'
  readonly evidence: Span
  readonly confidence: number
}

export interface Figure {
  readonly measure: string
  readonly low: number
  readonly high: number
  readonly approximate: boolean
  /** What is counted ("people", "troops") or, for money, the ISO 4217 code. */
  readonly unit: string | null
  /** What it tells of: an event or an actor mention. */
  readonly about: { readonly kind: 'event' | 'actor'; readonly number: number } | null
  readonly evidence: Span
}

/** What the fourth floor hands up. Lists are in text order. */
export interface Acts {
  readonly events: readonly Event[]
  readonly statements: readonly Statement[]
  readonly positions: readonly Position[]
  readonly commitments: readonly Commitment[]
  readonly figures: readonly Figure[]
  /** Places that stand in events as those acted on; their numbers follow on those of `Mentions.actors`. */
  readonly added: readonly ActorMention[]
  readonly notes: readonly Note[]
}
