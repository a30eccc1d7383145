import type { Gazetteer, Place } from '#lexicon'
import type { Syntax } from '#syntax'
import type { PlaceMention } from '../mention.ts'
import { choosePlace, isFamous, readSetting } from './choose-place.ts'
import { type Match, matchNames } from './match-names.ts'
import { weighMatch } from './weigh-match.ts'

/**
 * Finds where: toponyms resolved to coordinates by what is large, what the text says of their country and region, and
 * what else it names. `taken[i]` is 1 where word i belongs to an actor's name or acts as a metonym.
 */
export function findPlaces(syntax: Syntax, gazetteer: Gazetteer, taken: Uint8Array): readonly PlaceMention[] {
  const matches = matchNames(syntax, gazetteer, taken)
  const setting = readSetting(syntax, gazetteer, matches)
  const chosen = matches.map((match) => ({ match, place: choosePlace(match, setting) }))
  const weights = chosen.map(({ match, place }) =>
    weighMatch(syntax, match, place.population, isFamous(place)),
  )
  const known = new Set<string>()
  chosen.forEach(({ match, place }, i) => {
    if ((weights[i] as number) > 0.8) known.add(nameKey(syntax, match, place))
  })
  return Object.freeze(
    chosen.flatMap(({ match, place }, i) => {
      // A name that the text uses as a place once is one elsewhere too, unless its words say otherwise.
      const support = known.has(nameKey(syntax, match, place)) ? 1.5 : 0
      return (weights[i] as number) + support > 0.2 ? [mention(syntax, match, place)] : []
    }),
  )
}

const nameKey = (syntax: Syntax, { first, last }: Match, place: Place): string =>
  `${syntax.lower.slice(first, last + 1).join(' ')}/${place.country}/${place.admin1}`

function mention(syntax: Syntax, { first, last }: Match, place: Place): PlaceMention {
  return Object.freeze({
    span: { start: syntax.start[first] as number, end: syntax.end[last] as number },
    first,
    last,
    head: headOf(syntax, first, last),
    name: place.name,
    country: place.country,
    admin1: place.admin1,
    latitude: place.latitude,
    longitude: place.longitude,
    geonames: place.geonames,
    feature: place.feature,
  })
}

function headOf(syntax: Syntax, first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const head = syntax.head[i] as number
    if (head < first || head > last) return i
  }
  return first
}
