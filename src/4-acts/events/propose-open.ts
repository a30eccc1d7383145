import { type Syntax, Upos } from '#syntax'
import { bareRow } from './bare-row.ts'
import type { Proposal } from './proposal.ts'
import { type Ground, known, others, speakerFor } from './propose.ts'
import { findBelow, isInstrument } from './recipients.ts'
import { type Frame, fillSlot } from './roles.ts'
import { modalityOf } from './status.ts'
import { at, particleOf } from './tree.ts'

/** The row of proposals whose type the ranker alone decides. */
export const OPEN_ROW = bareRow({ id: 'open', type: 'AGREE', frame: 'S > O' }, 2, 0.5)

/** Verbs that tell little of their own: what is done is told by their objects and by who stands with them. */
const OPEN_VERBS = new Set(
  'give begin start step_up hand hand_over return grant send fly arrive use violate award raise donate spend announce extend launch approve order deploy end lead overthrow force prolong enforce put place push pull pull_out take take_in issue adopt pass sign bring carry carry_out conduct host build contribute provide deliver transfer allocate impose lift ease cut cut_off stop halt block ban close open reopen declare introduce file make leave enter withdraw strike hit pay pledge promise refuse deny reinstate appoint dismiss restore free release evacuate rescue receive welcome export import sell buy supply trade invest share exchange train arm fund finance back meet visit call call_off cancel suspend resume attend sever establish recognize recognise intensify step_up beef_up strengthen reinforce mobilize mobilise dispatch move mass seize capture occupy retake raid storm besiege shell bomb target fire shoot kill wound attack ambush clash protest demonstrate rally march boycott condemn criticize criticise accuse blame charge convict sentence jail arrest detain deport expel extradite hack search confiscate investigate question summon warn threaten vow reject dispute refute defy violate breach'.split(
    ' ',
  ),
)
const SLOTS = ['O', 'I', 'against', 'with', 'to', 'on', 'at', 'into', 'over', 'from', 'of', 'between']

/** Proposes at each verb that no row reads, where it stands between an actor and somebody else. */
export function proposeOpen(ground: Ground, read: readonly Proposal[]): readonly Proposal[] {
  const s = ground.mentions.syntax
  const taken = new Set(read.flatMap(({ word, support, governed }) => [word, support, governed]))
  const found: Proposal[] = []
  for (let w = 0; w < s.length; w++) {
    if (at(s.upos, w) !== Upos.VERB || taken.has(w) || !OPEN_VERBS.has(verbOf(s, w))) continue
    const proposal = openAt(ground, w)
    if (proposal) found.push(proposal)
  }
  return found
}

function verbOf(s: Syntax, word: number): string {
  const particle = particleOf(s, word)
  return particle < 0 ? (s.lemma[word] ?? '') : `${s.lemma[word]}_${s.lower[particle]}`
}

function openAt(ground: Ground, word: number): Proposal | null {
  const { mentions, index, patterns } = ground
  const frame: Frame = { trigger: word, object: -1, support: -1 }
  const actors = fillSlot(mentions, index, frame, 'S').map((number) => speakerFor(ground, frame, number))
  if (actors.length === 0 || !actors.some((number) => known(mentions.actors[number]))) return null
  const accept = (number: number) =>
    others(mentions, [number], actors).length > 0 && !isInstrument(mentions, frame, number)
  const [slot, recipients] = firstOther(ground, frame, accept)
  if (recipients.length === 0) return null
  const modality = modalityOf(mentions.syntax, patterns, word, -1)
  return {
    compiled: OPEN_ROW,
    type: 'AGREE',
    mode: null,
    cameo: null,
    status: modality.status,
    word,
    support: -1,
    object: -1,
    governed: -1,
    actors,
    recipients,
    slots: ['S', slot],
    score: OPEN_ROW.weight,
  }
}

function firstOther(
  { mentions, index }: Ground,
  frame: Frame,
  accept: (number: number) => boolean,
): readonly [string, readonly number[]] {
  for (const slot of SLOTS) {
    const found = fillSlot(mentions, index, frame, slot).filter(accept)
    if (found.length) return [slot, found]
  }
  return ['below', findBelow(mentions, index, frame, true, accept)]
}
