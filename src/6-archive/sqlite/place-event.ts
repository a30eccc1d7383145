import { type Match, type ReportFacts, SAME_FROM, sameHappening } from '../happenings/same-happening.ts'
import { tellingWords } from '../happenings/words.ts'
import { partyKey } from '../parties.ts'
import { clueDay, clueOf, dropClues, findByClues, keepClues } from './clues.ts'
import type { Driver, Row } from './driver.ts'
import { isLocal, readParties } from './keys.ts'
import type { Neighbour } from './place-document.ts'

const MOST_CANDIDATES = 60
const NEAREST = 30
/** Likeness of documents that are not near each other. */
const UNLIKE = 0.05
const NO_MATCH: Match = { score: 0, why: '' }
const MOST_FACTS = 50_000
/** Reports of one happening that differ in their days differ by so many at most. */
const WINDOW = 2

export interface Placed {
  readonly group: number | null
  readonly why: string | null
}

/** Finds the happening that an event is a report of: that of the report most like it. */
export function eventPlacer(driver: Driver) {
  type Known = ReportFacts & { readonly happening: number; readonly id: string }
  const known = new Map<number, Known>()
  const hold = (row: Row): Known => {
    const facts = { ...readFacts(row), happening: Number(row.happening), id: String(row.id) }
    if (known.size >= MOST_FACTS) known.clear()
    known.set(Number(row.n), facts)
    return facts
  }
  const factsOf = (n: number) => {
    const held = known.get(n)
    if (held) return held
    const row = driver.prepare('select * from event where n = ?').get([n])
    if (!row || typeof row.happening !== 'number') return null
    return hold(row)
  }

  return {
    find(
      row: Row,
      near: readonly Neighbour[],
      apart: ReadonlySet<string>,
      but: number | null = null,
    ): Placed {
      const own = readFacts(row)
      const barred = barredHappenings(driver, apart)
      const likeness = new Map(near.map((it) => [it.n, it.likeness]))
      const scores = new Map<number, { sum: number; count: number; best: Match }>()
      for (const n of candidates(driver, row, near)) {
        const other = factsOf(n)
        if (!other || other.happening === but || barred.has(other.happening) || !nearDays(own, other))
          continue
        const match = sameHappening(own, other, likeness.get(other.document) ?? UNLIKE)
        const held = scores.get(other.happening)
        if (!held) scores.set(other.happening, { sum: match?.score ?? 0, count: 1, best: match ?? NO_MATCH })
        else {
          held.sum += match?.score ?? 0
          held.count++
          if (match && match.score > held.best.score) held.best = match
        }
      }
      let best: { group: number; mean: number; why: string } | null = null
      for (const [group, { sum, count, best: match }] of scores) {
        const mean = sum / count
        if (mean >= SAME_FROM && mean > (best?.mean ?? 0)) best = { group, mean, why: match.why }
      }
      return best ?? { group: null, why: null }
    },
    keep(row: Row) {
      hold(row)
      keepClues(driver, 'event', cluesOf(row), String(row.day), Number(row.n))
    },
    drop(row: Row) {
      known.delete(Number(row.n))
      dropClues(driver, 'event', cluesOf(row), String(row.day), Number(row.n))
    },
    /** Happenings have got other numbers, or another process has written. */
    forget: () => known.clear(),
  }
}

/** An event is found by its quad and each of two of its parties. */
function cluesOf(row: Row): number[] {
  const parties = [...sidesOf(row.actors), ...sidesOf(row.recipients)]
  return [...new Set(parties)].slice(0, 2).map((party) => clueOf(`${row.quad} ${party}`))
}

function readFacts(row: Row): ReportFacts {
  return {
    type: String(row.type),
    quad: String(row.quad),
    status: String(row.status),
    day: String(row.day),
    document: Number(row.document),
    actors: sidesOf(row.actors),
    recipients: sidesOf(row.recipients),
    place: row.place === null ? null : String(row.place),
    words: tellingWords(String(row.evidence)),
    trigger: [...tellingWords(String(row.trigger))][0] ?? String(row.trigger).toLowerCase(),
  }
}

/** Who is known beyond his document. */
const sidesOf = (cell: unknown) =>
  readParties(cell)
    .map(partyKey)
    .filter((it) => !isLocal(it))

/** A day that is not known contradicts none. */
function nearDays(a: ReportFacts, b: ReportFacts): boolean {
  return a.day === '' || b.day === '' || Math.abs(clueDay(a.day) - clueDay(b.day)) <= WINDOW
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
function candidates(driver: Driver, row: Row, near: readonly Neighbour[]): Set<number> {
  const found = new Set<number>()
  const sql = driver.prepare('select n from event where document = ?')
  for (const document of [Number(row.document), ...near.slice(0, NEAREST).map(({ n }) => n)])
    for (const { n } of sql.all([document])) found.add(Number(n))
  if (row.day !== '')
    for (const [n] of findByClues(
      driver,
      'event',
      cluesOf(row),
      String(row.day),
      WINDOW,
      WINDOW,
      MOST_CANDIDATES,
    ))
      found.add(n)
  found.delete(Number(row.n))
  return found
}
