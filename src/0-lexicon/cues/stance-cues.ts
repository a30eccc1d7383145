/** Words of standing: what a holder thinks of a thing or wants of somebody. Compiled by hand from general English. */
export type StanceName =
  | 'supports'
  | 'opposes'
  | 'demands'
  | 'rejects'
  | 'is-open-to'
  | 'denies'
  | 'concerned'
  | 'condemns'
  | 'praises'

/** Where the thing stands: object (`obj`), clause (`that`), infinitive (`to`), or behind a preposition (its name). */
export interface StanceCue {
  readonly lemma: string
  readonly upos: 'VERB' | 'NOUN' | 'ADJ'
  readonly stance: StanceName
  readonly frames: readonly string[]
  /** Lemma of the object that makes the verb a word of standing ("voice support for"). */
  readonly light: boolean
}

type Compact = readonly [StanceName, 'VERB' | 'NOUN' | 'ADJ', frames: string, lemmas: string]

const ROWS: readonly Compact[] = [
  ['supports', 'VERB', 'obj', 'support back endorse favour favor champion advocate uphold defend'],
  ['supports', 'VERB', 'for', 'advocate'],
  ['supports', 'VERB', 'with', 'side agree'],
  ['supports', 'VERB', 'by behind', 'stand'],
  ['supports', 'NOUN', 'for of to', 'support backing endorsement solidarity allegiance'],
  ['supports', 'ADJ', 'of', 'supportive'],
  ['opposes', 'VERB', 'obj', 'oppose resist challenge'],
  ['opposes', 'VERB', 'to', 'object'],
  ['opposes', 'VERB', 'against', 'campaign argue protest lobby'],
  ['opposes', 'VERB', 'with', 'disagree'],
  ['opposes', 'NOUN', 'to of against', 'opposition objection resistance'],
  ['opposes', 'ADJ', 'to', 'opposed hostile'],
  ['demands', 'VERB', 'that obj', 'demand'],
  [
    'demands',
    'VERB',
    'to',
    'demand urge call ask press push appeal implore beseech pressure exhort tell order',
  ],
  ['demands', 'VERB', 'that', 'insist urge'],
  ['demands', 'VERB', 'obj', 'urge'],
  ['demands', 'VERB', 'on', 'insist'],
  ['demands', 'ADJ', 'on about that over with', 'firm adamant insistent'],
  ['demands', 'VERB', 'for', 'call appeal press push plead ask'],
  ['demands', 'NOUN', 'for that to', 'demand call appeal ultimatum plea'],
  ['rejects', 'VERB', 'obj', 'reject dismiss rebuff spurn veto repudiate refuse decline renounce'],
  ['rejects', 'VERB', 'to', 'refuse decline'],
  ['rejects', 'VERB', 'out', 'rule'],
  ['rejects', 'NOUN', 'of', 'rejection'],
  ['rejects', 'NOUN', 'to', 'refusal'],
  ['is-open-to', 'ADJ', 'to', 'open receptive amenable'],
  ['is-open-to', 'ADJ', 'to', 'ready willing prepared'],
  ['is-open-to', 'VERB', 'obj', 'consider mull contemplate weigh'],
  ['is-open-to', 'NOUN', 'to', 'openness readiness willingness'],
  ['denies', 'VERB', 'obj that', 'deny refute rebut disavow disclaim'],
  ['denies', 'NOUN', 'of that', 'denial'],
  [
    'concerned',
    'ADJ',
    'about at by over that',
    'concerned worried alarmed anxious uneasy troubled dismayed wary apprehensive',
  ],
  ['concerned', 'VERB', 'that about over', 'worry fear fret'],
  ['concerned', 'VERB', 'obj', 'fear'],
  ['concerned', 'NOUN', 'about over at that', 'concern alarm worry unease misgiving anxiety dismay fear'],
  [
    'condemns',
    'VERB',
    'obj',
    'condemn denounce deplore decry castigate censure rebuke slam blast lambast lambaste criticise criticize',
  ],
  ['condemns', 'VERB', 'of', 'accuse'],
  ['condemns', 'VERB', 'obj', 'blame fault'],
  ['condemns', 'VERB', 'at', 'hit lash'],
  ['condemns', 'NOUN', 'of at for', 'condemnation outrage denunciation criticism'],
  ['praises', 'VERB', 'obj', 'praise welcome hail applaud commend laud salute congratulate thank extol'],
  ['praises', 'NOUN', 'for of to', 'praise gratitude appreciation tribute'],
]

export const STANCE_CUES: readonly StanceCue[] = ROWS.flatMap(([stance, upos, frames, lemmas]) =>
  lemmas
    .split(' ')
    .map((lemma) => ({ lemma, upos, stance, frames: frames.split(' '), light: upos === 'NOUN' })),
)

/** Verbs that hand their standing to a noun: "voiced support for", "expressed concern about", "has no objection to". */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
  `express voice reiterate repeat reaffirm renew restate declare state give lend offer pledge throw extend have hold
   raise register announce show signal issue make convey pay maintain drop underline stress intensify increase boost
   strengthen step lead join share draw`.split(/\s+/),
)
