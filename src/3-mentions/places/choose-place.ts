import type { Gazetteer, Place } from '#lexicon'
import type { Syntax } from '#syntax'
import type { Match } from './match-names.ts'

/** What the whole text says of where it plays. */
export interface Setting {
  readonly countries: ReadonlyMap<string, number>
  readonly regions: ReadonlyMap<string, number>
}

/** Counts countries and regions that the text names: by themselves, by demonyms, behind commas. */
export function readSetting(syntax: Syntax, gazetteer: Gazetteer, matches: readonly Match[]): Setting {
  const countries = new Map<string, number>()
  const regions = new Map<string, number>()
  const add = (map: Map<string, number>, key: string | null, n: number) => {
    if (key) map.set(key, (map.get(key) ?? 0) + n)
  }
  for (const word of syntax.lower) add(countries, gazetteer.demonym(word), 1)
  for (const { places, within } of matches) {
    const sure = within ?? (places.length === 1 || isFamous(places[0]) ? places[0] : undefined)
    if (!sure) continue
    const named = within || sure.feature === 'country' || sure.feature === 'region' ? 1 : 0.5
    add(countries, sure.country, named)
    if (sure.admin1) add(regions, `${sure.country}/${sure.admin1}`, named)
  }
  return { countries, regions }
}

/** A country, a capital, a listed region or sea, a city that everybody knows. */
export function isFamous(place: Place | undefined): boolean {
  if (!place) return false
  return (
    place.feature === 'country' ||
    place.feature === 'sea' ||
    place.feature === 'capital' ||
    (place.feature === 'region' && place.population >= 1_500_000) ||
    place.population > 2_000_000
  )
}

/** The place that a name most likely means here: what is large, lies where the text plays, or is said to. */
export function choosePlace(match: Match, setting: Setting): Place {
  let best = match.places[0] as Place
  let most = Number.NEGATIVE_INFINITY
  for (const place of match.places) {
    const weight = weigh(place, match.within, setting)
    if (weight > most) [best, most] = [place, weight]
  }
  return best
}

const FEATURE: Readonly<Record<Place['feature'], number>> = {
  country: 4,
  capital: 2.5,
  region: 1,
  sea: 1,
  island: 1,
  facility: 0,
  city: 0,
}

function weigh(place: Place, within: Place | null, { countries, regions }: Setting): number {
  let weight = Math.log10(place.population + 10) + FEATURE[place.feature]
  if (within) {
    if (within.country && within.country === place.country) weight += 6
    if (within.admin1 && within.admin1 === place.admin1 && place.feature !== 'region') weight += 8
  }
  weight += 0.6 * Math.log2(1 + (countries.get(place.country ?? '') ?? 0))
  weight += 2.6 * Math.log2(1 + (regions.get(`${place.country}/${place.admin1}`) ?? 0))
  return weight
}
