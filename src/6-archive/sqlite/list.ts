import type { Page, PageOptions } from '../answers.ts'
import { ArchiveError } from '../archive-error.ts'
import { isItem, type Question } from './ask.ts'
import type { Cell, Driver, Row } from './driver.ts'
import { type Keyring, MOST_TOLD } from './keys.ts'

const DEFAULT_LIMIT = 50
const MOST = 500

/** How a list is driven: which table SQLite begins with, and in what order. */
interface Plan {
  readonly from: string
  readonly where: readonly string[]
  readonly parameters: readonly Cell[]
  /** The expressions that rows are ordered by and that a cursor holds. */
  readonly order: readonly [string, string]
  readonly down: boolean
}

/** What of a filter decides how a list is driven. */
export interface Drive {
  readonly order: PageOptions['order']
  readonly document: boolean
  readonly after: boolean
  readonly due: boolean
}

/** Asks a page of rows: as many as wanted, behind the cursor. `columns` may speak of x and, for items, of d. */
export function list(
  driver: Driver,
  keys: Keyring,
  columns: string,
  question: Question,
  page: PageOptions,
  drive: Drive,
): Page<Row> {
  const limit = limitOf(page.limit)
  if (question.none) return { items: [], next: null }
  if (drive.order === 'strongest' && (question.table === 'happening' || question.table === 'quotation'))
    return strongest(driver, keys, columns, question, page, limit)
  const plan = planOf(question, drive)
  return run(driver, columns, plan, page.cursor ? readCursor(page.cursor) : null, limit)
}

function run(
  driver: Driver,
  columns: string,
  plan: Plan,
  cursor: readonly [Cell, number] | null,
  limit: number,
): Page<Row> {
  const [first, second] = plan.order
  const where = [...plan.where]
  const parameters: Cell[] = [...plan.parameters]
  if (cursor) {
    const sign = plan.down ? '<' : '>'
    if (first === second) {
      where.push(`${second} ${sign} ?`)
      parameters.push(cursor[1])
    } else {
      where.push(`(${first}, ${second}) ${sign} (?, ?)`)
      parameters.push(...cursor)
    }
  }
  const direction = plan.down ? 'desc' : 'asc'
  const order = first === second ? `${second} ${direction}` : `${first} ${direction}, ${second} ${direction}`
  const rows = driver
    .prepare(
      `select ${columns}, ${first} as at_first, ${second} as at_n from ${plan.from}
       ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by ${order} limit ${limit + 1}`,
    )
    .all(parameters)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? writeCursor(items.at(-1)) : null }
}

function planOf(question: Question, { order, document, after, due }: Drive): Plan {
  const { table, match, from, below } = question
  const origin = isItem(table) && table !== 'document' ? ' cross join document d on d.n = x.document' : ''
  const range = (n: string) => ({
    where: [`${n} >= ?`, `${n} < ?`, ...question.where],
    parameters: [from, below, ...question.parameters],
  })
  const inside = match === null ? [] : [`x.n in (select rowid from ${table}_fts where ${table}_fts match ?)`]
  const asked = match === null ? [] : [match]
  const own = range('x.n')
  const plain = { where: [...own.where, ...inside], parameters: [...own.parameters, ...asked] }
  const down = order !== 'oldest'
  if (due && (table === 'commitment' || table === 'undertaking'))
    return { from: `${table} x${origin}`, ...plain, order: ['x.due_to', 'x.n'], down: false }
  if (order === 'arrival' || after) {
    const byArrival = order === 'arrival'
    if (origin === '')
      return {
        from: `${table} x`,
        ...plain,
        order: byArrival ? ['x.arrival', 'x.n'] : ['x.n', 'x.n'],
        down: !byArrival && down,
      }
    return {
      from: `document d cross join ${table} x on x.document = d.n`,
      ...plain,
      order: byArrival ? ['d.arrival', 'x.n'] : ['x.n', 'x.n'],
      down: !byArrival && down,
    }
  }
  if (order === 'strongest' && !isItem(table))
    return { from: `${table} x`, ...plain, order: ['x.documents', 'x.n'], down: true }
  if (match === null || document)
    return { from: `${table} x${origin}`, ...plain, order: ['x.n', 'x.n'], down }
  const indexed = range('f.rowid')
  return {
    // cross join: SQLite must begin with the index, which gives the numbers in their order
    from: `${table}_fts f cross join ${table} x on x.n = f.rowid${origin}`,
    where: [`${table}_fts match ?`, ...indexed.where],
    parameters: [match, ...indexed.parameters],
    order: ['f.rowid', 'f.rowid'],
    down,
  }
}

/** Those of which most documents tell come first: one level of strength after the other, the newest of each first. */
function strongest(
  driver: Driver,
  keys: Keyring,
  columns: string,
  question: Question,
  page: PageOptions,
  limit: number,
): Page<Row> {
  const cursor = page.cursor ? readCursor(page.cursor) : null
  const start = cursor ? Number(cursor[0]) : MOST_TOLD
  const rows: Row[] = []
  for (let level = start; level >= 1 && rows.length <= limit; level--) {
    const key = keys.find(`told:${level}`)
    if (key === undefined) continue
    const told = `keys : _${key}`
    const match = question.match === null ? told : `${question.match} AND ${told}`
    const plan = planOf(
      { ...question, match },
      { order: 'newest', document: false, after: false, due: false },
    )
    const behind = cursor && level === start ? cursor : null
    const found = run(driver, columns, plan, behind, limit + 1 - rows.length)
    rows.push(...found.items.map((row) => ({ ...row, at_first: level })))
  }
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? writeCursor(items.at(-1)) : null }
}

/** A number of rows between 1 and the most that is given at once. */
export function limitOf(limit: number | undefined): number {
  return Math.max(1, Math.min(MOST, Math.floor(limit ?? DEFAULT_LIMIT) || DEFAULT_LIMIT))
}

export function writeCursor(row: Row | undefined): string | null {
  if (!row) return null
  return Buffer.from(JSON.stringify([row.at_first, row.at_n])).toString('base64url')
}

/** The value and number that a cursor holds. */
export function readCursor(cursor: string): [string | number, number] {
  const wrong = 'the cursor is not one that this archive gave'
  try {
    const [first, n] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (
      (typeof first === 'string' || typeof first === 'number') &&
      typeof n === 'number' &&
      Number.isSafeInteger(n)
    )
      return [first, n]
  } catch (error) {
    throw new ArchiveError('bad-question', wrong, { cause: error })
  }
  throw new ArchiveError('bad-question', wrong)
}
