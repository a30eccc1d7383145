import type { Driver, Row } from './driver.ts'

const statements = new Map<string, string>()

/** Inserts a row whose cells are named like the table's columns; rows of a table always have the same columns. */
export function insertRow(driver: Driver, table: string, row: Row): void {
  let sql = statements.get(table)
  if (sql === undefined) {
    const columns = Object.keys(row)
    sql = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`
    statements.set(table, sql)
  }
  driver.prepare(sql).run(Object.values(row))
}
