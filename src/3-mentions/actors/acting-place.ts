import { Deprel, type Syntax, Upos } from '#syntax'
import { caseOf } from './noun-phrase.ts'

const PLACE_CASES = new Set(
  'in at near into inside across around outside through within throughout over along off beyond beneath above'.split(
    ' ',
  ),
)
const MOTION = new Set(
  'travel fly go return come arrive move visit trip head drive flight journey flee march pilgrimage sail leave depart way road route escape relocate migrate ship export deport extradite tour departure'.split(
    ' ',
  ),
)
const TAKEN = new Set(
  'visit leave reach enter bomb shell capture seize besiege hit strike rock tour cross flee quit surround retake recapture liberate attack storm devastate hold near bombard'.split(
    ' ',
  ),
)

/**
 * Whether a country ("Russia") or a capital ("Moscow") acts or is acted upon where it stands, or is just a place. A
 * capital must show more: to fly to Moscow is to go to a city, to visit Russia may still be an act towards a state.
 */
export function isActing(syntax: Syntax, head: number, capital: boolean): boolean {
  const relation = syntax.deprel[topOfCoordination(syntax, head)] as number
  const word = topOfCoordination(syntax, head)
  const governor = syntax.head[word] as number
  const casing = caseOf(syntax, head) >= 0 ? caseOf(syntax, head) : caseOf(syntax, word)
  if (
    relation === Deprel.compound ||
    relation === Deprel.amod ||
    relation === Deprel.flat ||
    relation === Deprel['nmod:unmarked'] ||
    relation === Deprel.list
  )
    return false
  if (relation === Deprel['nmod:poss']) return !capital || !isPlaceNoun(syntax, governor)
  if (casing < 0 || relation === Deprel.nsubj || relation === Deprel['nsubj:pass']) {
    if (relation === Deprel.obj && capital)
      return governor < 0 || !TAKEN.has(syntax.lemma[governor] as string)
    if (
      relation === Deprel['obl:unmarked'] ||
      relation === Deprel.appos ||
      relation === Deprel.dep ||
      relation === Deprel.parataxis
    )
      return false
    if (relation === Deprel.root) return false
    return true
  }
  const preposition = syntax.lower[casing] as string
  if (PLACE_CASES.has(preposition)) return false
  if (!capital)
    return !(preposition === 'from' && governor >= 0 && MOTION.has(syntax.lemma[governor] as string))
  if (['with', 'by', 'between', 'against', 'toward', 'towards', 'among'].includes(preposition)) return true
  if (preposition === 'to') return governor >= 0 && !MOTION.has(syntax.lemma[governor] as string)
  return false
}

const PLACES = new Set(
  'airport street suburb hotel embassy office university bureau district outskirts centre center station square museum stadium resident hospital school church mosque home summit skyline port road'.split(
    ' ',
  ),
)
const isPlaceNoun = (syntax: Syntax, word: number) => word >= 0 && PLACES.has(syntax.lemma[word] as string)

/** The first member of a coordination, whose relation all members share. */
export function topOfCoordination(syntax: Syntax, word: number): number {
  let top = word
  for (
    let steps = 0;
    steps < 60 && syntax.deprel[top] === Deprel.conj && (syntax.head[top] as number) >= 0;
    steps++
  ) {
    const head = syntax.head[top] as number
    if (syntax.upos[head] === Upos.VERB && syntax.upos[top] !== Upos.VERB) break
    top = head
  }
  return top
}
