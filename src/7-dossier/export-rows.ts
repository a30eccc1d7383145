import type {
  Archive,
  CommitmentRow,
  EventRow,
  Filter,
  Page,
  PageOptions,
  Party,
  StatementRow,
} from '#archive'

/** A flat row of an export, its cells by column. */
export type ExportRow = Readonly<Record<string, string | number | null>>

const names = (parties: readonly Party[]): string =>
  parties.map(({ name, entity }) => name ?? entity).join('; ')
const countries = (parties: readonly Party[]): string =>
  parties.map(({ country }) => country ?? '').join('; ')

/** An event as flat cells. */
export const toEventCells = (row: EventRow): ExportRow => ({
  id: row.id,
  day: row.day,
  date: row.date,
  type: row.type,
  mode: row.mode,
  quad: row.quad,
  cameo: row.cameo,
  intensity: row.intensity,
  status: row.status,
  actors: names(row.actors),
  actor_countries: countries(row.actors),
  recipients: names(row.recipients),
  recipient_countries: countries(row.recipients),
  contexts: row.contexts.join('; '),
  place: row.place,
  place_country: row.placeCountry,
  latitude: row.latitude,
  longitude: row.longitude,
  fatalities_low: row.fatalities?.low ?? null,
  fatalities_high: row.fatalities?.high ?? null,
  confidence: row.confidence,
  rule: row.rule,
  happening: row.happening,
  evidence: row.evidence.text,
  start: row.evidence.start,
  end: row.evidence.end,
  document: row.origin.documentId,
  source: row.origin.source,
  published: row.origin.published,
})

/** A statement as flat cells. */
export const toStatementCells = (row: StatementRow): ExportRow => ({
  id: row.id,
  day: row.day,
  kind: row.kind,
  speakers: names(row.speakers),
  speaker_countries: countries(row.speakers),
  addressees: names(row.addressees),
  quote: row.quote.text,
  start: row.quote.start,
  end: row.quote.end,
  confidence: row.confidence,
  document: row.origin.documentId,
  source: row.origin.source,
  published: row.origin.published,
})

/** A commitment as flat cells. */
export const toCommitmentCells = (row: CommitmentRow): ExportRow => ({
  id: row.id,
  day: row.day,
  by: names(row.by),
  to: names(row.to),
  act: row.act.text,
  type: row.type,
  due: row.due,
  condition: row.condition,
  strength: row.strength,
  status: row.status,
  confidence: row.confidence,
  document: row.origin.documentId,
  source: row.origin.source,
  published: row.origin.published,
})

/** What can be exported. */
export const EXPORTS = ['events', 'statements', 'commitments'] as const
export type ExportKind = (typeof EXPORTS)[number]

const PAGE = 500

/** All rows of a kind that a filter lets through, oldest first, a page at a time. */
export async function* exportRows(
  archive: Archive,
  kind: ExportKind,
  filter: Filter = {},
): AsyncGenerator<ExportRow> {
  switch (kind) {
    case 'events':
      yield* paged((page) => archive.events(filter, page), toEventCells)
      return
    case 'statements':
      yield* paged((page) => archive.statements(filter, page), toStatementCells)
      return
    case 'commitments':
      yield* paged((page) => archive.commitments(filter, page), toCommitmentCells)
  }
}

async function* paged<T>(
  ask: (page: PageOptions) => Promise<Page<T>>,
  flat: (row: T) => ExportRow,
): AsyncGenerator<ExportRow> {
  let cursor: string | null = null
  do {
    const page: Page<T> = await ask({ limit: PAGE, order: 'oldest', cursor })
    yield* page.items.map(flat)
    cursor = page.next
  } while (cursor !== null)
}
