import type { Cell, Driver } from './driver.ts'

/** Makes a function that inserts a row and gives its number. */
export function inserter<const Column extends string>(
  driver: Driver,
  table: string,
  columns: readonly Column[],
) {
  const sql = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')}) returning n`
  return (row: Readonly<Record<Column, Cell>>): number =>
    Number(driver.prepare(sql).get(columns.map((column) => row[column]))?.n)
}
