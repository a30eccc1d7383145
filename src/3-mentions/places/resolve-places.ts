import { foldWord, type Gazetteer, type Place } from '#lexicon'
import type { Syntax } from '#syntax'
import type { Match } from './match-names.ts'
import { PLACE_WEIGHTS, type PlaceWeights } from './place-weights.ts'

/** One name with one meaning: all matches of a name, apart from those that the text puts elsewhere. */
export interface Sense {
  readonly key: string
  readonly within: Place | null
  readonly places: readonly Place[]
  /** How likely each place is; sums to 1. */
  odds: Float64Array
  /** What speaks for each place, for training. */
  features: readonly (readonly number[])[]
  /** Support of the likeliest place by the rest of the text. */
  support: Support
}

export interface Support {
  /** Likely places near by. */
  readonly near: number
  /** Names that have some place close by. */
  readonly close: number
  readonly region: number
  readonly country: number
}

/** How many meanings of a name are weighed: the largest ones and those that the text points to. */
const MOST_PLACES = 48
/** How many names of a document are weighed against each other. */
const MOST_NAMES = 160
/** Of those that need no other name. */
const OWN_FEATURES = 13

/**
 * Weighs what each name of a document means: first by size, kind and what the text puts it into, then by what the
 * other names of the text most likely mean: the same country, the same region, near by. One sense a document.
 */
export function resolvePlaces(
  syntax: Syntax,
  gazetteer: Gazetteer,
  matches: readonly Match[],
  weights: PlaceWeights = PLACE_WEIGHTS,
): ReadonlyMap<string, Sense> {
  const senses = gatherSenses(matches)
  const list = [...senses.values()].slice(0, MOST_NAMES)
  const people = readPeople(syntax, gazetteer)
  for (const sense of senses.values()) {
    sense.features = sense.places.map((place) => ownFeatures(place, sense))
    sense.odds = softmax(sense.features.map((values) => dot(weights.first, values)))
  }
  for (let round = 0; round < weights.rounds; round++) {
    const areas = countAreas(list, people)
    const next = list.map((sense) => {
      const supports = sense.places.map((place) => supportOf(place, sense, list, areas))
      const features = supports.map(({ near, close, region, country }, i) => [
        ...(sense.features[i] as readonly number[]).slice(0, OWN_FEATURES),
        near,
        close,
        region,
        country,
      ])
      const odds = softmax(features.map((values) => dot(weights.next, values)))
      return { features, odds, support: supports[best(odds)] as Support }
    })
    list.forEach((sense, i) => {
      Object.assign(sense, next[i])
    })
  }
  return senses
}

/** Under which name a match is resolved. */
export const senseKey = ({ key, within }: Pick<Match, 'key' | 'within'>): string =>
  within ? `${key}|${within.number}` : key

/** The place that a sense most likely means. */
export const likeliest = (sense: Sense): Place => sense.places[best(sense.odds)] as Place

function best(odds: Float64Array): number {
  let at = 0
  for (let i = 1; i < odds.length; i++) if ((odds[i] as number) > (odds[at] as number)) at = i
  return at
}

const NO_SUPPORT: Support = Object.freeze({ near: 0, close: 0, region: 0, country: 0 })

function gatherSenses(matches: readonly Match[]): Map<string, Sense> {
  const senses = new Map<string, Sense>()
  const placed = new Map<string, Place>()
  for (const { key, within } of matches) if (within && !placed.has(key)) placed.set(key, within)
  for (const match of matches) {
    const id = senseKey(match)
    if (senses.has(id)) continue
    // A name that the text once puts somewhere lies there wherever it stands alone.
    const within = match.within ?? placed.get(match.key) ?? null
    const places =
      match.places.length > MOST_PLACES
        ? [...match.places]
            .sort((a, b) => rank(b, within) - rank(a, within) || a.number - b.number)
            .slice(0, MOST_PLACES)
        : match.places
    senses.set(id, {
      key: match.key,
      within,
      places,
      odds: new Float64Array(0),
      features: [],
      support: NO_SUPPORT,
    })
  }
  return senses
}

const rank = (place: Place, within: Place | null): number =>
  place.population + (within && within.country === place.country ? 1e9 : 0)

/** How often the text speaks of each country's people, or in words of its daily life. */
function readPeople(syntax: Syntax, gazetteer: Gazetteer): ReadonlyMap<string, number> {
  const people = new Map<string, number>()
  for (let i = 0; i < syntax.length; i++) {
    const lower = syntax.lower[i] as string
    const code = syntax.document.text.charCodeAt(syntax.start[i] as number)
    const country = code >= 65 && code <= 90 ? gazetteer.demonym(lower) : null
    if (country) add(people, country, 1)
    const at = HOME_WORDS.get(lower)
    if (at) add(people, at, 0.5)
  }
  return people
}

