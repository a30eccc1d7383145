import { type Parts, readParts } from '../parts.ts'
import { compilePlaces } from './compile-places.ts'
import { BUCKET_BITS, FIRST_BITS, hashKey, nameKey, PLACES_MAGIC } from './name-key.ts'
import { PLACE_FEATURES, type PlaceFeature, type PlaceRow } from './place-row.ts'

/** One place of the gazetteer. */
export interface Place {
  /** Its number in the gazetteer, the same for the same place in every answer. */
  readonly number: number
  /** Its name in the gazetteer. */
  readonly name: string
  readonly feature: PlaceFeature
  /** ISO 3166-1 alpha-3, null for what lies in none or in several. */
  readonly country: string | null
  readonly admin1: string | null
  /** WGS 84 degrees. */
  readonly latitude: number
  readonly longitude: number
  readonly geonames: number | null
  /** Within a tenth; 0 when unknown. */
  readonly population: number
}

/** Places by name, looked up by lower-case words. */
export interface Gazetteer {
  readonly hash: string
  /** Places of a name (lower case, single spaces, "-" apart: "port - au - prince"); empty for none. */
  named(name: string): readonly Place[]
  /** What else the name is known as: bits of NAME_SENSE. */
  sense(name: string): number
  /** An upper bound on the words of a name that begins with this word; 0 for none. */
  longest(firstWord: string): number
  /** First-level region that an abbreviation stands for ("n.y."). */
  short(word: string): Place | null
  /** Country that a demonym stands for ("turkish"). */
  demonym(word: string): string | null
}

/** Opens a compiled gazetteer (`models/places.bin`). */
export function openPlaces(bytes: Uint8Array): Gazetteer {
  const table = openTable(bytes)
  const { text } = readParts(PLACES_MAGIC, bytes)
  const named = (name: string) => namedIn(table, name, 0)
  return Object.freeze({
    hash: `${bytes.length}:${sum(bytes)}`,
    named,
    sense: (name: string) => senseIn(table, name),
    longest: (word: string) => longestIn(table, word),
    ...openShorts(text('shorts'), text('demonyms'), named),
  })
}

/** A gazetteer with a user's places in front: they add to it and override those of the same name within 25 km. */
export function withPlaceRows(base: Gazetteer, rows: readonly PlaceRow[]): Gazetteer {
  const bytes = compilePlaces(rows)
  const table = openTable(bytes)
  const named = (name: string) => {
    const own = namedIn(table, name, OWN_NUMBERS)
    const given = base.named(name)
    return own.length === 0
      ? given
      : [...own, ...given.filter((place) => !own.some((mine) => isNear(mine, place)))]
  }
  return Object.freeze({
    ...base,
    hash: `${base.hash}+${bytes.length}:${sum(bytes)}`,
    named,
    longest: (word: string) => Math.max(longestIn(table, word), base.longest(word)),
  })
}

/** Numbers of a user's places begin here, far above those of the shipped gazetteer. */
const OWN_NUMBERS = 1 << 28
/** Whether a place comes from a user's own rows. */
export const isOwnPlace = ({ number }: Place): boolean => number >= OWN_NUMBERS
const isNear = (a: Place, b: Place): boolean =>
  Math.abs(a.latitude - b.latitude) < 0.225 &&
  Math.abs(a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180) < 0.225

interface Table {
  readonly names: readonly string[]
  readonly nameHash: Uint16Array
  readonly nameSense: Uint8Array
  /** First place whose own name this is; places stand in order of their own names. */
  readonly ownStart: Int32Array
  readonly bucketStart: Int32Array
  readonly aliasName: Int32Array
  readonly aliasPlace: Int32Array
  readonly firstWords: Uint8Array
  readonly at: Uint8Array
  readonly geonames: Uint8Array
  readonly admin: Uint16Array
  readonly admins: readonly string[]
  readonly feature: Uint8Array
  readonly population: Uint8Array
}

