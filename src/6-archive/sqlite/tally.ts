import { getOrMake } from '../get-or-make.ts'
import type { Driver, Row } from './driver.ts'
import { isLocal, type Keyring, readParties } from './keys.ts'

/** The key under which what concerns nobody in particular, and everybody, is counted. */
export const ALL = 0

const QUADS = ['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict']
/** documents, events, happenings, the four quads, intensity */
const SUMS = 8

/**
 * Sums of events by party and month and by dyad and month, gathered over a transaction and written at its end.
 * Only what was asserted counts; the reprints of a text do not.
 */
export function tallier(driver: Driver, keys: Keyring) {
  const parties = new Map<string, { key: number; period: string; sums: Float64Array }>()
  const dyads = new Map<string, { actor: number; recipient: number; period: string; sums: Float64Array }>()

  const party = (key: number, period: string) =>
    getOrMake(parties, `${key} ${period}`, () => ({ key, period, sums: new Float64Array(SUMS) })).sums
  const dyad = (actor: number, recipient: number, period: string) =>
    getOrMake(dyads, `${actor} ${recipient} ${period}`, () => ({
      actor,
      recipient,
      period,
      sums: new Float64Array(SUMS),
    })).sums
  const add = (sums: Float64Array, kind: 'event' | 'happening', row: Row, by: number) => {
    if (kind === 'happening') {
      sums[2] = (sums[2] ?? 0) + by
      return
    }
    const quad = 3 + QUADS.indexOf(String(row.quad))
    sums[1] = (sums[1] ?? 0) + by
    if (quad >= 3) sums[quad] = (sums[quad] ?? 0) + by
    sums[7] = (sums[7] ?? 0) + by * Number(row.intensity)
  }

  return {
    document(day: string, by: 1 | -1) {
      const sums = party(ALL, day.slice(0, 7))
      sums[0] = (sums[0] ?? 0) + by
    },
    /** Counts an event or a happening in (1) or out again (-1). */
    acts(kind: 'event' | 'happening', row: Row, by: 1 | -1) {
      if (row.status !== 'asserted' || row.day === '') return
      const period = String(row.day).slice(0, 7)
      const actors = readParties(row.actors)
      const recipients = readParties(row.recipients)
      add(party(ALL, period), kind, row, by)
      const named = new Set<string>()
      for (const { entity, country } of [...actors, ...recipients]) {
        if (!isLocal(entity)) named.add(entity)
        if (country !== null) named.add(country)
      }
      for (const name of named) add(party(keys.take(`party:${name}`), period), kind, row, by)
      for (const [actor, recipient] of pairsOf(actors.map(sideOf), recipients.map(sideOf)))
        add(dyad(keys.take(`party:${actor}`), keys.take(`party:${recipient}`), period), kind, row, by)
    },
    flush() {
      for (const { key, period, sums } of parties.values()) driver.prepare(PARTY).run([key, period, ...sums])
      for (const { actor, recipient, period, sums } of dyads.values())
        driver.prepare(DYAD).run([actor, recipient, period, ...sums.subarray(1)])
      this.forget()
    },
    forget() {
      parties.clear()
      dyads.clear()
    },
  }
}

/** Countries are the sides of a dyad; who has none stands for himself. */
const sideOf = ({ entity, country }: { readonly entity: string; readonly country: string | null }) =>
  country ?? (isLocal(entity) ? '' : entity)

/** Each pair once: actor and recipient; where there are actors alone, each two of them in the order of the alphabet. */
export function pairsOf(actors: readonly string[], recipients: readonly string[]): [string, string][] {
  const from = [...new Set(actors)].filter(Boolean)
  const to = [...new Set(recipients)].filter(Boolean)
  const pairs: [string, string][] = []
  if (recipients.length > 0) {
    for (const a of from) for (const b of to) if (a !== b) pairs.push([a, b])
  } else {
    const sorted = from.sort()
    for (const [i, a] of sorted.entries()) for (const b of sorted.slice(i + 1)) pairs.push([a, b])
  }
  return pairs
}

const SUMMED = 'verbal_cooperation, material_cooperation, verbal_conflict, material_conflict, intensity'
const upsert = (columns: string) =>
  columns
    .split(', ')
    .map((column) => `${column} = ${column} + excluded.${column}`)
    .join(', ')
const PARTY = `insert into tally (key, period, documents, events, happenings, ${SUMMED}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (key, period) do update set ${upsert(`documents, events, happenings, ${SUMMED}`)}`
const DYAD = `insert into dyad (actor, recipient, period, events, happenings, ${SUMMED}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (actor, recipient, period) do update set ${upsert(`events, happenings, ${SUMMED}`)}`
