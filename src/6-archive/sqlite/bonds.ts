import type { Record } from '#record'
import type { Edit, ItemKind } from '../answers.ts'
import { type Applicable, findItem } from '../corrections/apply-corrections.ts'
import { itemsOf } from '../corrections/items.ts'

import type { Driver, Row } from './driver.ts'
import type { GroupKeeper } from './groups.ts'
import type { Writer } from './writer.ts'

/** What people said of a document's items, and what binds events together or keeps them apart. */
export function bondKeeper(driver: Driver, writer: Writer, groups: GroupKeeper) {
  const any = () => writer.counter.read('corrections') > 0
  return {
    /** The corrections of a document that stand, oldest first. */
    of(document: number): Applicable[] {
      if (!any()) return []
      return driver
        .prepare(
          `select * from correction where document = ? and state in ('applied', 'unmatched') order by n`,
        )
        .all([document])
        .map(toApplicable)
    },
    /** Keeps to which items the corrections belong now. */
    settle(items: ReadonlyMap<string, string | null>) {
      for (const [id, item] of items)
        driver
          .prepare('update correction set item = ?, state = ? where id = ?')
          .run([item, item === null ? 'unmatched' : 'applied', id])
    },
    /** Ids of the events that must not be in one happening with this one. */
    apartFrom(event: string): ReadonlySet<string> {
      if (!any()) return new Set()
      const rows = driver
        .prepare('select other as id from apart where one = ? union select one from apart where other = ?')
        .all([event, event])
      return new Set(rows.map(({ id }) => String(id)))
    },
    /** An item is called otherwise since its document was coded anew. */
    rename(before: string, after: string) {
      if (!any()) return
      driver
        .prepare(
          `update apart set one = ? where one = ? and not exists
           (select 1 from apart a where a.one = ? and a.other = apart.other and a.correction = apart.correction)`,
        )
        .run([after, before, after])
      driver
        .prepare(
          `update apart set other = ? where other = ? and not exists
           (select 1 from apart a where a.other = ? and a.one = apart.one and a.correction = apart.correction)`,
        )
        .run([after, before, after])
    },
    /** Puts together what people put together, once a document's events are placed. */
    bind(document: number, record: Record) {
      if (!any()) return
      const items = itemsOf(record)
      const merges = driver
        .prepare(
          `select * from correction where action = 'merge' and state in ('applied', 'unmatched') and (document = ? or into_document = ?) order by n`,
        )
        .all([document, document])
      for (const row of merges) {
        if (row.into_document === document) {
          const target = findItem(items, {
            kind: 'event',
            start: Number(row.into_start),
            end: Number(row.into_end),
            type: '',
          })
          driver
            .prepare('update correction set into_item = ? where n = ?')
            .run([target?.id ?? null, row.n ?? 0])
        }
        const { item, into_item } =
          driver.prepare('select item, into_item from correction where n = ?').get([row.n ?? 0]) ?? {}
        const one = happeningOf(driver, item)
        const target = happeningOf(driver, into_item)
        if (one !== null && target !== null && one !== target) groups.merge('happening', one, target)
      }
    },
  }
}
export type BondKeeper = ReturnType<typeof bondKeeper>

function happeningOf(driver: Driver, event: unknown): number | null {
  if (typeof event !== 'string') return null
  const row = driver.prepare('select happening from event where id = ?').get([event])
  return typeof row?.happening === 'number' ? row.happening : null
}

const toApplicable = (row: Row): Applicable => ({
  id: String(row.id),
  at: String(row.at),
  who: String(row.who),
  action: String(row.action) as Applicable['action'],
  kind: String(row.kind) as ItemKind,
  start: Number(row.span_start),
  end: Number(row.span_end),
  type: String(row.judged_type),
  edit: row.edit === null ? null : (JSON.parse(String(row.edit)) as Edit),
})
