import type { Page, PageOptions } from '../answers.ts'
import { ArchiveError } from '../archive-error.ts'
import type { Question } from './conditions.ts'
import type { Cell, Driver, Row } from './driver.ts'

const DEFAULT_LIMIT = 50
const MOST = 500

/** Asks a page of rows: as many as wanted, behind the cursor. */
export function list(driver: Driver, columns: string, question: Question, page: PageOptions): Page<Row> {
  const limit = limitOf(page.limit)
  const down = page.order !== 'oldest' && question.order[0] !== 'x.due_to'
  const [day, n] = question.order
  const where = [...question.where]
  const parameters: Cell[] = [...question.parameters]
  if (page.cursor) {
    where.push(`(${day}, ${n}) ${down ? '<' : '>'} (?, ?)`)
    parameters.push(...readCursor(page.cursor))
  }
  const direction = down ? 'desc' : 'asc'
  const sql = `select ${columns}, ${day} as at_day, ${n} as at_n from ${question.from}
    ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
    ${question.group ? `group by ${day}, ${n}` : ''}
    order by ${day} ${direction}, ${n} ${direction} limit ${limit + 1}`
  const rows = driver.prepare(sql).all(parameters)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? writeCursor(items.at(-1)) : null }
}

/** A number of rows between 1 and the most that is given at once. */
export function limitOf(limit: number | undefined): number {
  return Math.max(1, Math.min(MOST, Math.floor(limit ?? DEFAULT_LIMIT) || DEFAULT_LIMIT))
}

function writeCursor(row: Row | undefined): string | null {
  if (!row) return null
  return Buffer.from(JSON.stringify([row.at_day, row.at_n])).toString('base64url')
}

/** The day and number that a cursor holds. */
export function readCursor(cursor: string): [string, number] {
  try {
    const [day, n] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof day === 'string' && typeof n === 'number' && Number.isSafeInteger(n)) return [day, n]
  } catch (error) {
    throw new ArchiveError('bad-question', 'the cursor is not one that this archive gave', { cause: error })
  }
  throw new ArchiveError('bad-question', 'the cursor is not one that this archive gave')
}
