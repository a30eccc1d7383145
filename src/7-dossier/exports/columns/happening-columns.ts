import type { HappeningRow } from '#archive'
import type { Column } from '../column.ts'
import { dayOf, partyColumns, toldColumns } from './shared-columns.ts'

/** What happened, across documents. */
export const HAPPENING_COLUMNS: readonly Column<HappeningRow>[] = [
  { name: 'id', type: 'text', says: 'id of the happening', of: ({ id }) => id },
  { name: 'day', type: 'day', says: 'first day of it', of: ({ day }) => dayOf(day) },
  { name: 'type', type: 'text', says: 'type, PLOVER', of: ({ type }) => type },
  { name: 'quad', type: 'text', says: 'verbal or material, cooperation or conflict', of: ({ quad }) => quad },
  { name: 'status', type: 'text', says: 'asserted, negated, planned …', of: ({ status }) => status },
  ...partyColumns<HappeningRow>('actors', 'actor', ({ actors }) => actors),
  ...partyColumns<HappeningRow>('recipients', 'recipient', ({ recipients }) => recipients),
  { name: 'contexts', type: 'text', says: 'contexts, PLOVER', of: ({ contexts }) => contexts.join('; ') },
  {
    name: 'intensity',
    type: 'number',
    says: 'mean PLOVER score, -10 to 10',
    of: ({ intensity }) => intensity,
  },
  { name: 'place', type: 'text', says: 'where', of: ({ place }) => place },
  {
    name: 'place_country',
    type: 'text',
    says: 'its country, alpha-3',
    of: ({ placeCountry }) => placeCountry,
  },
  { name: 'latitude', type: 'number', says: 'degrees north, WGS 84', of: ({ latitude }) => latitude },
  { name: 'longitude', type: 'number', says: 'degrees east, WGS 84', of: ({ longitude }) => longitude },
  ...toldColumns<HappeningRow>(),
  {
    name: 'evidence',
    type: 'text',
    says: 'words of the report that says it best',
    of: ({ evidence }) => evidence,
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
