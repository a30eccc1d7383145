import type { ActorLexicon } from '#lexicon'
import type { Syntax } from '#syntax'
import type { ActorMention } from '../mention.ts'
import { findCompounds } from './compounds.ts'
import { describe } from './describe.ts'
import type { Desk, Draft } from './draft.ts'
import { findNames } from './find-names.ts'
import { findNominals } from './find-nominals.ts'
import { matchNames } from './match-names.ts'
import { findPronouns, referBack } from './refer-back.ts'
import { unknownSpeakers } from './unknown-bodies.ts'

/**
 * Finds who can act or speak, in text order, with document coreference. `toponymic[i]` are the log odds that word i
 * stands in the name of a place.
 */
export function findActors(
  syntax: Syntax,
  lexicon: ActorLexicon,
  toponymic: Float32Array,
  places: Desk['places'] = [],
): readonly ActorMention[] {
  const desk: Desk = {
    syntax,
    lexicon,
    matches: matchNames(syntax, lexicon),
    date: syntax.document.published?.slice(0, 10) ?? null,
    used: new Uint8Array(syntax.length),
    toponymic,
    places,
  }
  const named = findNames(desk)
  named.push(...unknownSpeakers(desk))
  const nominals = findNominals(desk)
  describe(syntax, named, nominals)
  const singles = [...named, ...nominals, ...findPronouns(desk)]
  const compounds = findCompounds(syntax, singles)
  const drafts = [...singles, ...compounds.map(({ whole }) => whole)].sort(inTextOrder)
  const numberOf = new Map(drafts.map((it, i) => [it, i]))
  for (const { whole, parts } of compounds) whole.members = parts.flatMap((part) => numberOf.get(part) ?? [])
  referBack(desk, drafts)
  return Object.freeze(drafts.map((it) => mention(syntax, it)))
}

/** By where they begin; what holds others comes before them. */
const inTextOrder = (a: Draft, b: Draft): number =>
  a.first - b.first || b.last - a.last || b.members.length - a.members.length

function mention(syntax: Syntax, it: Draft): ActorMention {
  return Object.freeze({
    span: { start: syntax.start[it.first] as number, end: syntax.end[it.last] as number },
    first: it.first,
    last: it.last,
    head: it.head,
    kind: it.kind,
    entity: it.entity ?? 'local/0',
    name: it.name,
    country: it.country,
    sectors: it.sectors,
    role: it.role,
    members: Object.freeze(it.members),
    coreferentWith: it.coreferentWith,
  })
}
