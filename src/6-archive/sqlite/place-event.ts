import { type Match, type ReportFacts, SAME_FROM, sameHappening } from '../happenings/same-happening.ts'
import { tellingWords } from '../happenings/words.ts'
import { partyKey } from '../parties.ts'
import { clueOf, dropClues, findByClues, keepClues } from './clues.ts'
import type { Driver, Row } from './driver.ts'
import { readParties } from './keys.ts'

const MOST_CANDIDATES = 200
const MOST_FACTS = 50_000
/** Reports of one happening that differ in their days differ by so many at most. */
const WINDOW = 1

export interface Placed {
  readonly group: number | null
  readonly why: string | null
}

/** Finds the happening that an event is a report of: that of the report most like it. */
export function eventPlacer(driver: Driver) {
  const known = new Map<number, ReportFacts & { readonly happening: number; readonly id: string }>()
  const factsOf = (n: number) => {
    const held = known.get(n)
    if (held) return held
    const row = driver.prepare('select * from event where n = ?').get([n])
    if (!row || typeof row.happening !== 'number') return null
    const read = { ...readFacts(row), happening: row.happening, id: String(row.id) }
    if (known.size >= MOST_FACTS) known.clear()
    known.set(n, read)
    return read
  }

  return {
    find(row: Row, near: readonly number[], apart: ReadonlySet<string>, but: number | null = null): Placed {
      const own = readFacts(row)
      const barred = barredHappenings(driver, apart)
      let best: { happening: number; match: Match } | null = null
      for (const n of candidates(driver, row, near)) {
        const other = factsOf(n)
        if (!other || other.happening === but || barred.has(other.happening)) continue
        const match = sameHappening(own, other)
        if (match && match.score >= SAME_FROM && match.score > (best?.match.score ?? 0))
          best = { happening: other.happening, match }
      }
      return best ? { group: best.happening, why: best.match.why } : { group: null, why: null }
    },
    keep(row: Row) {
      keepClues(driver, cluesOf(row), String(row.day), Number(row.n))
    },
    drop(row: Row) {
      known.delete(Number(row.n))
      dropClues(driver, cluesOf(row), String(row.day), Number(row.n))
    },
    /** Happenings have got other numbers, or another process has written. */
    forget: () => known.clear(),
  }
}

/** An event is found by its quad and each of two of its parties. */
function cluesOf(row: Row): number[] {
  const parties = [...readParties(row.actors), ...readParties(row.recipients)].map(partyKey)
  return [...new Set(parties)].slice(0, 3).map((party) => clueOf('event', `${row.quad} ${party}`))
}

function readFacts(row: Row): ReportFacts {
  return {
    type: String(row.type),
    quad: String(row.quad),
    status: String(row.status),
    day: String(row.day),
    dated: row.day === row.day_to,
    document: Number(row.document),
    actors: readParties(row.actors).map(partyKey),
    recipients: readParties(row.recipients).map(partyKey),
    place: row.place === null ? null : String(row.place),
    words: tellingWords(String(row.evidence)),
    trigger: String(row.trigger).toLowerCase(),
  }
}

function barredHappenings(driver: Driver, apart: ReadonlySet<string>): ReadonlySet<number> {
  const barred = new Set<number>()
  for (const id of apart) {
    const row = driver.prepare('select happening from event where id = ?').get([id])
    if (typeof row?.happening === 'number') barred.add(row.happening)
  }
  return barred
}

/** Events of documents that are near, and events with a party in common on the days around. */
function candidates(driver: Driver, row: Row, near: readonly number[]): Set<number> {
  const found = new Set<number>()
  const sql = driver.prepare('select n from event where document = ?')
  for (const document of [Number(row.document), ...near.slice(0, 30)])
    for (const { n } of sql.all([document])) found.add(Number(n))
  if (row.day !== '')
    for (const [n] of findByClues(driver, cluesOf(row), String(row.day), WINDOW, WINDOW, MOST_CANDIDATES))
      found.add(n)
  found.delete(Number(row.n))
  return found
}
