import type {
  Archive,
  CommitmentRow,
  EventRow,
  FigureRow,
  Filter,
  Origin,
  Party,
  PositionRow,
  StatementRow,
  Words,
} from '#archive'
import { allPages } from './all-pages.ts'
import { urn } from './urn.ts'

/** Lists whose items are annotations: each points at words of a document. */
export const ANNOTATED = ['events', 'statements', 'positions', 'commitments', 'figures'] as const
export type Annotated = (typeof ANNOTATED)[number]

/** An item, the words it rests on, and what it says of them. */
export interface AnnotatedItem {
  readonly id: string
  readonly kind: string
  readonly words: Words
  readonly says: { readonly [term: string]: unknown }
  readonly origin: Origin
}

/** Every item of a list as an annotation of its words. */
export async function* annotatedItems(
  archive: Archive,
  what: Annotated,
  filter: Filter,
): AsyncGenerator<AnnotatedItem> {
  switch (what) {
    case 'events':
      for await (const row of allPages((page) => archive.events(filter, page))) yield event(row)
      return
    case 'statements':
      for await (const row of allPages((page) => archive.statements(filter, page))) yield statement(row)
      return
    case 'positions':
      for await (const row of allPages((page) => archive.positions(filter, page))) yield position(row)
      return
    case 'commitments':
      for await (const row of allPages((page) => archive.commitments(filter, page))) yield commitment(row)
      return
    case 'figures':
      for await (const row of allPages((page) => archive.figures(filter, page))) yield figure(row)
  }
}

const parties = (list: readonly Party[]) =>
  list.map(({ entity, name, country, sector }) => ({ id: urn(`entity:${entity}`), name, country, sector }))

const event = (row: EventRow): AnnotatedItem => ({
  id: row.id,
  kind: 'Event',
  words: row.evidence,
  origin: row.origin,
  says: {
    plover: row.type,
    mode: row.mode,
    context: row.contexts,
    quad: row.quad,
    cameo: row.cameo,
    status: row.status,
    date: row.date,
    place: row.place,
    intensity: row.intensity,
    confidence: row.confidence,
    rule: row.rule,
    actor: parties(row.actors),
    recipient: parties(row.recipients),
    happening: row.happening,
  },
})

const statement = (row: StatementRow): AnnotatedItem => ({
  id: row.id,
  kind: 'Statement',
  words: row.quote,
  origin: row.origin,
  says: {
    kind: row.kind,
    confidence: row.confidence,
    speaker: parties(row.speakers),
    addressee: parties(row.addressees),
  },
})

const position = (row: PositionRow): AnnotatedItem => ({
  id: row.id,
  kind: 'Position',
  words: row.proposition,
  origin: row.origin,
  says: {
    stance: row.stance,
    confidence: row.confidence,
    holder: parties(row.holders),
    toward: parties(row.toward),
  },
})

const commitment = (row: CommitmentRow): AnnotatedItem => ({
  id: row.id,
  kind: 'Commitment',
  words: row.act,
  origin: row.origin,
  says: {
    strength: row.strength,
    status: row.status,
    due: row.due,
    condition: row.condition,
    confidence: row.confidence,
    by: parties(row.by),
    to: parties(row.to),
  },
})

const figure = (row: FigureRow): AnnotatedItem => ({
  id: row.id,
  kind: 'Figure',
  words: row.evidence,
  origin: row.origin,
  says: {
    measure: row.measure,
    low: row.low,
    high: row.high,
    approximate: row.approximate,
    unit: row.unit,
    about: row.about,
  },
})
