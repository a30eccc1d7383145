import { writeParts } from '../parts.ts'
import { BUCKET_BITS, FIRST_BITS, hashKey, NAME_SENSE, nameKey, PLACES_MAGIC } from './name-key.ts'
import { PLACE_FEATURES, type PlaceRow } from './place-row.ts'

/** What else the words of place names are known as, all in lower case. */
export interface OtherSenses {
  readonly common: ReadonlySet<string>
  readonly given: ReadonlySet<string>
  readonly surname: ReadonlySet<string>
}

export interface PlaceTables {
  /** Lines "Ala.|AL ⇥ Alabama ⇥ USA". */
  readonly shorts?: readonly string[]
  /** Lines "TUR ⇥ Turkish|Turks". */
  readonly demonyms?: readonly string[]
  readonly senses?: OtherSenses
}

interface Name {
  readonly text: string
  readonly hash: number
  readonly own: number[]
  readonly also: number[]
}

/** Compiles places into the bytes of `models/places.bin`; the same rows give the same bytes. */
export function compilePlaces(rows: readonly PlaceRow[], tables: PlaceTables = {}): Uint8Array {
  const names = gatherNames(rows)
  const order = names.flatMap(({ own }) => own)
  const numberOf = new Int32Array(rows.length)
  order.forEach((row, number) => {
    numberOf[row] = number
  })
  const alias = names.flatMap(({ also }, n) =>
    also.map((row) => [n, numberOf[row] as number] as const).sort((a, b) => a[1] - b[1]),
  )
  return writeParts(PLACES_MAGIC, {
    ...nameColumns(names, tables.senses),
    ...placeColumns(order.map((row) => rows[row] as PlaceRow)),
    aliasName: Int32Array.from(alias, ([name]) => name),
    aliasPlace: Int32Array.from(alias, ([, place]) => place),
    firstWords: firstWords(names),
    shorts: (tables.shorts ?? []).join('\n'),
    demonyms: (tables.demonyms ?? []).join('\n'),
  })
}

function gatherNames(rows: readonly PlaceRow[]): Name[] {
  const byText = new Map<string, Name>()
  const entry = (text: string): Name => {
    const known = byText.get(text)
    if (known) return known
    const made = { text, hash: hashKey(nameKey(text)), own: [], also: [] }
    byText.set(text, made)
    return made
  }
  rows.forEach(({ names: [own = '', ...also] }, row) => {
    entry(own).own.push(row)
    const keys = new Set([nameKey(own)])
    for (const name of also) {
      if (keys.has(nameKey(name))) continue
      keys.add(nameKey(name))
      entry(name).also.push(row)
    }
  })
  return [...byText.values()].sort((a, b) => a.hash - b.hash || (a.text < b.text ? -1 : 1))
}

function nameColumns(names: readonly Name[], senses: OtherSenses | undefined) {
  const bucketStart = new Int32Array((1 << BUCKET_BITS) + 1)
  for (const { hash } of names) {
    const bucket = (hash >>> (32 - BUCKET_BITS)) + 1
    bucketStart[bucket] = (bucketStart[bucket] as number) + 1
  }
  for (let b = 1; b < bucketStart.length; b++)
    bucketStart[b] = (bucketStart[b] as number) + (bucketStart[b - 1] as number)
  return {
    names: names.map(({ text }) => text).join('\n'),
    nameHash: Uint16Array.from(names, ({ hash }) => hash & 0xffff),
    nameSense: Uint8Array.from(names, ({ text }) => senseOf(nameKey(text), senses)),
    nameOwn: Uint16Array.from(names, ({ own }) => own.length),
    bucketStart,
  }
}

function senseOf(key: string, senses: OtherSenses | undefined): number {
  if (!senses) return 0
  return (
    (senses.common.has(key) ? NAME_SENSE.common : 0) |
    (senses.given.has(key) ? NAME_SENSE.given : 0) |
    (senses.surname.has(key) ? NAME_SENSE.surname : 0)
  )
}

function placeColumns(places: readonly PlaceRow[]) {
  const admins = new Map<string, number>()
  const at = new Uint8Array(places.length * 6)
  const geonames = new Uint8Array(places.length * 3)
  const admin = new Uint16Array(places.length)
  places.forEach((place, i) => {
    const area = `${place.country ?? ''}\t${place.admin1 ?? ''}`
    if (!admins.has(area)) admins.set(area, admins.size)
    admin[i] = admins.get(area) as number
    put24(at, i * 6, ((place.latitude + 90) / 180) * 0xffffff)
    put24(at, i * 6 + 3, ((place.longitude + 180) / 360) * 0xffffff)
    put24(geonames, i * 3, place.geonames ?? 0)
  })
  if (admins.size > 0xffff) throw new RangeError(`expected at most 65,536 regions, found ${admins.size}`)
  return {
    at,
    geonames,
    admin,
    admins: [...admins.keys()].join('\n'),
    feature: Uint8Array.from(places, ({ feature }) => PLACE_FEATURES.indexOf(feature)),
    population: Uint8Array.from(places, ({ population }) => Math.round(8 * Math.log2(population + 1))),
  }
}

function put24(bytes: Uint8Array, at: number, value: number): void {
  const whole = Math.round(value)
  bytes[at] = whole >>> 16
  bytes[at + 1] = (whole >>> 8) & 255
  bytes[at + 2] = whole & 255
}

/** Most words of a name whose first word has this hash; words that share a hash share the number. */
function firstWords(names: readonly Name[]): Uint8Array {
  const table = new Uint8Array(1 << FIRST_BITS)
  for (const { text } of names) {
    const words = nameKey(text).split(' ')
    const slot = hashKey(words[0] ?? '') >>> (32 - FIRST_BITS)
    table[slot] = Math.max(table[slot] as number, Math.min(words.length, 12))
  }
  return table
}
