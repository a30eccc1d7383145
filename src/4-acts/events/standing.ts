import type { Sector } from '#lexicon'
import type { ActorMention, Mentions } from '#mentions'

/** Sectors whose acts are what PLOVER is about. */
const POLITICAL = new Set<Sector>([
  'GOV',
  'MIL',
  'LEG',
  'JUD',
  'COP',
  'SPY',
  'PRM',
  'PTY',
  'OPP',
  'REB',
  'UAF',
  'IGO',
  'PRE',
  'ISM',
])

/**
 * How far PLOVER could say who a mention is: 3 a state or a body of one, 2 a political body or somebody of a known
 * country, 1 a known kind of people or a bare name, 0 nobody that can be told ("the men", "they").
 */
export function standingOf(m: Mentions, number: number): number {
  let actor = m.actors[number]
  for (let n = 0; actor && actor.coreferentWith !== null && n < 6; n++) actor = m.actors[actor.coreferentWith]
  const own = m.actors[number]
  if (!actor || !own) return 0
  return Math.max(
    rankOf(actor),
    own.kind === 'pronoun' ? 0 : rankOf(own),
    ...own.members.map((it) => standingOf(m, it)),
  )
}

function rankOf({ kind, country, sectors, entity }: ActorMention): number {
  if (kind === 'pronoun') return 0
  const political = sectors.some((sector) => POLITICAL.has(sector))
  if (entity.startsWith('country/')) return 3
  if (political) return country !== null ? 3 : 2
  const known = sectors.length > 0 && !sectors.every((sector) => sector === 'UNK')
  if (country !== null && kind !== 'nominal') return 2
  return known || country !== null || kind === 'name' || kind === 'title' ? 1 : 0
}
