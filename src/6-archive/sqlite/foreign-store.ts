import { ArchiveError } from '../archive-error.ts'
import type { ForeignEvent, ForeignQuestion, ForeignSet, ForeignStore } from '../foreign.ts'
import type { Cell, Driver } from './driver.ts'

type Work = <T>(task: () => T) => Promise<T>

/** Events of other data sets in the archive's own file. */
export function foreignStore(driver: Driver, work: Work, write: Work): ForeignStore {
  return {
    add: (events) => write(() => add(driver, events)),
    list: (question = {}, page = {}) => work(() => list(driver, question, page)),
    sets: () =>
      work(() =>
        driver
          .prepare(
            'select data_set, count(*) as events, min(day) as first, max(day) as last from foreign_event group by data_set order by data_set',
          )
          .all()
          .map((row) => ({
            set: String(row.data_set) as ForeignSet,
            events: Number(row.events),
            from: String(row.first),
            to: String(row.last),
          })),
      ),
    remove: (set) =>
      write(
        () => driver.prepare('delete from foreign_event where data_set = ? returning n').all([set]).length,
      ),
  }
}

function add(driver: Driver, events: readonly ForeignEvent[]): number {
  let n = Number(driver.prepare('select coalesce(max(n), 0) as n from foreign_event').get()?.n)
  let added = 0
  const insert = driver.prepare(
    'insert into foreign_event (n, id, data_set, day, body) values (?, ?, ?, ?, ?) on conflict (id) do nothing returning n',
  )
  for (const event of events) {
    const kept = insert.all([n + 1, event.id, event.set, event.day, JSON.stringify(event)])
    if (kept.length === 0) continue
    n++
    added++
  }
  return added
}

function list(
  driver: Driver,
  { set, from, to }: ForeignQuestion,
  {
    limit = 50,
    cursor,
  }: { readonly limit?: number | undefined; readonly cursor?: string | null | undefined },
) {
  const where: string[] = []
  const parameters: Cell[] = []
  const need = (condition: string, ...values: readonly Cell[]) => {
    where.push(condition)
    parameters.push(...values)
  }
  if (set) need('data_set = ?', set)
  if (from) need('day >= ?', from)
  if (to) need('day <= ?', to)
  if (cursor) need('(day, n) > (?, ?)', ...readCursor(cursor))
  const most = Math.max(1, Math.min(500, limit))
  const rows = driver
    .prepare(
      `select n, day, body from foreign_event ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
       order by day, n limit ${most + 1}`,
    )
    .all(parameters)
  const items = rows.slice(0, most)
  const last = items.at(-1)
  return {
    items: items.map(({ body }) => JSON.parse(String(body)) as ForeignEvent),
    next: rows.length > most && last ? `${last.day}.${last.n}` : null,
  }
}

function readCursor(cursor: string): [string, number] {
  const [, day, n] = /^(\d{4}-\d{2}-\d{2})\.(\d{1,15})$/.exec(cursor) ?? []
  if (day === undefined || n === undefined)
    throw new ArchiveError('bad-question', 'the cursor is not one that this archive gave')
  return [day, Number(n)]
}
