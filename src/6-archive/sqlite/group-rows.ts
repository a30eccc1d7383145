import type {
  HappeningOf,
  HappeningRow,
  QuotationRow,
  Report,
  StoryRow,
  UndertakingRow,
  UndertakingStatus,
  UndertakingStep,
} from '../answers.ts'
import type { Driver, Row } from './driver.ts'
import { readParties } from './keys.ts'
import { ORIGIN_COLUMNS, real, text, toOrigin } from './rows.ts'

const MOST_REPORTS = 50

/** The members of many groups at once, as they came: the number of the group → rows, at most 50 of each. */
function membersOf(driver: Driver, sql: string, rows: readonly Row[]): (row: Row) => Row[] {
  const found = new Map<number, Row[]>()
  if (rows.length > 0)
    for (const member of driver.prepare(sql).all([JSON.stringify(rows.map(({ n }) => n))])) {
      const list = found.get(Number(member.of_group))
      if (!list) found.set(Number(member.of_group), [member])
      else if (list.length < MOST_REPORTS) list.push(member)
    }
  return ({ n }) => found.get(Number(n)) ?? []
}

const counted = (row: Row) => ({
  documents: Number(row.documents),
  reprints: Number(row.reprints),
  sources: Number(row.sources),
  arrival: String(row.arrival),
})

const REPORTS = `select x.happening as of_group, x.id, x.day, x.type, x.evidence, x.status, x.confidence, x.why, d.copy_of, ${ORIGIN_COLUMNS}
  from json_each(?) j cross join event x on x.happening = j.value cross join document d on d.n = x.document order by d.arrival, x.n`

export function toHappeningRows(driver: Driver, rows: readonly Row[]): HappeningRow[] {
  const reports = membersOf(driver, REPORTS, rows)
  return rows.map((row) => ({
    id: String(row.id),
    day: String(row.day),
    type: String(row.type),
    quad: String(row.quad),
    status: String(row.status),
    actors: readParties(row.actors),
    recipients: readParties(row.recipients),
    place: text(row.place),
    placeCountry: text(row.place_country),
    latitude: real(row.latitude),
    longitude: real(row.longitude),
    contexts: String(row.contexts).split(' ').filter(Boolean),
    intensity: Number(row.intensity),
    ...counted(row),
    evidence: String(row.evidence),
    reports: reports(row).map(toReport),
  }))
}

const toReport = (row: Row): Report => ({
  ...toOrigin(row),
  eventId: String(row.id),
  day: String(row.day),
  type: String(row.type),
  copy: row.copy_of !== null,
  evidence: String(row.evidence),
  status: String(row.status),
  confidence: Number(row.confidence),
  why: text(row.why),
})

/** The happenings that a document tells of, each with its reports. */
export function happeningsOf(driver: Driver, document: number): HappeningOf[] {
  const rows = driver
    .prepare(
      `select h.n, h.id, json_group_array(e.id) as events from event e join happening h on h.n = e.happening
       where e.document = ? group by h.n order by min(e.evidence_start)`,
    )
    .all([document])
  const reports = membersOf(driver, REPORTS, rows)
  return rows.map((row) => ({
    id: String(row.id),
    events: JSON.parse(String(row.events)) as string[],
    reports: reports(row).map(toReport),
  }))
}

const STATEMENTS = `select x.quotation as of_group, x.id, x.quote, x.quote_start, x.quote_end, x.why, ${ORIGIN_COLUMNS}
  from json_each(?) j cross join statement x on x.quotation = j.value cross join document d on d.n = x.document order by d.arrival, x.n`

export function toQuotationRows(driver: Driver, rows: readonly Row[]): QuotationRow[] {
  const reports = membersOf(driver, STATEMENTS, rows)
  return rows.map((row) => ({
    id: String(row.id),
    day: String(row.day),
    speakers: readParties(row.speakers),
    addressees: readParties(row.addressees),
    quote: String(row.quote),
    kind: String(row.kind),
    ...counted(row),
    reports: reports(row).map((it) => ({
      ...toOrigin(it),
      statementId: String(it.id),
      quote: { text: String(it.quote), start: Number(it.quote_start), end: Number(it.quote_end) },
      why: text(it.why),
    })),
  }))
}

const COMMITMENTS = `select x.undertaking as of_group, x.id, x.day, x.status, x.evidence, x.why, ${ORIGIN_COLUMNS}
  from json_each(?) j cross join commitment x on x.undertaking = j.value cross join document d on d.n = x.document order by x.day, x.n`
const SETTLEMENTS = `select s.undertaking as of_group, s.step, s.day, s.why, x.id, x.evidence, h.id as happening_id, ${ORIGIN_COLUMNS}
  from json_each(?) j cross join settlement s on s.undertaking = j.value cross join event x on x.id = s.event
  cross join document d on d.n = x.document left join happening h on h.n = x.happening order by s.day, x.n`

export function toUndertakingRows(driver: Driver, rows: readonly Row[], asOf: string): UndertakingRow[] {
  const promises = membersOf(driver, COMMITMENTS, rows)
  const settlements = membersOf(driver, SETTLEMENTS, rows)
  return rows.map((row) => {
    const missed = row.status === 'open' && row.due_to !== null && String(row.due_to) < asOf
    return {
      id: String(row.id),
      day: String(row.day),
      by: readParties(row.givers),
      to: readParties(row.takers),
      act: String(row.act),
      type: text(row.type),
      strength: String(row.strength),
      due: text(row.due),
      dueFrom: text(row.due_from),
      dueTo: text(row.due_to),
      condition: text(row.condition),
      status: missed ? 'missed' : (String(row.status) as UndertakingStatus),
      ...counted(row),
      steps: stepsOf(promises(row), settlements(row)),
    }
  })
}

function stepsOf(promises: readonly Row[], settlements: readonly Row[]): UndertakingStep[] {
  const step = (row: Row, what: UndertakingStep['step'], happening: string | null): UndertakingStep => ({
    ...toOrigin(row),
    day: String(row.day),
    step: what,
    item: String(row.id),
    happening,
    evidence: String(row.evidence),
    why: text(row.why),
  })
  const said = promises.map((row, i) =>
    step(row, row.status === 'withdrawn' ? 'withdrawn' : i === 0 ? 'promised' : 'reaffirmed', null),
  )
  const done = settlements.map((row) =>
    step(row, row.step === 'met' ? 'met' : 'withdrawn', text(row.happening_id)),
  )
  return [...said, ...done].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

const DOCUMENTS = `select d.story as of_group, d.story_why as why, o.id as copy_id, ${ORIGIN_COLUMNS}
  from json_each(?) j cross join document d on d.story = j.value left join document o on o.n = d.copy_of order by d.arrival`

export function toStoryRows(driver: Driver, rows: readonly Row[]): StoryRow[] {
  const items = membersOf(driver, DOCUMENTS, rows)
  return rows.map((row) => ({
    id: String(row.id),
    title: text(row.title),
    from: String(row.day),
    to: String(row.day_to),
    ...counted(row),
    items: items(row).map((it) => ({ ...toOrigin(it), copyOf: text(it.copy_id), why: text(it.why) })),
  }))
}
