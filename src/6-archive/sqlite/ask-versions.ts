import type { Record } from '#record'
import type { Change, Difference, ItemKind, Page } from '../answers.ts'
import { diffRecords } from '../versions/diff-records.ts'
import type { Driver, Row } from './driver.ts'
import { limitOf, readCursor, writeCursor } from './list.ts'
import { unpackRecord } from './pack-record.ts'

type Coder = Record['coder']

/** All records kept of a document, the current one first. */
export function askVersions(driver: Driver, id: string) {
  return driver
    .prepare(
      `select c.version, c.model, r.current from document d join record r on r.document = d.n join coder c on c.n = r.coder
       where d.id = ? order by r.current desc, r.n desc`,
    )
    .all([id])
    .map((row) => ({
      coder: { name: 'rapporteur' as const, version: String(row.version), model: String(row.model) },
      current: row.current === 1,
    }))
}

/** The record that one coder wrote of a document. */
export function askVersion(driver: Driver, id: string, coder: Coder): Record | null {
  const row = driver
    .prepare(
      'select d.text, r.json from document d join record r on r.document = d.n where d.id = ? and r.coder = ?',
    )
    .get([id, coderNumber(driver, coder) ?? -1])
  return row ? unpackRecord(row.json, row.text) : null
}

function coderNumber(driver: Driver, { name, version, model }: Coder): number | null {
  const row = driver
    .prepare('select n from coder where name = ? and version = ? and model = ?')
    .get([name, version, model])
  return row ? Number(row.n) : null
}

/** Current records that another coder wrote, in the order in which their documents came. */
export function askOutdated(
  driver: Driver,
  coder: Coder,
  cursor: string | null,
  most: number | undefined,
): Page<Record> {
  const limit = limitOf(most)
  const rows = driver
    .prepare(
      `select d.text, r.json, d.arrival as at_first, d.arrival as at_n from document d cross join record r on r.document = d.n and r.current = 1
       where d.arrival > ? and r.coder <> ? order by d.arrival limit ${limit + 1}`,
    )
    .all([cursor === null ? 0 : readCursor(cursor)[1], coderNumber(driver, coder) ?? -1])
  const items = rows.slice(0, limit)
  return {
    items: items.map((row) => unpackRecord(row.json, row.text)),
    next: rows.length > limit ? writeCursor(items.at(-1)) : null,
  }
}

const PAGE = 200

/** The two records of each document that both coders coded. */
function* pairs(driver: Driver, from: Coder, to: Coder): Generator<readonly [Record, Record]> {
  const [a, b] = [coderNumber(driver, from) ?? -1, coderNumber(driver, to) ?? -1]
  for (let last = 0; ; ) {
    const rows: Row[] = driver
      .prepare(
        `select d.text, d.arrival, one.json as before, other.json as after from document d
         cross join record one on one.document = d.n and one.coder = ? cross join record other on other.document = d.n and other.coder = ?
         where d.arrival > ? order by d.arrival limit ${PAGE}`,
      )
      .all([a, b, last])
    for (const { text, before, after, arrival } of rows) {
      yield [unpackRecord(before, text), unpackRecord(after, text)]
      last = Number(arrival)
    }
    if (rows.length < PAGE) return
  }
}

/** Every change between two coders, document by document. */
export function* askChanges(driver: Driver, from: Coder, to: Coder): Generator<Change> {
  for (const [before, after] of pairs(driver, from, to)) yield* diffRecords(before, after).changes
}

const MOST_DOCUMENTS = 100

/** What changed between two coders, by type and by document. */
export function askDifference(driver: Driver, from: Coder, to: Coder): Difference {
  const types = new Map<
    string,
    { kind: ItemKind; type: string; same: number; added: number; removed: number; changed: number }
  >()
  const count = (kind: ItemKind, type: string, what: 'same' | 'added' | 'removed' | 'changed') => {
    const key = `${kind} ${type}`
    const known = types.get(key) ?? { kind, type, same: 0, added: 0, removed: 0, changed: 0 }
    types.set(key, known)
    known[what]++
  }
  const documents: Difference['byDocument'][number][] = []
  let all = 0
  for (const [before, after] of pairs(driver, from, to)) {
    all++
    const { changes, same } = diffRecords(before, after)
    for (const { kind, type } of same) count(kind, type, 'same')
    for (const { kind, type, change } of changes) count(kind, type, change)
    const { id, title } = after.document
    if (changes.length > 0) documents.push({ documentId: id, title, changes: changes.length })
  }
  return {
    documents: all,
    documentsChanged: documents.length,
    byType: [...types.values()].sort((a, b) => (a.kind + a.type < b.kind + b.type ? -1 : 1)),
    byDocument: documents.sort((a, b) => b.changes - a.changes).slice(0, MOST_DOCUMENTS),
  }
}
