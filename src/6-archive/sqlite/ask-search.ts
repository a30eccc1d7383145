import type { Filter, Found } from '../answers.ts'
import { askActors } from './ask-actors.ts'
import { ask, type Kind } from './conditions.ts'
import type { Driver, Row } from './driver.ts'
import { snippetOf, toSnippet } from './full-text.ts'
import { limitOf } from './list.ts'
import {
  DOCUMENT_COLUMNS,
  EVENT_COLUMNS,
  ITEM_COLUMNS,
  toDocumentRow,
  toEventRows,
  toStatementRows,
} from './rows.ts'

/** Searches documents, quotes, evidence and actors; the best come first. */
export function askSearch(driver: Driver, q: string, limit: number, filter: Filter): Found {
  const most = limitOf(limit)
  if (q.trim() === '') return { documents: [], statements: [], events: [], actors: [] }
  const asked = { ...filter, q }
  const documents = best(driver, 'document', DOCUMENT_COLUMNS, -1, asked, most)
  const statements = best(driver, 'statement', ITEM_COLUMNS, 0, asked, most)
  const events = best(driver, 'event', EVENT_COLUMNS, 0, asked, most)
  return {
    documents: withSnippets(documents.map(toDocumentRow), documents),
    statements: withSnippets(toStatementRows(driver, statements), statements),
    events: withSnippets(toEventRows(driver, events), events),
    actors: askActors(driver, { q }, { limit: most }).items,
  }
}

function best(
  driver: Driver,
  kind: Kind,
  columns: string,
  column: number,
  filter: Filter,
  limit: number,
): Row[] {
  const { from, where, parameters } = ask(kind, filter)
  const table = `${kind}_fts`
  return driver
    .prepare(
      `select ${columns}, ${snippetOf(table, column)} as snippet from ${from.replace(`${table} f`, table).replace('f.rowid', `${table}.rowid`)}
       where ${where.join(' and ')} order by rank limit ${limit}`,
    )
    .all(parameters)
}

function withSnippets<T>(items: readonly T[], rows: readonly Row[]) {
  return items.map((item, i) => ({ ...item, snippet: toSnippet(String(rows[i]?.snippet ?? '')) }))
}
