import { hashText } from '../happenings/hash.ts'
import type { Driver, Row } from './driver.ts'
import { firstNumber } from './item-number.ts'

/** Kinds of clues, and how many days of each lie together: about as many as are looked through at once. */
const KINDS = {
  document: { n: 1, days: 32 },
  event: { n: 2, days: 16 },
  statement: { n: 3, days: 16 },
  commitment: { n: 4, days: 400 },
} as const
export type ClueKind = keyof typeof KINDS

const A_DAY = firstNumber('2000-01-02') - firstNumber('2000-01-01')
/** Days since the year 0; 0 for none. */
export const clueDay = (day: string) => firstNumber(day) / A_DAY

/** What has no day lies together in the first period. */
const periodOf = (kind: ClueKind, day: number) =>
  KINDS[kind].n * 10_000_000 + Math.floor(day / KINDS[kind].days)

/** What is known of an item, as a number. */
export const clueOf = (what: string) => hashText(what)

/** Lets an item be found by its clues. */
export function keepClues(
  driver: Driver,
  kind: ClueKind,
  clues: readonly number[],
  day: string,
  item: number,
) {
  const at = clueDay(day)
  const sql = driver.prepare('insert or ignore into clue (period, clue, day, item) values (?, ?, ?, ?)')
  for (const clue of clues) sql.run([periodOf(kind, at), clue, at, item])
}

export function dropClues(
  driver: Driver,
  kind: ClueKind,
  clues: readonly number[],
  day: string,
  item: number,
) {
  const at = clueDay(day)
  const sql = driver.prepare('delete from clue where period = ? and clue = ? and day = ? and item = ?')
  for (const clue of clues) sql.run([periodOf(kind, at), clue, at, item])
}

/**
 * Items with one of the clues on the days around, the latest of each clue first, and how many of the clues each has;
 * what has no day is found among its like.
 */
export function findByClues(
  driver: Driver,
  kind: ClueKind,
  clues: readonly number[],
  day: string,
  before: number,
  after: number,
  most: number,
): Map<number, number> {
  const at = clueDay(day)
  const found = new Map<number, number>()
  if (clues.length === 0) return found
  const [from, to] = at === 0 ? [0, 0] : [Math.max(1, at - before), at + after]
  const seeks: number[][] = []
  for (let period = periodOf(kind, from); period <= periodOf(kind, to); period++)
    for (const clue of clues) seeks.push([period, clue, from, to])
  for (const { item } of seek(driver, seeks, most))
    found.set(Number(item), (found.get(Number(item)) ?? 0) + 1)
  return found
}

/** One question for all seeks: most find nothing, and a call costs as much as a seek. */
function seek(driver: Driver, seeks: readonly number[][], most: number): Row[] {
  const one = `select item from (select item from clue where period = ? and clue = ? and day between ? and ? order by day desc, item desc limit ${most}) s`
  const rows: Row[] = []
  for (let i = 0; i < seeks.length; i += 8) {
    const some = seeks.slice(i, i + 8)
    rows.push(...driver.prepare(some.map(() => one).join(' union all ')).all(some.flat()))
  }
  return rows
}