/** Words of daily life that tell in which country's news one reads. */
const HOME_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    USA: 'sheriff county counties statewide freshman sophomore zip firefighters gubernatorial congressman congresswoman interstate thanksgiving nfl nba ncaa medicaid medicare wal-mart walmart republican republicans democrat democrats homeowners downtown caucus sen. rep. gov.',
    GBR: '£ councillor councillors mp mps tory tories pensioner motorway nhs borough constituency a-levels councils bbc',
    CAN: 'rcmp ndp premier hydro nhl loonie',
    AUS: 'afl nrl labor bushfire',
    IND: 'crore lakh panchayat lok sabha rupees rs',
  }).flatMap(([country, words]) => words.split(' ').map((word) => [word, country] as const)),
)

/** Features of a place that need no other name. */
function ownFeatures(
  place: Place,
  { key, within, places }: Pick<Sense, 'key' | 'within' | 'places'>,
): number[] {
  const size = Math.log10(place.population + 1)
  const isFirst = places.every((other) => other === place || other.population <= place.population)
  const inCountry = within !== null && within.country !== null && within.country === place.country
  const inRegion = inCountry && within.admin1 !== null && within.admin1 === place.admin1
  return [
    size,
    flag(place.feature === 'country'),
    flag(place.feature === 'capital'),
    flag(place.feature === 'region'),
    flag(place.feature === 'sea' || place.feature === 'island'),
    flag(place.feature === 'facility'),
    flag(isFirst),
    flag(place.population === 0),
    flag(inCountry),
    flag(inRegion && place.number !== within.number),
    flag(within !== null && place.feature === 'country'),
    flag(place.country === 'USA'),
    flag(!key.startsWith(foldWord(place.name.toLowerCase()).slice(0, 4))),
  ]
}

interface Areas {
  readonly countries: ReadonlyMap<string, number>
  readonly regions: ReadonlyMap<string, number>
}

function countAreas(list: readonly Sense[], people: ReadonlyMap<string, number>): Areas {
  const countries = new Map<string, number>([...people].map(([code, n]) => [code, Math.log2(1 + n)]))
  const regions = new Map<string, number>()
  for (const { places, odds, within } of list) {
    places.forEach((place, i) => {
      add(countries, place.country, odds[i] as number)
      if (place.admin1) add(regions, areaOf(place), odds[i] as number)
    })
    if (within) {
      add(countries, within.country, 1)
      if (within.admin1) add(regions, areaOf(within), 1)
    }
  }
  return { countries, regions }
}

const areaOf = ({ country, admin1 }: Place): string => `${country}/${admin1}`
const flag = (yes: boolean): number => (yes ? 1 : 0)

function add(map: Map<string, number>, key: string | null, n: number): void {
  if (key) map.set(key, (map.get(key) ?? 0) + n)
}

/** What the other names of the text say for a place. */
function supportOf(place: Place, own: Sense, list: readonly Sense[], { countries, regions }: Areas): Support {
  let [inCountry, inRegion] = [0, 0]
  own.places.forEach((other, i) => {
    const odds = own.odds[i] as number
    if (other.country === place.country) inCountry += odds
    if (areaOf(other) === areaOf(place)) inRegion += odds
  })
  return {
    ...nearness(place, own, list),
    region: place.admin1 ? Math.log2(1 + Math.max(0, (regions.get(areaOf(place)) ?? 0) - inRegion)) : 0,
    country: place.country ? Math.log2(1 + Math.max(0, (countries.get(place.country) ?? 0) - inCountry)) : 0,
  }
}

/** Less likely meanings say little; leaving them out keeps long lists of names quick. */
const LEAST_ODDS = 0.05

/** How much other towns of the text lie near by: one at 100 km counts about a third. */
function nearness(place: Place, own: Sense, list: readonly Sense[]): { near: number; close: number } {
  if (place.feature === 'country') return { near: 0, close: 0 }
  let near = 0
  let close = 0
  for (const other of list) {
    if (other === own) continue
    let least = FAR
    for (let i = 0; i < other.places.length; i++) {
      const there = other.places[i] as Place
      if (there.feature === 'country' || there.number === place.number) continue
      const far = kilometres(place, there)
      if (far < least) least = far
      const odds = other.odds[i] as number
      if (odds >= LEAST_ODDS) near += odds * Math.exp(-far / 100)
    }
    if (least < FAR) close += Math.exp(-least / 40) / Math.log2(1 + other.places.length)
  }
  return { near: Math.log2(1 + near), close: Math.log2(1 + close) }
}

const FAR = 20_000

const RADIAN = Math.PI / 180

/** On a sphere flattened around the first place; right within some hundred kilometres. */
function kilometres(a: Place, b: Place): number {
  const north = (a.latitude - b.latitude) * 111.2
  let east = a.longitude - b.longitude
  if (east > 180) east -= 360
  if (east < -180) east += 360
  east *= 111.2 * Math.cos(a.latitude * RADIAN)
  return Math.sqrt(north * north + east * east)
}

function dot(weights: readonly number[], values: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (weights[i] ?? 0) * (values[i] as number)
  return sum
}

function softmax(scores: readonly number[]): Float64Array {
  const most = Math.max(...scores)
  const odds = Float64Array.from(scores, (score) => Math.exp(score - most))
  const sum = odds.reduce((a, b) => a + b, 0)
  return odds.map((one) => one / sum)
}
