import { toCsv } from '../to-csv.ts'
import { toCells } from './column.ts'
import type { Table } from './tables.ts'

/** A table as CSV (RFC 4180), a row at a time. */
export async function* writeCsv({ columns }: Table, rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  const names = columns.map(({ name }) => name)
  const head = toCsv([], names)
  yield head
  for await (const row of rows) yield toCsv([toCells(columns, row as never)], names).slice(head.length)
}
