import type { Dossier, Filter, Page, PageOptions } from '../answers.ts'
import type { Archive } from '../archive.ts'
import { askActors } from './ask-actors.ts'
import { askHappening, askHappenings, happeningsOf } from './ask-happenings.ts'
import { askDyads, askStats } from './ask-measures.ts'
import { askSearch } from './ask-search.ts'
import { ask, type Kind } from './conditions.ts'
import type { Driver, Row } from './driver.ts'
import { recount } from './keep-happenings.ts'
import { checkRecord, recordKeeper, withText } from './keep-record.ts'
import { list } from './list.ts'
import { type OpenOptions, openFile } from './open-file.ts'
import * as rows from './rows.ts'
import { toArchiveError } from './to-archive-error.ts'

/** Opens an archive in one SQLite file. */
export async function openSqliteArchive(file: string, options: OpenOptions = {}): Promise<Archive> {
  const driver = openFile(file, options)
  const keep = recordKeeper(driver)

  /** Work on the file; what SQLite complains of comes out in plain words. */
  const work = async <T>(task: () => T): Promise<T> => {
    try {
      return task()
    } catch (error) {
      throw toArchiveError(error, file)
    }
  }
  const write = <T>(task: () => T) => work(() => inTransaction(driver, task))
  const lister =
    <T>(kind: Kind, columns: string, toRows: (driver: Driver, rows: readonly Row[]) => T[]) =>
    (filter: Filter = {}, page: PageOptions = {}): Promise<Page<T>> =>
      work(() => {
        const { items, next } = list(driver, columns, ask(kind, filter), page)
        return { items: toRows(driver, items), next }
      })

  return {
    add: (records) => {
      const checked = () => records.map(checkRecord)
      return work(checked).then((good) => write(() => good.map(keep)))
    },
    document: (id) => work(() => readDocument(driver, id)),
    versions: (id) => work(() => readVersions(driver, id)),
    documents: lister('document', rows.DOCUMENT_COLUMNS, (_, found) => found.map(rows.toDocumentRow)),
    events: lister('event', rows.EVENT_COLUMNS, rows.toEventRows),
    statements: lister('statement', rows.ITEM_COLUMNS, rows.toStatementRows),
    positions: lister('position', rows.ITEM_COLUMNS, rows.toPositionRows),
    commitments: lister('commitment', rows.ITEM_COLUMNS, rows.toCommitmentRows),
    figures: lister('figure', rows.ITEM_COLUMNS, rows.toFigureRows),
    happenings: (filter = {}, page = {}) => work(() => askHappenings(driver, filter, page)),
    happening: (id) => work(() => askHappening(driver, id)),
    actors: (filter = {}, page = {}) => work(() => askActors(driver, filter, page)),
    actor: (entity) =>
      work(() => {
        const row = driver.prepare('select * from entity where entity = ?').get([entity])
        return row ? rows.toActorRow(row) : null
      }),
    search: (q, limit = 20, filter = {}) => work(() => askSearch(driver, q, limit, filter)),
    dyads: (filter = {}, period = 'month') => work(() => askDyads(driver, filter, period)),
    stats: () => work(() => askStats(driver)),
    dossiers: () =>
      work(() => driver.prepare('select * from dossier order by position, slug').all().map(toDossier)),
    dossier: (slug) =>
      work(() => {
        const row = driver.prepare('select * from dossier where slug = ?').get([slug])
        return row ? toDossier(row) : null
      }),
    saveDossier: (dossier) => write(() => saveDossier(driver, dossier)),
    splitReport: (eventId) => write(() => splitReport(driver, eventId)),
    close: () => work(() => driver.close()),
  }
}

function inTransaction<T>(driver: Driver, task: () => T): T {
  driver.exec('begin immediate')
  try {
    const result = task()
    driver.exec('commit')
    return result
  } catch (error) {
    rollBack(driver)
    throw error
  }
}

/** SQLite has rolled back by itself after some failures; the first error is the one to tell. */
function rollBack(driver: Driver) {
  try {
    driver.exec('rollback')
  } catch {
    // no transaction is open any more
  }
}

function readDocument(driver: Driver, id: string) {
  const row = driver
    .prepare(
      `select d.n, d.text, r.json, (select o.id from document o where o.n = d.copy_of) as copy_of
       from document d join record r on r.document = d.n and r.current = 1 where d.id = ?`,
    )
    .get([id])
  if (!row) return null
  return {
    record: withText(String(row.json), String(row.text)),
    copyOf: row.copy_of === null ? null : String(row.copy_of),
    happenings: happeningsOf(driver, Number(row.n)),
  }
}

function readVersions(driver: Driver, id: string) {
  return driver
    .prepare(
      `select c.version, c.model, r.current from document d join record r on r.document = d.n join coder c on c.n = r.coder
       where d.id = ? order by r.current desc, r.n desc`,
    )
    .all([id])
    .map((row) => ({
      coder: { name: 'rapporteur' as const, version: String(row.version), model: String(row.model) },
      current: row.current === 1,
    }))
}

const toDossier = (row: Row): Dossier => ({
  slug: String(row.slug),
  title: String(row.title),
  question: JSON.parse(String(row.question)) as Filter,
})

function saveDossier(driver: Driver, { slug, title, question }: Dossier) {
  driver
    .prepare(
      `insert into dossier (slug, title, question, position) values (?, ?, ?, (select count(*) from dossier))
       on conflict (slug) do update set title = excluded.title, question = excluded.question`,
    )
    .run([slug, title, JSON.stringify(question)])
}

function splitReport(driver: Driver, eventId: string): boolean {
  const row = driver
    .prepare(
      'select e.*, h.id as happening_id, h.reports from event e join happening h on h.n = e.happening where e.id = ?',
    )
    .get([eventId])
  if (!row || Number(row.reports) < 2) return false
  const own =
    row.happening_id === `happening.${eventId}` ? `happening.${eventId}.apart` : `happening.${eventId}`
  driver
    .prepare('insert or ignore into apart (event, happening) values (?, ?)')
    .run([eventId, row.happening_id ?? ''])
  const made = driver
    .prepare(
      `insert into happening (id, type, quad, status, day, reports, documents, sources) values (?, ?, ?, ?, ?, 1, 1, 1)
       on conflict (id) do update set day = excluded.day returning n`,
    )
    .get([own, row.type ?? '', row.quad ?? '', row.status ?? '', row.day ?? ''])
  driver
    .prepare('update event set happening = ?, why = null where n = ?')
    .run([Number(made?.n), row.n ?? null])
  recount(driver, Number(row.happening))
  recount(driver, Number(made?.n))
  return true
}
