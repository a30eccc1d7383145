import type { Archive, Filter } from '#archive'
import { TABLES, type Table, type TableName } from './tables.ts'
import { writeParquet } from './write-parquet.ts'

/** The lists that have a day. */
export const LAKE_TABLES = [
  'documents',
  'events',
  'happenings',
  'statements',
  'positions',
  'commitments',
  'figures',
] as const satisfies readonly TableName[]

export interface LakeFile {
  /** `events/day=2013-07-02/part.parquet`: the layout that Hive, Spark, Trino and DuckDB know. */
  readonly path: string
  readonly rows: number
  readonly chunks: AsyncIterable<Uint8Array>
}

/** A list as Parquet, a file a day; rows without a day stand under `day=unknown`. A file must be read before the next. */
export async function* lakeFiles(
  archive: Archive,
  list: (typeof LAKE_TABLES)[number],
  filter: Filter = {},
): AsyncGenerator<LakeFile, void, undefined> {
  const table: Table = TABLES[list]
  let day: string | null = null
  let held: unknown[] = []
  // oldest first, so that the rows of a day come one after the other
  for await (const row of table.rows(archive, filter)) {
    const its = dayOf(row)
    if (day !== null && its !== day) {
      yield fileOf(table, list, day, held)
      held = []
    }
    day = its
    held.push(row)
  }
  if (day !== null) yield fileOf(table, list, day, held)
}

function fileOf(table: Table, list: string, day: string, rows: readonly unknown[]): LakeFile {
  return {
    path: `${list}/day=${day}/part.parquet`,
    rows: rows.length,
    chunks: writeParquet(withoutDay(table), inTurn(rows)),
  }
}

/** The folder tells the day: a column of the same name would be a second one to those who read it. */
const withoutDay = (table: Table): Table => ({
  ...table,
  columns: table.columns.filter(({ name }) => name !== 'day'),
})

async function* inTurn(rows: readonly unknown[]): AsyncGenerator<unknown> {
  yield* rows
}

/** A document's day is that of its publication. */
function dayOf(row: unknown): string {
  const { day, published } = row as { readonly day?: string; readonly published?: string | null }
  return (day ?? published ?? '').slice(0, 10) || 'unknown'
}
