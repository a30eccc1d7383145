import { type Gazetteer, isOwnPlace, type Place } from '#lexicon'
import type { Syntax } from '#syntax'
import { type Match, matchNames } from './match-names.ts'
import { PLACE_WEIGHTS, type PlaceWeights } from './place-weights.ts'
import { likeliest, resolvePlaces, type Sense, senseKey } from './resolve-places.ts'
import { countUses, type NameUse, toponymFeatures } from './toponym-features.ts'

/** A match, what it most likely means, and what speaks for and against its being a place at all. */
export interface WeighedMatch {
  readonly match: Match
  readonly sense: Sense
  readonly place: Place
  readonly features: readonly string[]
  /** Log odds that it is the name of a place, before one knows who acts. */
  readonly lean: number
}

/** Who writes a place into a lexicon of their own means it where its name stands. */
const OWN = 6

const UNUSED: NameUse = { located: 0, personal: 0, count: 0 }

/** All matches of a text with what is known of them; training fits its weights on these. */
export function weighPlaces(
  syntax: Syntax,
  gazetteer: Gazetteer,
  weights: PlaceWeights = PLACE_WEIGHTS,
): readonly WeighedMatch[] {
  const matches = matchNames(syntax, gazetteer)
  const senses = resolvePlaces(syntax, gazetteer, matches, weights)
  const uses = countUses(syntax, matches)
  return matches.flatMap((match, i) => {
    const sense = senses.get(senseKey(match))
    if (!sense) return []
    const before = matches[i - 1]
    const isContainer = before !== undefined && before.within !== null && before.last + 2 === match.first
    const features = toponymFeatures(syntax, match, sense, uses.get(match.key) ?? UNUSED, isContainer)
    const place = likeliest(sense)
    const lean = score(features, weights) + (isOwnPlace(place) ? OWN : 0)
    return [{ match, sense, place, features, lean }]
  })
}

/** Log odds for each word that it stands in the name of a place; 0 where no such name stands. */
export function leanOf(syntax: Syntax, weighed: readonly WeighedMatch[]): Float32Array {
  const leans = new Float32Array(syntax.length)
  for (const { match, lean } of weighed) leans.fill(lean, match.first, match.last + 1)
  return leans
}

/** Log odds that features sum up to. */
export function score(features: readonly string[], { toponym }: PlaceWeights): number {
  let sum = 0
  for (const feature of features) sum += toponym.get(feature) ?? 0
  return sum
}
