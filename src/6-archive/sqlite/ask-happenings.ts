import type { Filter, HappeningOf, HappeningRow, Page, PageOptions, Party, Report } from '../answers.ts'
import { ask, type Question } from './conditions.ts'
import type { Driver, Row } from './driver.ts'
import { list } from './list.ts'
import { ORIGIN_COLUMNS, partiesOfItems, toOrigin } from './rows.ts'

const MOST_REPORTS = 50

/** Happenings by day; a filter holds of one when it holds of a report of it. */
export function askHappenings(driver: Driver, filter: Filter, page: PageOptions): Page<HappeningRow> {
  const { items, next } = list(driver, 'h.*', question(filter), page)
  return { items: toHappeningRows(driver, items), next }
}

function question(filter: Filter): Question {
  const { from, to, status, type, quad, ...narrow } = filter
  const where: string[] = []
  const parameters: string[] = []
  // what the happening's own row tells need not be asked of its reports
  const days = ask('event', { from, to } as Filter)
  for (const condition of days.where) where.push(condition.replaceAll('x.day', 'h.day'))
  parameters.push(...(days.parameters as string[]))
  for (const [column, values] of [
    ['status', status],
    ['type', type],
    ['quad', quad],
  ] as const) {
    if (!values?.length) continue
    where.push(`h.${column} in (${values.map(() => '?').join(', ')})`)
    parameters.push(...values)
  }
  const asked = Object.values(narrow).some(
    (value) => value !== undefined && value !== '' && (!Array.isArray(value) || value.length > 0),
  )
  if (!asked) return { from: 'happening h', where, parameters, order: ['h.day', 'h.n'], group: false }
  const inner = ask('event', narrow)
  where.push(
    `h.n in (select x.happening from ${inner.from} ${inner.where.length > 0 ? `where ${inner.where.join(' and ')}` : ''})`,
  )
  return {
    from: 'happening h',
    where,
    parameters: [...parameters, ...inner.parameters],
    order: ['h.day', 'h.n'],
    group: false,
  }
}

/** One happening by its id. */
export function askHappening(driver: Driver, id: string): HappeningRow | null {
  return toHappeningRows(driver, driver.prepare('select * from happening where id = ?').all([id]))[0] ?? null
}

function toHappeningRows(driver: Driver, rows: readonly Row[]): HappeningRow[] {
  return rows.map((row) => {
    const events = reportRows(driver, Number(row.n))
    const parties = partiesOfItems(driver, 'event', events)
    return {
      id: String(row.id),
      day: String(row.day),
      type: String(row.type),
      quad: String(row.quad),
      status: String(row.status),
      actors: distinct(events.flatMap((it) => parties(it, 'actor'))),
      recipients: distinct(events.flatMap((it) => parties(it, 'recipient'))),
      place: events.map((it) => it.place).find((place): place is string => typeof place === 'string') ?? null,
      documents: Number(row.documents),
      sources: Number(row.sources),
      reports: events.map(toReport),
    }
  })
}

function distinct(parties: readonly Party[]): Party[] {
  return [...new Map(parties.map((party) => [party.entity, party])).values()]
}

function reportRows(driver: Driver, happening: number): Row[] {
  return driver
    .prepare(
      `select x.n, x.id, x.evidence, x.status, x.confidence, x.why, x.place, ${ORIGIN_COLUMNS}
       from event x join document d on d.n = x.document where x.happening = ? order by x.n limit ${MOST_REPORTS}`,
    )
    .all([happening])
}

function toReport(row: Row): Report {
  return {
    ...toOrigin(row),
    eventId: String(row.id),
    evidence: String(row.evidence),
    status: String(row.status),
    confidence: Number(row.confidence),
    why: row.why === null ? null : String(row.why),
  }
}

/** The happenings that a document tells of, each with all its reports. */
export function happeningsOf(driver: Driver, document: number): HappeningOf[] {
  const rows = driver
    .prepare(
      `select h.n, h.id, json_group_array(e.id) as events from event e join happening h on h.n = e.happening
       where e.document = ? group by h.n order by min(e.n)`,
    )
    .all([document])
  return rows.map((row) => ({
    id: String(row.id),
    events: JSON.parse(String(row.events)) as string[],
    reports: reportRows(driver, Number(row.n)).map(toReport),
  }))
}
