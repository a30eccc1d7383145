import { hashText } from '../happenings/hash.ts'
import type { Driver } from './driver.ts'
import { firstNumber } from './item-number.ts'

/** Kinds of clues, so that one table serves all of them. */
const KINDS = { document: 1, event: 2, statement: 3, commitment: 4 } as const
export type ClueKind = keyof typeof KINDS

export const clueOf = (kind: ClueKind, what: string | number) =>
  KINDS[kind] * 2 ** 32 + (typeof what === 'number' ? what : hashText(what))

const A_DAY = firstNumber('2000-01-02') - firstNumber('2000-01-01')
export const clueDay = (day: string) => firstNumber(day) / A_DAY

/** Lets an item be found by its clues. */
export function keepClues(driver: Driver, clues: readonly number[], day: string, item: number) {
  const sql = driver.prepare('insert or ignore into clue (clue, day, item) values (?, ?, ?)')
  for (const clue of clues) sql.run([clue, clueDay(day), item])
}

export function dropClues(driver: Driver, clues: readonly number[], day: string, item: number) {
  const sql = driver.prepare('delete from clue where clue = ? and day = ? and item = ?')
  for (const clue of clues) sql.run([clue, clueDay(day), item])
}

/** Items with one of the clues on the days around, the latest of each clue first; what has no day is found among its like. */
export function findByClues(
  driver: Driver,
  clues: readonly number[],
  day: string,
  before: number,
  after: number,
  most: number,
): Map<number, number> {
  const at = clueDay(day)
  const found = new Map<number, number>()
  const sql = driver.prepare(
    `select item from clue where clue = ? and day between ? and ? order by day desc, item desc limit ${most}`,
  )
  for (const clue of clues)
    for (const { item } of sql.all(at === 0 ? [clue, 0, 0] : [clue, Math.max(1, at - before), at + after]))
      found.set(Number(item), (found.get(Number(item)) ?? 0) + 1)
  return found
}
