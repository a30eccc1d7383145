import type { HappeningRow } from '#archive'
import type { Column } from '../column.ts'
import { dayOf, partyColumns } from './shared-columns.ts'

/** What happened, across documents. */
export const HAPPENING_COLUMNS: readonly Column<HappeningRow>[] = [
  { name: 'id', type: 'text', says: 'id of the happening', of: ({ id }) => id },
  { name: 'day', type: 'day', says: 'first day of it', of: ({ day }) => dayOf(day) },
  { name: 'type', type: 'text', says: 'type, PLOVER', of: ({ type }) => type },
  { name: 'quad', type: 'text', says: 'verbal or material, cooperation or conflict', of: ({ quad }) => quad },
  { name: 'status', type: 'text', says: 'asserted, negated, planned …', of: ({ status }) => status },
  ...partyColumns<HappeningRow>('actors', 'actor', ({ actors }) => actors),
  ...partyColumns<HappeningRow>('recipients', 'recipient', ({ recipients }) => recipients),
  { name: 'place', type: 'text', says: 'where', of: ({ place }) => place },
  {
    name: 'documents',
    type: 'integer',
    says: 'how many documents tell of it',
    of: ({ documents }) => documents,
  },
  { name: 'sources', type: 'integer', says: 'how many outlets', of: ({ sources }) => sources },
  {
    name: 'evidence',
    type: 'text',
    says: 'words of its first report',
    of: ({ reports }) => reports[0]?.evidence ?? null,
  },
  {
    name: 'reports',
    type: 'text',
    says: 'ids of the events that report it, at most 50',
    of: ({ reports }) => reports.map(({ eventId }) => eventId).join('; '),
  },
  {
    name: 'report_documents',
    type: 'text',
    says: 'ids of their documents',
    of: ({ reports }) => [...new Set(reports.map(({ documentId }) => documentId))].join('; '),
  },
]
