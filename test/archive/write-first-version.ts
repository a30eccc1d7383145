import { createRequire } from 'node:module'
import type { Record } from '#record'
import { APPLICATION_ID } from '../../src/6-archive/sqlite/schema.ts'
import { SCHEMA_1 } from '../../src/6-archive/sqlite/schema-1.ts'

/** Writes an archive as version 1 did, with one dossier; of each document its current record, then older ones. */
export function writeFirstVersion(
  file: string,
  documents: readonly (readonly [Record, ...Record[]])[],
): void {
  const Libsql = createRequire(import.meta.url)('libsql') as new (
    file: string,
  ) => {
    exec(sql: string): void
    prepare(sql: string): { run(parameters: readonly unknown[]): void }
    close(): void
  }
  const database = new Libsql(file)
  database.exec(SCHEMA_1)
  database.exec(`pragma user_version = 1; pragma application_id = ${APPLICATION_ID}; begin`)
  database.exec(`insert into dossier values ('a', 'A', '{"actor":["USA"]}', 0)`)
  const coder = database.prepare(
    "insert or ignore into coder (name, version, model) values ('rapporteur', ?, ?)",
  )
  const write = database.prepare(
    'insert into document (n, id, source, title, published, day, language, text, words) values (?, ?, ?, ?, ?, ?, ?, ?, 1)',
  )
  const keep = database.prepare(
    'insert into record (document, coder, current, json) values (?, (select n from coder where version = ? and model = ?), ?, ?)',
  )
  for (const [i, records] of documents.entries()) {
    const { id, source, title, published, text } = records[0].document
    write.run([i + 1, id, source, title, published, (published ?? '').slice(0, 10), 'en', text])
    for (const [k, record] of records.entries()) {
      coder.run([record.coder.version, record.coder.model])
      const json = JSON.stringify({ ...record, document: { ...record.document, text: '' } })
      keep.run([i + 1, record.coder.version, record.coder.model, k === 0 ? 1 : 0, json])
    }
  }
  database.exec('commit')
  database.close()
}
