import type { EventType } from '../plover.ts'

/** Words that bind somebody to a future act. Compiled by hand from general English. */
export type CommitmentStrength = 'pledged' | 'agreed' | 'intended' | 'urged' | 'expected'

export interface CommitmentCue {
  readonly lemma: string
  readonly upos: 'VERB' | 'NOUN' | 'ADJ'
  readonly strength: CommitmentStrength
  /** `to`: infinitive; `that`: clause; `obj`: noun; else a preposition. */
  readonly frames: readonly string[]
  /** Who is bound: the subject of the cue, or whom it is said to ("urged them to …"). */
  readonly bound: 'subject' | 'object'
}

type Compact = readonly [
  CommitmentStrength,
  CommitmentCue['upos'],
  CommitmentCue['bound'],
  frames: string,
  lemmas: string,
]

const ROWS: readonly Compact[] = [
  ['pledged', 'VERB', 'subject', 'to that obj', 'pledge vow promise'],
  ['pledged', 'VERB', 'subject', 'to', 'commit swear undertake guarantee offer volunteer'],
  ['pledged', 'VERB', 'subject', 'that', 'guarantee swear'],
  ['pledged', 'ADJ', 'subject', 'to', 'committed bound'],
  ['pledged', 'NOUN', 'subject', 'to that', 'pledge vow promise commitment guarantee undertaking offer'],
  ['agreed', 'VERB', 'subject', 'to that on', 'agree'],
  ['agreed', 'VERB', 'subject', 'to', 'consent'],
  ['agreed', 'NOUN', 'subject', 'to', 'agreement deal pact'],
  ['intended', 'VERB', 'subject', 'to', 'plan intend aim prepare decide resolve threaten'],
  ['intended', 'VERB', 'subject', 'on', 'plan'],
  ['intended', 'ADJ', 'subject', 'to', 'ready prepared set willing due determined poised scheduled'],
  ['intended', 'NOUN', 'subject', 'to', 'plan intention'],
  ['expected', 'VERB', 'object', 'to', 'expect schedule slate anticipate'],
  ['expected', 'ADJ', 'subject', 'to', 'likely expected scheduled slated due'],
  [
    'urged',
    'VERB',
    'object',
    'to',
    'urge call ask press push appeal implore order tell instruct exhort pressure demand request warn',
  ],
  ['urged', 'VERB', 'object', 'that', 'demand urge insist'],
  ['urged', 'VERB', 'object', 'obj for', 'demand'],
  ['urged', 'NOUN', 'object', 'to', 'call appeal demand ultimatum'],
]

export const COMMITMENT_CUES: readonly CommitmentCue[] = ROWS.flatMap(
  ([strength, upos, bound, frames, lemmas]) =>
    lemmas.split(' ').map((lemma) => ({ lemma, upos, strength, frames: frames.split(' '), bound })),
)

const TYPED: readonly (readonly [EventType, string])[] = [
  ['CONSULT', 'meet talk discuss visit negotiate confer attend host hold travel convene'],
  ['AGREE', 'agree sign ratify accept settle'],
  ['SUPPORT', 'support back endorse recognise recognize defend'],
  ['COOPERATE', 'cooperate collaborate share join extradite work coordinate'],
  ['AID', 'aid donate fund provide send supply contribute finance rebuild train lend grant help deliver'],
  ['CONCEDE', 'release free lift ease concede resign compromise relax'],
  ['RETREAT', 'withdraw retreat disarm surrender dismantle demobilise demobilize evacuate'],
  ['MOBILIZE', 'deploy mobilise mobilize mass'],
  ['COERCE', 'arrest detain ban expel censor investigate'],
  ['SANCTION', 'sanction embargo suspend freeze boycott'],
  ['ASSAULT', 'attack bomb kill invade retaliate shell'],
  ['PROTEST', 'protest demonstrate march rally'],
  ['REQUEST', 'ask request demand seek'],
  ['REJECT', 'reject veto block refuse'],
]

/** PLOVER type by the lemma of a promised act, where the word alone tells it. */
export const TYPE_OF_ACT: ReadonlyMap<string, EventType> = new Map(
  TYPED.flatMap(([type, lemmas]) => lemmas.split(' ').map((lemma) => [lemma, type] as const)),
)
