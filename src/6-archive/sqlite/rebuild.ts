import { bondKeeper } from './bonds.ts'
import type { Driver } from './driver.ts'
import { groupKeeper } from './groups.ts'
import { recordKeeper } from './keep-record.ts'
import { unpackRecord } from './pack-record.ts'
import { openWriter } from './writer.ts'

const PAGE = 500

/**
 * Makes a schema anew and fills it from the documents, records and dossiers of version 1: everything else follows
 * from them. Runs inside the transaction of the migration.
 */
export function rebuild(driver: Driver, schema: string): void {
  const objects = driver
    .prepare(
      `select type, name from sqlite_master where type in ('view', 'trigger') or (type = 'table' and sql like 'create virtual%')`,
    )
    .all()
  for (const { type, name } of objects) driver.exec(`drop ${type} ${name}`)
  const KEPT = ['document', 'record', 'coder', 'dossier']
  const tables = driver
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`)
    .all()
  for (const { name } of tables)
    driver.exec(
      KEPT.includes(String(name)) ? `alter table ${name} rename to former_${name}` : `drop table ${name}`,
    )
  for (const { name } of driver
    .prepare(`select name from sqlite_master where type = 'index' and sql is not null`)
    .all())
    driver.exec(`drop index ${name}`)
  driver.exec(schema)
  refill(driver)
  for (const table of KEPT) driver.exec(`drop table former_${table}`)
}

function refill(driver: Driver) {
  driver.exec('insert into dossier select * from former_dossier')
  const writer = openWriter(driver)
  const groups = groupKeeper(driver, writer)
  const keeper = recordKeeper(driver, writer, groups, bondKeeper(driver, writer, groups))
  for (let last = 0; ; ) {
    const documents = driver
      .prepare(`select n, text from former_document where n > ? order by n limit ${PAGE}`)
      .all([last])
    if (documents.length === 0) return
    for (const { n = 0, text } of documents) {
      const records = driver
        .prepare('select json, current from former_record where document = ? order by current desc, n')
        .all([n])
      const [current, ...history] = records.map(({ json }) => unpackRecord(json, text))
      if (!current) continue
      keeper.keep(current)
      const row = driver.prepare('select n from document where id = ?').get([current.document.id])
      for (const record of history) keeper.keepFormer(Number(row?.n), record)
      last = Number(n)
    }
    const moved = groups.flush()
    keeper.finish()
    writer.flush()
    keeper.flush(moved)
  }
}