function openTable(bytes: Uint8Array): Table {
  const parts: Parts = readParts(PLACES_MAGIC, bytes)
  const own = parts.shorts('nameOwn')
  const ownStart = new Int32Array(own.length + 1)
  for (let i = 0; i < own.length; i++) ownStart[i + 1] = (ownStart[i] as number) + (own[i] as number)
  return {
    names: parts.text('names').split('\n'),
    nameHash: parts.shorts('nameHash'),
    nameSense: parts.bytes('nameSense'),
    ownStart,
    bucketStart: parts.numbers('bucketStart'),
    aliasName: parts.numbers('aliasName'),
    aliasPlace: parts.numbers('aliasPlace'),
    firstWords: parts.bytes('firstWords'),
    at: parts.bytes('at'),
    geonames: parts.bytes('geonames'),
    admin: parts.shorts('admin'),
    admins: parts.text('admins').split('\n'),
    feature: parts.bytes('feature'),
    population: parts.bytes('population'),
  }
}

const NONE: readonly Place[] = Object.freeze([])

function namedIn(table: Table, key: string, offset: number): readonly Place[] {
  let out: Place[] | null = null
  eachName(table, key, (name) => {
    out ??= []
    for (let p = table.ownStart[name] as number; p < (table.ownStart[name + 1] as number); p++)
      out.push(placeAt(table, p, table.names[name] as string, offset))
    for (let a = lowerBound(table.aliasName, name); table.aliasName[a] === name; a++) {
      const place = table.aliasPlace[a] as number
      out.push(placeAt(table, place, spelling(table, ownerOf(table, place), name), offset))
    }
  })
  return out ?? NONE
}

function senseIn(table: Table, key: string): number {
  let sense = 0
  eachName(table, key, (name) => {
    sense |= table.nameSense[name] as number
  })
  return sense
}

/** Calls back with each spelling of a key. */
function eachName(table: Table, key: string, visit: (name: number) => void): void {
  const hash = hashKey(key)
  const bucket = hash >>> (32 - BUCKET_BITS)
  const end = table.bucketStart[bucket + 1] as number
  for (let name = table.bucketStart[bucket] as number; name < end; name++)
    if (table.nameHash[name] === (hash & 0xffff) && nameKey(table.names[name] as string) === key) visit(name)
}

const longestIn = (table: Table, word: string): number =>
  table.firstWords[hashKey(word) >>> (32 - FIRST_BITS)] as number

/** The first index whose number is not below `value`. */
function lowerBound(numbers: Int32Array, value: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

const ASCII = /^[\x20-\x7e]*$/

/** A place is called by its own name, but "Geneva" and "Fallujah" where that is not in English letters. */
function spelling(table: Table, own: number, alias: number): string {
  const name = table.names[own] as string
  return ASCII.test(name) ? name : (table.names[alias] as string)
}

/** The name whose own place this is. */
const ownerOf = (table: Table, place: number): number => lowerBound(table.ownStart, place + 1) - 1

function placeAt(table: Table, p: number, name: string, offset: number): Place {
  const [country = '', admin1 = ''] = (table.admins[table.admin[p] as number] ?? '').split('\t')
  return {
    number: p + offset,
    name,
    feature: PLACE_FEATURES[table.feature[p] as number] ?? 'city',
    country: country || null,
    admin1: admin1 || null,
    latitude: round4((read24(table.at, p * 6) / 0xffffff) * 180 - 90),
    longitude: round4((read24(table.at, p * 6 + 3) / 0xffffff) * 360 - 180),
    geonames: read24(table.geonames, p * 3) || null,
    population: Math.round(2 ** ((table.population[p] as number) / 8)) - 1,
  }
}

const read24 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number)
const round4 = (n: number): number => Math.round(n * 1e4) / 1e4

function openShorts(shorts: string, demonyms: string, named: (name: string) => readonly Place[]) {
  const short = new Map<string, Place>()
  for (const line of shorts.split('\n')) {
    const [words = '', name = '', country] = line.split('\t')
    const place = named(name.toLowerCase()).find((p) => p.feature === 'region' && p.country === country)
    if (place) for (const word of words.split('|')) short.set(word, place)
  }
  const demonym = new Map<string, string>()
  for (const line of demonyms.split('\n')) {
    const [country = '', words = ''] = line.split('\t')
    for (const word of words.split('|')) if (word) demonym.set(word.toLowerCase(), country)
  }
  return {
    short: (word: string) => short.get(word) ?? null,
    demonym: (word: string) => demonym.get(word) ?? null,
  }
}

function sum(bytes: Uint8Array): string {
  let a = 2166136261
  for (let i = 0; i < bytes.length; i++) a = Math.imul(a ^ (bytes[i] as number), 16777619)
  return (a >>> 0).toString(16)
}
