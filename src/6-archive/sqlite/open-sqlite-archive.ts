import type { Dossier, Filter, Page, PageOptions } from '../answers.ts'
import type { Archive } from '../archive.ts'
import { ask } from './ask.ts'
import { askActor, askActors, askProfile } from './ask-actors.ts'
import { askDocument } from './ask-document.ts'
import {
  askCoders,
  askDyads,
  askFacets,
  askNetwork,
  askPlaces,
  askStats,
  askTimeline,
} from './ask-measures.ts'
import { askSearch } from './ask-search.ts'
import { askChanges, askDifference, askOutdated, askVersion, askVersions } from './ask-versions.ts'
import type { Driver, Row } from './driver.ts'
import { foreignStore } from './foreign-store.ts'
import { toHappeningRows, toQuotationRows, toStoryRows, toUndertakingRows } from './group-rows.ts'
import type { Group } from './groups.ts'
import { firstNumber } from './item-number.ts'
import { checkRecord } from './keep-record.ts'
import { keyring, type Table } from './keys.ts'
import { list } from './list.ts'
import { type OpenOptions, openFile } from './open-file.ts'
import { askCorrections, askPrecision, askReviewQueue } from './review.ts'
import * as rows from './rows.ts'
import { toArchiveError } from './to-archive-error.ts'
import { watchStore } from './watch-store.ts'
import { writing } from './writing.ts'

/** Opens an archive in one SQLite file. */
export async function openSqliteArchive(file: string, options: OpenOptions = {}): Promise<Archive> {
  return overDriver(openFile(file, options), (error) => toArchiveError(error, file))
}

/** The archive over an open file or connection; `tell` says in plain words what it complains of. */
export function overDriver(driver: Driver, tell: (error: unknown) => unknown): Archive {
  const keys = keyring(driver)
  const write = writing(driver)

  /** Work on the archive; what is wrong with it comes out in plain words. */
  const work = async <T>(task: () => T): Promise<T> => {
    try {
      return task()
    } catch (error) {
      throw tell(error)
    }
  }
  const today = () => {
    const row = driver
      .prepare('select day from document where n >= ? order by n desc limit 1')
      .get([firstNumber('0001-01-01')])
    return typeof row?.day === 'string' ? row.day : '9999-12-31'
  }
  const lister =
    <T>(table: Table, columns: string, toRows: (found: readonly Row[], filter: Filter) => T[]) =>
    (filter: Filter = {}, page: PageOptions = {}): Promise<Page<T>> =>
      work(() => {
        const drive = {
          order: page.order,
          document: filter.document !== undefined,
          after: filter.after !== undefined,
          due: filter.dueFrom !== undefined || filter.dueTo !== undefined,
        }
        const { items, next } = list(driver, keys, columns, ask(table, filter, keys, today()), page, drive)
        return { items: toRows(items, filter), next }
      })
  const one =
    <T>(group: Group, toRows: (found: readonly Row[]) => T[]) =>
    (id: string): Promise<T | null> =>
      work(() => toRows(findGroup(driver, group, id))[0] ?? null)
  const undertakings = (found: readonly Row[], filter: Filter = {}) =>
    toUndertakingRows(driver, found, filter.asOf ?? today())

  return {
    add: (records) =>
      work(() => records.map(checkRecord)).then((good) =>
        work(() => write((to) => good.map(to.records.keep))),
      ),

    documents: lister('document', rows.DOCUMENT_COLUMNS, (found) => found.map(rows.toDocumentRow)),
    events: lister('event', rows.EVENT_COLUMNS, (found) => found.map(rows.toEventRow)),
    happenings: lister('happening', 'x.*', (found) => toHappeningRows(driver, found)),
    statements: lister('statement', rows.STATEMENT_COLUMNS, (found) => found.map(rows.toStatementRow)),
    quotations: lister('quotation', 'x.*', (found) => toQuotationRows(driver, found)),
    positions: lister('position', rows.ITEM_COLUMNS, (found) => found.map(rows.toPositionRow)),
    commitments: lister('commitment', rows.COMMITMENT_COLUMNS, (found) => found.map(rows.toCommitmentRow)),
    undertakings: lister('undertaking', 'x.*', undertakings),
    figures: lister('figure', rows.ITEM_COLUMNS, (found) => found.map(rows.toFigureRow)),
    stories: (filter = {}, page = {}) => work(() => askStories(driver, filter, page)),
    actors: (filter = {}, page = {}) => work(() => askActors(driver, filter, page)),

    document: (id) => work(() => askDocument(driver, id, today())),
    event: (id) =>
      work(() => {
        const sql = `select ${rows.EVENT_COLUMNS} from event x join document d on d.n = x.document where x.id = ?`
        return driver.prepare(sql).all([id]).map(rows.toEventRow)[0] ?? null
      }),
    happening: one('happening', (found) => toHappeningRows(driver, found)),
    quotation: one('quotation', (found) => toQuotationRows(driver, found)),
    undertaking: one('undertaking', undertakings),
    story: one('story', (found) => toStoryRows(driver, found)),
    actor: (entity) => work(() => askActor(driver, entity)),
    profile: (entity) => work(() => askProfile(driver, keys, entity)),

    search: (q, limit = 20, filter = {}) => work(() => askSearch(driver, keys, q, limit, filter, today())),
    facets: (kind, filter = {}) => work(() => askFacets(driver, keys, kind, filter, today())),
    timeline: (filter = {}, period = 'month') =>
      work(() => askTimeline(driver, keys, filter, period, today())),
    dyads: (filter = {}, period = 'month') => work(() => askDyads(driver, keys, filter, period, today())),
    network: (filter = {}, limit = 100) => work(() => askNetwork(driver, keys, filter, limit, today())),
    places: (filter = {}, limit = 500) => work(() => askPlaces(driver, keys, filter, limit, today())),
    stats: () => work(() => askStats(driver)),

    versions: (id) => work(() => askVersions(driver, id)),
    version: (id, coder) => work(() => askVersion(driver, id, coder)),
    coders: () => work(() => askCoders(driver)),
    outdated: (coder, cursor, limit) => work(() => askOutdated(driver, coder, cursor, limit)),
    diff: (from, to) => work(() => askDifference(driver, from, to)),
    async *changes(from, to) {
      yield* askChanges(driver, from, to)
    },

    correct: (request) =>
      work(() => {
        const id = write((to) => to.corrections.correct(request))
        return askCorrections(driver, {}, {}, id).items[0] ?? fail(id)
      }),
    undo: (id) => work(() => write((to) => to.corrections.undo(id))),
    corrections: (filter = {}, page = {}) => work(() => askCorrections(driver, filter, page)),
    reviewQueue: (question = {}) => work(() => askReviewQueue(driver, keys, question, today())),
    precision: () => work(() => askPrecision(driver)),

    dossiers: () =>
      work(() => driver.prepare('select * from dossier order by position, slug').all().map(toDossier)),
    dossier: (slug) =>
      work(
        () => driver.prepare('select * from dossier where slug = ?').all([slug]).map(toDossier)[0] ?? null,
      ),
    saveDossier: (dossier) => work(() => write(() => saveDossier(driver, dossier))),
    deleteDossier: (slug) =>
      work(() =>
        write(
          () => driver.prepare('delete from dossier where slug = ? returning slug').all([slug]).length > 0,
        ),
      ),

    foreign: foreignStore(driver, work, (task) => work(() => write(task))),
    watches: watchStore(driver, work, (task) => work(() => write(task))),

    close: () => work(() => driver.close()),
  }
}

