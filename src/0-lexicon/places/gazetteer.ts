import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** One place of the gazetteer. */
export interface Place {
  /** Its name in the gazetteer. */
  readonly name: string
  readonly feature: 'country' | 'capital' | 'city' | 'region' | 'sea' | 'island' | 'facility'
  /** ISO 3166-1 alpha-3, null for what lies in none or in several. */
  readonly country: string | null
  readonly admin1: string | null
  /** WGS 84 degrees. */
  readonly latitude: number
  readonly longitude: number
  readonly geonames: number | null
  readonly population: number
}

/** Places by name, looked up by lower-case words. */
export interface Gazetteer {
  readonly hash: string
  /** Places of a name (lower case, single spaces, "-" apart: "port - au - prince"); empty for none. */
  named(name: string): readonly Place[]
  /** Most words that a name beginning with this word has; 0 for none. */
  longest(firstWord: string): number
  /** First-level region that an abbreviation stands for ("n.y."). */
  short(word: string): Place | null
  /** Country that a demonym stands for ("turkish"). */
  demonym(word: string): string | null
}

const MAGIC = 'RAPPLACE1\n'

/** Opens a compiled gazetteer (`models/places.bin`): UTF-8 lines of places, abbreviations and demonyms. */
export function openPlaces(bytes: Uint8Array): Gazetteer {
  const text = new TextDecoder().decode(bytes)
  if (!text.startsWith(MAGIC))
    throw new Error(`models/places.bin: expected a file that starts with "RAPPLACE1"`)
  const [places = '', shorts = '', people = ''] = text.slice(MAGIC.length).split('\n\n')
  const byName = new Map<string, Place[]>()
  const longest = new Map<string, number>()
  for (const line of places.split('\n')) addPlace(line, byName, longest)
  return Object.freeze({
    hash: `sha256:${bytesToHex(sha256(bytes))}`,
    named: (name: string) => byName.get(name) ?? NONE,
    longest: (word: string) => longest.get(word) ?? 0,
    ...openShorts(shorts, people, byName),
  })
}

const NONE: readonly Place[] = Object.freeze([])

function addPlace(line: string, byName: Map<string, Place[]>, longest: Map<string, number>): void {
  const [names = '', feature, country, admin1, latitude, longitude, geonames, population] = line.split('\t')
  const list = names.split('|')
  const place: Place = {
    name: list[0] ?? '',
    feature: feature as Place['feature'],
    country: country || null,
    admin1: admin1 || null,
    latitude: Number(latitude),
    longitude: Number(longitude),
    geonames: geonames ? Number(geonames) : null,
    population: Number(population),
  }
  for (const name of new Set(list.map(keyOf))) {
    const known = byName.get(name)
    if (known) known.push(place)
    else byName.set(name, [place])
    const space = name.indexOf(' ')
    const first = space < 0 ? name : name.slice(0, space)
    const words = space < 0 ? 1 : name.split(' ').length
    if ((longest.get(first) ?? 0) < words) longest.set(first, words)
  }
}

/** The words of a name as the tokenizer cuts them: hyphens, commas and "'s" are words of their own. */
function keyOf(name: string): string {
  const lower = name.toLowerCase()
  return /[-,'’]/.test(lower)
    ? lower
        .replace(/([-,])/g, ' $1 ')
        .replace(/(['’]s)\b/g, ' $1')
        .replace(/ {2,}/g, ' ')
        .trim()
    : lower
}

function openShorts(shorts: string, people: string, byName: ReadonlyMap<string, readonly Place[]>) {
  const short = new Map<string, Place>()
  for (const line of shorts.split('\n')) {
    const [words = '', name = '', country] = line.split('\t')
    const place = byName.get(name.toLowerCase())?.find((p) => p.feature === 'region' && p.country === country)
    if (place) for (const word of words.split('|')) short.set(word, place)
  }
  const demonym = new Map<string, string>()
  for (const line of people.split('\n')) {
    const [country = '', words = ''] = line.split('\t')
    for (const word of words.split('|')) if (word) demonym.set(word.toLowerCase(), country)
  }
  return {
    short: (word: string) => short.get(word) ?? null,
    demonym: (word: string) => demonym.get(word) ?? null,
  }
}
