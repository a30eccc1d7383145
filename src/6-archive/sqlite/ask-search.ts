import type { Filter, Found } from '../answers.ts'
import { snippetOf, termsOf } from '../words/snippet.ts'
import { ask } from './ask.ts'
import { askActors } from './ask-actors.ts'
import type { Driver, Row } from './driver.ts'
import { fullTextQuery } from './full-text.ts'
import type { Keyring } from './keys.ts'
import { limitOf } from './list.ts'
import {
  DOCUMENT_COLUMNS,
  EVENT_COLUMNS,
  STATEMENT_COLUMNS,
  toDocumentRow,
  toEventRow,
  toStatementRow,
} from './rows.ts'

/** So many matches are ranked; of words that more have, the newest of them. */
const MOST_RANKED = 2000

type Searched = 'document' | 'statement' | 'event'

/** Searches documents, quotes, evidence and actors; the best come first. */
export function askSearch(
  driver: Driver,
  keys: Keyring,
  q: string,
  limit: number,
  filter: Filter,
  today: string,
): Found {
  const most = limitOf(limit)
  const query = fullTextQuery(q)
  if (query === null) return { documents: [], statements: [], events: [], actors: [] }
  const find = (table: Searched, columns: string) =>
    best(driver, keys, table, columns, { ...filter, q }, most, today)
  const documents = find('document', `${DOCUMENT_COLUMNS}, x.text`)
  const statements = find('statement', STATEMENT_COLUMNS)
  const events = find('event', EVENT_COLUMNS)
  const terms = termsOf(query)
  const show = (cell: unknown) => snippetOf(String(cell), terms)
  return {
    documents: documents.map((row, i) => ({ ...toDocumentRow(row), snippet: show(documents[i]?.text) })),
    statements: statements.map((row, i) => ({ ...toStatementRow(row), snippet: show(statements[i]?.quote) })),
    events: events.map((row, i) => ({ ...toEventRow(row), snippet: show(events[i]?.evidence) })),
    actors: askActors(driver, { q }, { limit: most }).items,
  }
}

/** The best matches: by bm25 where few match, else the newest, those with the words in the title first. */
function best(
  driver: Driver,
  keys: Keyring,
  table: Searched,
  columns: string,
  filter: Filter,
  limit: number,
  today: string,
): Row[] {
  const question = ask(table, filter, keys, today)
  if (question.none || question.match === null) return []
  const { match, from, below } = question
  const fts = `${table}_fts`
  const origin = table === 'document' ? '' : ' cross join document d on d.n = x.document'
  const rows = (inner: string, parameters: readonly (string | number)[]) =>
    driver
      .prepare(
        `select ${columns} from (${inner}) f cross join ${table} x on x.n = f.n${origin}
         ${question.where.length > 0 ? `where ${question.where.join(' and ')}` : ''} order by f.place limit ${limit}`,
      )
      .all([...parameters, ...question.parameters])
  const few = driver
    .prepare(
      `select count(*) as n from (select 1 from ${fts} where ${fts} match ? and rowid >= ? and rowid < ? limit ${MOST_RANKED + 1}) few`,
    )
    .get([match, from, below])
  if (Number(few?.n) <= MOST_RANKED)
    return rows(
      `select rowid as n, rank as place from ${fts} where ${fts} match ? and rowid >= ? and rowid < ?`,
      [match, from, below],
    )
  const newest = (q: string) => [q, from, below] as const
  const latest = `select rowid as n, -rowid as place from ${fts} where ${fts} match ? and rowid >= ? and rowid < ? order by rowid desc limit ${MOST_RANKED}`
  if (table !== 'document') return rows(latest, newest(match))
  const titled = rows(latest, newest(match.replace('{title words} :', 'title :')))
  if (titled.length >= limit) return titled
  const seen = new Set(titled.map(({ n }) => n))
  return [...titled, ...rows(latest, newest(match)).filter(({ n }) => !seen.has(n))].slice(0, limit)
}
