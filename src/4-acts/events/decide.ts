import { Deprel, type Syntax } from '#syntax'
import type { Proposal } from './proposal.ts'
import type { Ranked } from './rank.ts'
import { at, isMarked } from './tree.ts'

/** Below this a proposal is not told at all. */
const FLOOR = 0.5

/** A ranked proposal and what became of it. */
export interface Decided {
  readonly ranked: Ranked
  /** `weak`: below the floor; `beaten`: a better one needs the same words; `governed`: part of what another tells. */
  readonly fate: 'kept' | 'weak' | 'beaten' | 'governed'
}

/** Of proposals that need the same words the best wins; what an operator governs is not told apart. */
export function decide(s: Syntax, ranked: readonly Ranked[]): readonly Decided[] {
  const order = [...ranked].sort(
    (a, b) => worth(b) - worth(a) || a.proposal.word - b.proposal.word || (a.rule < b.rule ? -1 : 1),
  )
  const taken = new Uint8Array(s.length)
  const fates: Decided[] = []
  for (const candidate of order) {
    const { word, object, governed, support } = candidate.proposal
    if (isAsked(s, candidate.proposal)) fates.push({ ranked: candidate, fate: 'governed' })
    else if (candidate.confidence < FLOOR) fates.push({ ranked: candidate, fate: 'weak' })
    else if (taken[word]) fates.push({ ranked: candidate, fate: 'beaten' })
    else {
      fates.push({ ranked: candidate, fate: 'kept' })
      for (const w of [word, object, support, governed]) if (w >= 0) taken[w] = 1
      if (governed >= 0) takeClause(s, governed, taken)
    }
  }
  const governs = new Uint8Array(s.length)
  for (const { ranked: it, fate } of fates)
    if (fate === 'kept' && it.proposal.governed >= 0) governs[it.proposal.governed] = 1
  return fates
    .map((it): Decided => {
      const inside = it.fate === 'kept' && isGoverned(s, it.ranked.proposal.word, governs)
      return inside ? { ranked: it.ranked, fate: 'governed' } : it
    })
    .sort((a, b) => a.ranked.proposal.word - b.ranked.proposal.word)
}

const ASKING = new Set(
  'urge call demand ask request appeal press push tell order beg implore encourage advise recommend warn suggest propose allow permit invite help persuade convince force require expect want hope instruct direct task aim try seek attempt need use let enable authorise authorize'.split(
    ' ',
  ),
)

/** Verbs whose clause is wished for ("demanded that he resign"). */
const WISHING = new Set(
  'suggest demand urge insist propose recommend request require hope wish want'.split(' '),
)

/** Verbs whose gerund is what somebody is charged with ("accused him of bribing"). */
const CHARGING = new Set(['accuse', 'suspect', 'convict', 'acquit', 'charge', 'blame'])

/** What somebody is asked, helped or hopes to do, or does something else for, is not an act of its own. */
function isAsked(s: Syntax, { word, support, actors }: Proposal): boolean {
  const verb = support >= 0 ? support : word
  const head = at(s.head, verb)
  if (head < 0 || actors.length === 0) return false
  const relation = at(s.deprel, verb)
  if (relation === Deprel.advcl && CHARGING.has(s.lemma[head] ?? '')) return true
  if (relation === Deprel.ccomp && WISHING.has(s.lemma[head] ?? '')) return true
  if (!isMarked(s, verb, 'to')) return false
  if (relation === Deprel.advcl || relation === Deprel.acl) return true
  return (relation === Deprel.xcomp || relation === Deprel.ccomp) && ASKING.has(s.lemma[head] ?? '')
}

/** Operators come first: what they govern must not be told before them. */
const worth = ({ confidence, proposal }: Ranked) => confidence + (proposal.governed >= 0 ? 0.5 : 0)

/** The object nouns of a governed clause belong to it ("agreed to hold talks"). */
function takeClause(s: Syntax, clause: number, taken: Uint8Array): void {
  for (let c = at(s.firstChild, clause); c >= 0; c = at(s.nextSibling, c)) taken[c] = 1
}

const isGoverned = (s: Syntax, word: number, governs: Uint8Array) =>
  governs[word] === 1 || (at(s.head, word) >= 0 && governs[at(s.head, word)] === 1)
