import type { Mentions } from '#mentions'
import { Deprel, type Syntax, Upos } from '#syntax'
import { type ActorIndex, type Frame, withConjuncts } from './roles.ts'
import { at, childBy, prepositionOf } from './tree.ts'

/** Relations below which nobody stands whom the act is done to. */
const CLOSED = new Set([
  Deprel.nsubj,
  Deprel['nsubj:outer'],
  Deprel['obl:agent'],
  Deprel.advcl,
  Deprel.parataxis,
  Deprel['acl:relcl'],
  Deprel.punct,
  Deprel.cc,
  Deprel.mark,
  Deprel.aux,
  Deprel['aux:pass'],
  Deprel.case,
  Deprel.advmod,
  Deprel.discourse,
  Deprel.vocative,
  Deprel.csubj,
])

/** Prepositions that lead to a circumstance and not to a party. */
const CIRCUMSTANCE = new Set(
  'by after during amid amidst since before until till despite without because following according under as like through than due via alongside upon inside throughout within besides except unlike given pending per ahead beyond along around'.split(
    ' ',
  ),
)
/** Prepositions under which a place stands for who holds it. */
const TOWARD = new Set('to into against on from over toward towards with of for'.split(' '))
const LOCATIVE = new Set(['in', 'at', 'near', 'across'])

/** What is sent, lent or pulled out is not whom it is done to ("withdraw its troops from"). */
const INSTRUMENTS = new Set(
  'troop soldier force army unit battalion brigade marine warship ship vessel jet aircraft warplane tank fighter police policeman contingent reinforcement artillery helicopter regiment personnel guard missile team mission delegation expert worker doctor medic nurse envoy ambassador peacekeeper observer monitor adviser advisor staff border embassy consulate representative officer member'.split(
    ' ',
  ),
)
const TRANSFER = new Set(
  'send deploy dispatch withdraw pull move station provide contribute commit recall redeploy bring offer mobilize mobilise give supply lend return transfer extend establish sell pledge promise evacuate form set create develop build buy purchase design produce acquire operate'.split(
    ' ',
  ),
)

interface Candidate {
  readonly number: number
  readonly word: number
  readonly cost: number
}

/** Whether a mention names what is sent and not whom it is sent to. */
export function isInstrument(m: Mentions, frame: Frame, number: number): boolean {
  const head = m.actors[number]?.head ?? -1
  if (head < 0 || !INSTRUMENTS.has(m.syntax.lemma[head] ?? '')) return false
  const s = m.syntax
  const owner = childBy(s, head, Deprel['nmod:poss'])
  if (owner >= 0 && at(s.upos, owner) === Upos.PRON) return true
  if (isForeign(s, head)) return false
  return TRANSFER.has(s.lemma[frame.trigger] ?? '') || TRANSFER.has(s.lemma[at(s.head, head)] ?? '')
}

/** "Pakistani soldiers" are somebody's own and not what is sent. */
function isForeign(s: Syntax, head: number): boolean {
  for (let c = at(s.firstChild, head); c >= 0; c = at(s.nextSibling, c)) {
    const form = s.document.text[at(s.start, c)] ?? ''
    const relation = at(s.deprel, c)
    if ((relation === Deprel.amod || relation === Deprel.compound) && form !== form.toLowerCase()) return true
  }
  return false
}

/**
 * Whom an act is done to where no slot of its row names anybody: the nearest mention below its words, else the place
 * whose people or holders it strikes.
 */
export function findBelow(
  m: Mentions,
  index: ActorIndex,
  frame: Frame,
  located: boolean,
  accept: (number: number) => boolean,
): readonly number[] {
  const actors: Candidate[] = []
  const places: Candidate[] = []
  const visit = (word: number, cost: number, depth: number, circumstance: boolean): void => {
    const s = m.syntax
    for (let c = at(s.firstChild, word); c >= 0; c = at(s.nextSibling, c)) {
      if (!leadsOn(s, word, c) || isBefore(s, frame, c)) continue
      const preposition = prepositionOf(s, c)
      if (preposition !== null && CIRCUMSTANCE.has(preposition) && !isAgent(s, c)) continue
      const locative = preposition !== null && LOCATIVE.has(preposition)
      const price = cost + 1 + (locative ? 1.5 : 0) + (at(s.deprel, c) === Deprel.conj ? 1 : 0)
      const within = circumstance || locative
      collect(index, c, price, { preposition, within, located }, actors, places)
      if (depth < 5) visit(c, price, depth + 1, within)
    }
  }
  for (const word of new Set([frame.object, frame.trigger, frame.support]))
    if (word >= 0) visit(word, word === frame.support ? 0.5 : 0, 0, false)
  const best = cheapest(actors, (it) => accept(it) && !isInstrument(m, frame, it)) ?? cheapest(places, accept)
  return best
    ? withConjuncts(m, index, best.word, best.number, true, 0).filter((number) => accept(number))
    : []
}

/** Whether the way down leads to a party: not to subjects, owners, clauses of their own. */
function leadsOn(s: Syntax, word: number, c: number): boolean {
  const relation = at(s.deprel, c)
  // "rejected an appeal lodged by": who lodged it
  if (at(s.deprel, word) === Deprel.acl && isAgent(s, c)) return true
  if (CLOSED.has(relation)) return false
  if (relation === Deprel['nmod:poss'] && at(s.upos, c) === Upos.PRON) return false
  if (relation === Deprel.conj && at(s.upos, c) === Upos.VERB) return false
  return !(relation === Deprel.acl && childBy(s, c, Deprel.mark) < 0 && at(s.upos, word) === Upos.VERB)
}

const isAgent = (s: Syntax, c: number) =>
  at(s.deprel, c) === Deprel['obl:agent'] || (at(s.deprel, c) === Deprel.obl && prepositionOf(s, c) === 'by')

/** What stands before an active verb tells the circumstances ("In response to his letter, the court ordered"). */
const isBefore = (s: Syntax, { trigger }: Frame, c: number) =>
  c < trigger && at(s.head, c) === trigger && at(s.deprel, c) === Deprel.obl

interface Under {
  readonly preposition: string | null
  readonly within: boolean
  readonly located: boolean
}

function collect(
  index: ActorIndex,
  word: number,
  cost: number,
  { preposition, within, located }: Under,
  actors: Candidate[],
  places: Candidate[],
): void {
  const own = index.atHead[word] ?? -1
  const covering = own >= 0 ? own : (index.covering[word] ?? -1)
  if (covering >= 0) actors.push({ number: covering, word, cost })
  const place = index.placeAt[word] ?? -1
  if (place < 0) return
  const fits = preposition === null || TOWARD.has(preposition)
  if ((fits && !within) || located) places.push({ number: place, word, cost })
}

function cheapest(list: readonly Candidate[], accept: (number: number) => boolean): Candidate | null {
  let best: Candidate | null = null
  for (const candidate of list)
    if (accept(candidate.number) && (!best || candidate.cost < best.cost)) best = candidate
  return best
}
