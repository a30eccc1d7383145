export type Cell = string | number | boolean | null

/** A column of a table: how CSV, Parquet and the documentation name it, and what a row holds there. */
export interface Column<T> {
  readonly name: string
  /** `day` is an ISO 8601 day, null where none is known; lists are texts apart by "; ". */
  readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'day'
  readonly says: string
  readonly of: (row: T) => Cell
}

/** A row as flat cells. */
export function toCells<T>(columns: readonly Column<T>[], row: T): { readonly [column: string]: Cell } {
  return Object.fromEntries(columns.map(({ name, of }) => [name, of(row)]))
}
