import type {
  ActorRow,
  CommitmentRow,
  DocumentRow,
  EventRow,
  FigureRow,
  Origin,
  Party,
  PositionRow,
  StatementRow,
  Words,
} from '../answers.ts'
import type { Cell, Driver, Row } from './driver.ts'

const text = (cell: Cell | undefined) => (cell === null || cell === undefined ? null : String(cell))
const real = (cell: Cell | undefined) => (cell === null || cell === undefined ? null : Number(cell))

export const DOCUMENT_COLUMNS = `d.n, d.id, d.title, d.source, d.published, d.url, d.language, d.events, d.statements,
  d.positions, d.commitments, d.figures, (select o.id from document o where o.n = d.copy_of) as copy_of`
export const ORIGIN_COLUMNS = `d.id as document_id, d.title as document_title, d.source as document_source,
  d.published as document_published`
export const EVENT_COLUMNS = `x.*, ${ORIGIN_COLUMNS}, (select h.id from happening h where h.n = x.happening) as happening_id`
export const ITEM_COLUMNS = `x.*, ${ORIGIN_COLUMNS}`

export function toDocumentRow(row: Row): DocumentRow {
  return {
    id: String(row.id),
    title: text(row.title),
    source: text(row.source),
    published: text(row.published),
    url: text(row.url),
    language: String(row.language),
    copyOf: text(row.copy_of),
    counts: {
      events: Number(row.events),
      statements: Number(row.statements),
      positions: Number(row.positions),
      commitments: Number(row.commitments),
      figures: Number(row.figures),
    },
  }
}

export function toOrigin(row: Row): Origin {
  return {
    documentId: String(row.document_id),
    title: text(row.document_title),
    source: text(row.document_source),
    published: text(row.document_published),
  }
}

/** The parties of many items at once: item → role → parties. */
export function partiesOfItems(driver: Driver, kind: string, items: readonly Row[]) {
  const found = new Map<string, Party[]>()
  if (items.length > 0) {
    const numbers = items.map((it) => Number(it.n))
    const rows = driver
      .prepare(
        `select item, role, entity, name, country, sector from party
         where kind = ? and item in (select value from json_each(?)) order by item, role, entity`,
      )
      .all([kind, JSON.stringify(numbers)])
    for (const row of rows) {
      const key = `${row.item} ${row.role}`
      const list = found.get(key)
      if (list) list.push(toPartyRow(row))
      else found.set(key, [toPartyRow(row)])
    }
  }
  return (item: Row, role: string): readonly Party[] => found.get(`${item.n} ${role}`) ?? []
}

const toPartyRow = (row: Row): Party => ({
  entity: String(row.entity),
  name: text(row.name),
  country: text(row.country),
  sector: text(row.sector),
})

const words = (row: Row, name: string): Words => ({
  text: String(row[name]),
  start: Number(row[`${name}_start`]),
  end: Number(row[`${name}_end`]),
})

const range = (low: Cell | undefined, high: Cell | undefined) =>
  low === null || low === undefined ? null : { low: Number(low), high: Number(high) }

export function toEventRows(driver: Driver, rows: readonly Row[]): EventRow[] {
  const parties = partiesOfItems(driver, 'event', rows)
  return rows.map((row) => ({
    id: String(row.id),
    day: String(row.day),
    date: text(row.edtf),
    type: String(row.type),
    mode: text(row.mode),
    contexts: String(row.contexts).split(' ').filter(Boolean),
    quad: String(row.quad),
    cameo: String(row.cameo),
    intensity: Number(row.intensity),
    status: String(row.status),
    actors: parties(row, 'actor'),
    recipients: parties(row, 'recipient'),
    place: text(row.place),
    placeCountry: text(row.place_country),
    latitude: real(row.latitude),
    longitude: real(row.longitude),
    trigger: String(row.trigger),
    evidence: words(row, 'evidence'),
    fatalities: range(row.fatalities_low, row.fatalities_high),
    injured: range(row.injured_low, row.injured_high),
    confidence: Number(row.confidence),
    rule: String(row.rule),
    happening: text(row.happening_id),
    origin: toOrigin(row),
  }))
}

export function toStatementRows(driver: Driver, rows: readonly Row[]): StatementRow[] {
  const parties = partiesOfItems(driver, 'statement', rows)
  return rows.map((row) => ({
    id: String(row.id),
    day: String(row.day),
    kind: String(row.kind),
    speakers: parties(row, 'speaker'),
    addressees: parties(row, 'addressee'),
    quote: words(row, 'quote'),
    evidence: String(row.evidence),
    confidence: Number(row.confidence),
    origin: toOrigin(row),
  }))
}

export function toPositionRows(driver: Driver, rows: readonly Row[]): PositionRow[] {
  const parties = partiesOfItems(driver, 'position', rows)
  return rows.map((row) => ({
    id: String(row.id),
    day: String(row.day),
    holders: parties(row, 'holder'),
    stance: String(row.stance),
    toward: parties(row, 'toward'),
    proposition: words(row, 'proposition'),
    evidence: String(row.evidence),
    confidence: Number(row.confidence),
    origin: toOrigin(row),
  }))
}

export function toCommitmentRows(driver: Driver, rows: readonly Row[]): CommitmentRow[] {
  const parties = partiesOfItems(driver, 'commitment', rows)
  return rows.map((row) => ({
    id: String(row.id),
    day: String(row.day),
    by: parties(row, 'by'),
    to: parties(row, 'to'),
    act: words(row, 'act'),
    type: text(row.type),
    due: text(row.due),
    dueFrom: text(row.due_from),
    dueTo: text(row.due_to),
    condition: text(row.condition),
    strength: String(row.strength),
    status: String(row.status),
    evidence: String(row.evidence),
    confidence: Number(row.confidence),
    origin: toOrigin(row),
  }))
}

export function toFigureRows(_driver: Driver, rows: readonly Row[]): FigureRow[] {
  return rows.map((row) => ({
    id: String(row.id),
    day: String(row.day),
    measure: String(row.measure),
    low: Number(row.low),
    high: Number(row.high),
    approximate: row.approximate === 1,
    unit: text(row.unit),
    about: text(row.about),
    evidence: words(row, 'evidence'),
    origin: toOrigin(row),
  }))
}

export function toActorRow(row: Row): ActorRow {
  return {
    entity: String(row.entity),
    name: String(row.name),
    country: text(row.country),
    sector: text(row.sector),
    role: text(row.role),
    documents: Number(row.documents),
    mentions: Number(row.mentions),
  }
}
