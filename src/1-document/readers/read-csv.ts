import { CsvError, parse } from 'csv-parse/sync'
import { type Columns, columnsOf, columnsOfCells } from './csv-columns.ts'
import { isoDate } from './iso-date.ts'
import { found, type ReadHints, type Reading, refusal } from './reading.ts'

/** Reads a table with a header: a document a row. */
export function* readCsv(whole: string, _hints: ReadHints): Generator<Reading> {
  // spreadsheets write their delimiter into a line of its own
  const text = whole.replace(/^\ufeff?sep=.\r?\n/i, '')
  const header = text.slice(0, /[\r\n]/.exec(text)?.index ?? text.length)
  const delimiter =
    columnsOf(header)?.delimiter ?? [',', '\t', ';', '|'].find((mark) => header.includes(mark)) ?? ','
  let rows: readonly (readonly string[])[]
  try {
    rows = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as string[][]
  } catch (error) {
    yield refusal(
      `is not well-formed CSV: ${error instanceof Error ? error.message.slice(0, 160) : ''}`,
      errorPlace(error),
    )
    return
  }
  const columns = columnsOfCells(rows[0] ?? [], delimiter)
  if (!columns) yield refusal('has no CSV header with a column of text (text, body or content)')
  else if (rows.length === 1) yield refusal('has a CSV header but no rows')
  else for (const [i, row] of rows.entries()) if (i > 0) yield readRow(row, columns, `row ${i}`)
}

function errorPlace(error: unknown): string | null {
  return error instanceof CsvError && typeof error.lines === 'number' ? `line ${error.lines}` : null
}

function readRow(row: readonly string[], columns: Columns, place: string): Reading {
  const cell = (column: number | null) => (column === null ? null : row[column]?.trim() || null)
  const text = cell(columns.text)
  const title = cell(columns.title)
  if (text === null && title === null) return refusal('has an empty text', place)
  const published = cell(columns.published)
  return found(
    {
      text: text ?? '',
      title,
      published: published && (isoDate(published) ?? published),
      source: cell(columns.source),
      url: cell(columns.url),
      externalId:
        cell(columns.id) ?? (row[0] !== undefined && columns.text !== 0 && columns.id === null ? null : null),
      language: cell(columns.language),
    },
    place,
  )
}