function fail(id: string): never {
  throw new Error(`${id} was kept and is not there`)
}

/** A group by its id, or by that of one that was merged into it. */
function findGroup(driver: Driver, group: Group, id: string): Row[] {
  const sql = driver.prepare(`select * from ${group} where id = ?`)
  const found = sql.all([id])
  if (found.length > 0) return found
  const alias = driver
    .prepare(
      `with recursive led (id, steps) as (select ?, 0 union all select a.target, steps + 1 from led join alias a on a.id = led.id where steps < 50)
       select id from led order by steps desc limit 1`,
    )
    .get([id])
  return alias ? sql.all([String(alias.id)]) : []
}

function askStories(driver: Driver, { from, to, after }: Filter, page: PageOptions) {
  const question = {
    ...ask('document', { ...(from ? { from } : {}), ...(to ? { to } : {}) }, keyring(driver), ''),
    table: 'story' as Table,
  }
  const where = after ? ['x.arrival > ?'] : []
  const strongest = page.order === 'strongest'
  const { items, next } = list(
    driver,
    keyring(driver),
    'x.*',
    { ...question, where, parameters: after ? [Number(after)] : [] },
    page,
    { order: strongest ? 'strongest' : page.order, document: false, after: after !== undefined, due: false },
  )
  return { items: toStoryRows(driver, items), next }
}

const toDossier = (row: Row): Dossier => ({
  slug: String(row.slug),
  title: String(row.title),
  question: JSON.parse(String(row.question)) as Filter,
})

function saveDossier(driver: Driver, { slug, title, question }: Dossier) {
  driver
    .prepare(
      `insert into dossier (slug, title, question, position) values (?, ?, ?, (select coalesce(max(position), -1) + 1 from dossier))
       on conflict (slug) do update set title = excluded.title, question = excluded.question`,
    )
    .run([slug, title, JSON.stringify(question)])
}
