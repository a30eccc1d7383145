import type { Place } from '#lexicon'
import { Deprel, type Syntax } from '#syntax'
import type { ActorMention } from '../mention.ts'
import { headOf, type Match } from './match-names.ts'
import type { WeighedMatch } from './weigh-places.ts'

/** The actor that a match stands in: by its name, else by what else is said of it ("US officials"). */
export function actorsOf(
  syntax: Syntax,
  actors: readonly ActorMention[],
): (match: Match) => ActorMention | undefined {
  const owner = new Int32Array(syntax.length).fill(-1)
  for (const named of [false, true])
    actors.forEach((actor, number) => {
      const fits = named ? actor.kind === 'name' : actor.kind === 'title' || actor.kind === 'nominal'
      if (fits && actor.members.length === 0) owner.fill(number, actor.first, actor.last + 1)
    })
  return (match) => actors[owner[match.first] as number]
}

/** Relations in which a state does or undergoes something rather than being where it happens. */
const ACTING = new Set([
  Deprel.nsubj,
  Deprel['nsubj:pass'],
  Deprel.obj,
  Deprel.iobj,
  Deprel['obl:agent'],
  Deprel['nmod:poss'],
])
/** Verbs whose object is where one goes, stays or comes from. */
const GONE_TO = new Set('enter leave reach visit tour cross flee quit exit inhabit roam traverse'.split(' '))
const ACTING_CASES = new Set(['of', 'by', 'with', 'against', 'among'])

/** Whether a state or capital acts where it stands: "Moscow said", "a deal with Russia"; not "exports to Russia". */
export function isMetonym(syntax: Syntax, { match, place }: WeighedMatch, actor: ActorMention): boolean {
  if (isAttribute(syntax, match, place, actor)) return true
  if (
    actor.kind !== 'name' ||
    !actor.entity.startsWith('country/') ||
    actor.first !== match.first ||
    actor.last !== match.last
  )
    return false
  if (place.feature !== 'country') return true
  let head = headOf(syntax, match)
  for (let steps = 0; steps < 40 && syntax.deprel[head] === Deprel.conj; steps++)
    head = syntax.head[head] as number
  const governor = syntax.head[head] as number
  if (syntax.deprel[head] === Deprel.obj && governor >= 0 && GONE_TO.has(syntax.lemma[governor] as string))
    return false
  if (ACTING.has(syntax.deprel[head] as number)) return true
  for (let c = syntax.firstChild[head] as number; c >= 0 && c < head; c = syntax.nextSibling[c] as number)
    if (syntax.deprel[c] === Deprel.case) return ACTING_CASES.has(syntax.lower[c] as string)
  return false
}

/** "US officials", "China's foreign ministry": a state that only tells whose people they are. */
function isAttribute(syntax: Syntax, match: Match, place: Place, actor: ActorMention): boolean {
  if (place.feature !== 'country' || actor.last <= match.last) return false
  const head = headOf(syntax, match)
  const governor = syntax.head[head] as number
  return ATTRIBUTE.has(syntax.deprel[head] as number) && governor > match.last && governor <= actor.last
}

const ATTRIBUTE = new Set([
  Deprel.compound,
  Deprel.amod,
  Deprel['nmod:poss'],
  Deprel['nmod:desc'],
  Deprel.flat,
])

/** What being in an actor's name says for and against a place. */
export function actorFeatures({ match }: WeighedMatch, actor: ActorMention | undefined): readonly string[] {
  if (actor?.kind !== 'name') return ['actor=none']
  const [kind = ''] = actor.entity.split('/')
  const exact = actor.first === match.first && actor.last === match.last ? 'whole' : 'part'
  const known = kind === 'local' || kind === 'person' || kind === 'country' ? kind : 'body'
  return [`actor=${known}`, `actor=${known}+${exact}`]
}
