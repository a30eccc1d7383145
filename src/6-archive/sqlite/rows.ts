import type {
  ActorRow,
  CommitmentRow,
  DocumentRow,
  EventRow,
  FigureRow,
  Origin,
  PositionRow,
  Review,
  StatementRow,
  Words,
} from '../answers.ts'
import type { Cell, Row } from './driver.ts'
import { readParties } from './keys.ts'

export const text = (cell: Cell | undefined) => (cell === null || cell === undefined ? null : String(cell))
export const real = (cell: Cell | undefined) => (cell === null || cell === undefined ? null : Number(cell))

export const DOCUMENT_COLUMNS = `x.n, x.id, x.title, x.source, x.published, x.url, x.language, x.events, x.statements,
  x.positions, x.commitments, x.figures, (select o.id from document o where o.n = x.copy_of) as copy_id`
export const ORIGIN_COLUMNS = `d.id as document_id, d.title as document_title, d.source as document_source,
  d.published as document_published`
export const ITEM_COLUMNS = `x.*, ${ORIGIN_COLUMNS}`
const idOf = (group: string) => `(select g.id from ${group} g where g.n = x.${group}) as group_id`
export const EVENT_COLUMNS = `${ITEM_COLUMNS}, ${idOf('happening')}`
export const STATEMENT_COLUMNS = `${ITEM_COLUMNS}, ${idOf('quotation')}`
export const COMMITMENT_COLUMNS = `${ITEM_COLUMNS}, ${idOf('undertaking')}`

export const toDocumentRow = (row: Row): DocumentRow => ({
  id: String(row.id),
  title: text(row.title),
  source: text(row.source),
  published: text(row.published),
  url: text(row.url),
  language: String(row.language),
  copyOf: text(row.copy_id),
  counts: {
    events: Number(row.events),
    statements: Number(row.statements),
    positions: Number(row.positions),
    commitments: Number(row.commitments),
    figures: Number(row.figures),
  },
})

export const toOrigin = (row: Row): Origin => ({
  documentId: String(row.document_id),
  title: text(row.document_title),
  source: text(row.document_source),
  published: text(row.document_published),
})

const words = (row: Row, name: string): Words => ({
  text: String(row[name]),
  start: Number(row[`${name}_start`]),
  end: Number(row[`${name}_end`]),
})

const range = (low: Cell | undefined, high: Cell | undefined) =>
  low === null || low === undefined ? null : { low: Number(low), high: Number(high) }

const review = (cell: Cell | undefined) => (typeof cell === 'string' ? (JSON.parse(cell) as Review) : null)

export const toEventRow = (row: Row): EventRow => ({
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
  actors: readParties(row.actors),
  recipients: readParties(row.recipients),
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
  happening: text(row.group_id),
  review: review(row.review),
  origin: toOrigin(row),
})

export const toStatementRow = (row: Row): StatementRow => ({
  id: String(row.id),
  day: String(row.day),
  kind: String(row.kind),
  speakers: readParties(row.speakers),
  addressees: readParties(row.addressees),
  quote: words(row, 'quote'),
  evidence: String(row.evidence),
  confidence: Number(row.confidence),
  quotation: text(row.group_id),
  review: review(row.review),
  origin: toOrigin(row),
})

export const toPositionRow = (row: Row): PositionRow => ({
  id: String(row.id),
  day: String(row.day),
  holders: readParties(row.holders),
  stance: String(row.stance),
  toward: readParties(row.toward),
  proposition: words(row, 'proposition'),
  evidence: String(row.evidence),
  confidence: Number(row.confidence),
  review: review(row.review),
  origin: toOrigin(row),
})

export const toCommitmentRow = (row: Row): CommitmentRow => ({
  id: String(row.id),
  day: String(row.day),
  by: readParties(row.givers),
  to: readParties(row.takers),
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
  undertaking: text(row.group_id),
  review: review(row.review),
  origin: toOrigin(row),
})

export const toFigureRow = (row: Row): FigureRow => ({
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
})

export const toActorRow = (row: Row): ActorRow => ({
  entity: String(row.entity),
  name: String(row.name),
  country: text(row.country),
  sector: text(row.sector),
  role: text(row.role),
  documents: Number(row.documents),
  mentions: Number(row.mentions),
})
