import type { Place } from '#lexicon'
import type { Syntax } from '#syntax'
import type { ActorMention, PlaceMention } from '../mention.ts'
import { headOf, type Match } from './match-names.ts'
import { actorFeatures, actorsOf, isMetonym } from './place-or-actor.ts'
import { PLACE_WEIGHTS } from './place-weights.ts'
import { score, type WeighedMatch } from './weigh-places.ts'

export { leanOf, type WeighedMatch, weighPlaces } from './weigh-places.ts'

/**
 * Finds where: toponyms resolved to coordinates by size, by what the text puts them into and by what else it names;
 * names that are rather a person's, a body's or a word are left out, and so are states and capitals that act ("Moscow
 * said").
 */
export function findPlaces(
  syntax: Syntax,
  weighed: readonly WeighedMatch[],
  actors: readonly ActorMention[],
): readonly PlaceMention[] {
  const actorOf = actorsOf(syntax, actors)
  return Object.freeze(
    weighed.flatMap((one) => {
      const actor = actorOf(one.match)
      if (actor && isMetonym(syntax, one, actor)) return []
      return one.lean + score(actorFeatures(one, actor), PLACE_WEIGHTS) > LEAST
        ? [mention(syntax, one.match, one.place)]
        : []
    }),
  )
}

/** Log odds that a match needs; a little under even, since a town missed costs a reader more than one too many. */
const LEAST = -0.3

function mention(syntax: Syntax, match: Match, place: Place): PlaceMention {
  return Object.freeze({
    span: { start: syntax.start[match.first] as number, end: syntax.end[match.last] as number },
    first: match.first,
    last: match.last,
    head: headOf(syntax, match),
    name: place.name,
    country: place.country,
    admin1: place.admin1,
    latitude: place.latitude,
    longitude: place.longitude,
    geonames: place.geonames,
    feature: place.feature,
  })
}
