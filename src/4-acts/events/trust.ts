import type { EventType } from '#lexicon'
import type { Mentions } from '#mentions'
import type { Proposal } from './proposal.ts'

/**
 * How far a proposal's words are to be trusted, 0 to 1, beside what pattern and ranker say: who the parties are, how they
 * were found, whether it happened. The factors were set on judged events (`bench/events/judgements.jsonl`, round 1).
 */
export function trustIn(m: Mentions, told: Proposal, political: number, none: number): number {
  const [, slot] = told.slots
  return (
    (BY_PARTIES[political] ?? 0) *
    bySlot(told.type, told.recipients.length === 0 ? '' : slot) *
    byActor(m, told.actors) *
    (told.status === 'negated' || told.status === 'hypothetical' ? 0.85 : 1) *
    (none > 0.4 ? 0.85 : 1)
  )
}

/** Nobody, one political side alone, a political and a known one, two political sides. */
const BY_PARTIES = [0, 0.62, 0.85, 1]

const PHYSICAL = new Set<EventType>(['ASSAULT', 'AID', 'COERCE', 'MOBILIZE', 'RETREAT'])

function bySlot(type: EventType, slot: string): number {
  if (slot === 'below') return PHYSICAL.has(type) ? 0.9 : 0.65
  if (slot === 'loose') return 0.6
  return slot === 'C' ? 0.8 : 1
}

const FIRST_PERSONS = new Set(['i', 'we', 'my', 'our', 'us', 'me'])
const OWNERS = new Set(['his', 'their', 'its', 'her'])

/** Pronouns are told less surely than names, those of owners least; "I" is whoever speaks. */
function byActor(m: Mentions, actors: readonly number[]): number {
  let best = 0
  for (const number of actors) {
    const actor = m.actors[number]
    const lower = m.syntax.lower[actor?.head ?? -1] ?? ''
    const own =
      actor?.kind !== 'pronoun' ? 1 : FIRST_PERSONS.has(lower) ? 0.3 : OWNERS.has(lower) ? 0.65 : 0.85
    best = Math.max(best, own)
  }
  return best
}
