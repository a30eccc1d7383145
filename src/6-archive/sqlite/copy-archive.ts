import { createHash } from 'node:crypto'
import { ArchiveError } from '../archive-error.ts'
import type { Driver, Row } from './driver.ts'
import { unpackRecord } from './pack-record.ts'
import { writing } from './writing.ts'

/** What people made, which no record tells: it goes over as it stands, before the documents that it is about. */
const ASIDE = ['correction', 'apart', 'dossier', 'watch', 'firing', 'firing_member', 'delivery']

/** Documents that are written in one transaction. */
const BATCH = 50

export interface Copied {
  /** Documents looked at, and of these the ones that the other archive did not have yet. */
  readonly documents: number
  readonly written: number
}

/**
 * Copies an archive into another one, document by document in the order in which they came, each with all its
 * records. What is there already is passed over, so a copy that was stopped goes on where it was. Yields after each
 * transaction.
 */
export function* copyArchive(from: Driver, to: Driver): Generator<Copied, void, undefined> {
  const write = writing(to)
  write(() => copyAside(from, to))
  const counts = { documents: 0, written: 0 }
  for (let last = -1; ; ) {
    const documents = from
      .prepare(`select n, id, arrival, text from document where arrival > ? order by arrival limit ${BATCH}`)
      .all([last])
    if (documents.length === 0) return
    const known = to.prepare('select 1 as there from document where id = ?')
    const fresh = documents.filter(({ id = '' }) => known.get([id]) === undefined)
    if (fresh.length > 0)
      write(({ records }) => {
        for (const document of fresh) {
          const [current, ...former] = recordsOf(from, document)
          if (!current) throw new ArchiveError('damaged', `${document.id} has no record`)
          records.keep(current)
          const row = to.prepare('select n from document where id = ?').get([current.document.id])
          for (const record of former) records.keepFormer(Number(row?.n), record)
        }
      })
    last = Number(documents.at(-1)?.arrival)
    counts.documents += documents.length
    counts.written += fresh.length
    yield { ...counts }
  }
}

function recordsOf(driver: Driver, { n = 0, text }: Row) {
  return driver
    .prepare('select json from record where document = ? order by current desc, n')
    .all([n])
    .map(({ json }) => unpackRecord(json, text))
}

function copyAside(from: Driver, to: Driver) {
  for (const table of ASIDE) {
    if (!isThere(from, table) || !isThere(to, table)) continue
    for (const row of from.prepare(`select * from ${table}`).all()) {
      const columns = Object.keys(row)
      to.prepare(
        `insert or ignore into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      ).run(columns.map((column) => row[column] ?? null))
    }
  }
  // PostgreSQL gives numbers from where it stopped, not from where the rows stop
  if (to.binding === 'postgres')
    to.prepare(
      `select setval(pg_get_serial_sequence('correction', 'n'), (select coalesce(max(n), 0) + 1 from correction), false)`,
    ).all()
  const count = Number(to.prepare('select count(*) as n from correction').get()?.n)
  to.prepare(
    `insert into counter (name, value) values ('corrections', ?) on conflict (name) do update set value = excluded.value`,
  ).run([count])
}

function isThere(driver: Driver, table: string): boolean {
  const sql =
    driver.binding === 'postgres'
      ? `select 1 as there from pg_tables where tablename = ? and schemaname = current_schema()`
      : `select 1 as there from sqlite_master where type = 'table' and name = ?`
  return driver.prepare(sql).get([table]) !== undefined
}

/** What an archive holds, in one line that is the same for two archives with the same documents, records and words of people. */
export function fingerprint(driver: Driver): string {
  const hash = createHash('sha256')
  let [documents, records] = [0, 0]
  for (let last = ''; ; ) {
    const rows = driver
      .prepare(
        `select d.id, d.text, c.name, c.version, c.model, r.current, r.json from document d
         join record r on r.document = d.n join coder c on c.n = r.coder
         where d.id in (select id from document where id > ? order by id limit 200) order by d.id, c.name, c.version, c.model`,
      )
      .all([last])
    if (rows.length === 0) break
    for (const { json, text, ...head } of rows)
      hash.update(JSON.stringify([Object.values(head), unpackRecord(json, text)]))
    documents += new Set(rows.map(({ id }) => id)).size
    records += rows.length
    last = String(rows.at(-1)?.id)
  }
  for (const sql of [
    'select id, at, who, action, words, note from correction order by id',
    'select slug, title, question from dossier order by slug',
  ])
    for (const row of driver.prepare(sql).all()) hash.update(JSON.stringify(Object.values(row)))
  return `${documents} documents, ${records} records, sha256:${hash.digest('hex')}`
}
