import type { EventRow } from '#archive'
import type { Column } from '../column.ts'
import { dayOf, originColumns, partyColumns, wordColumns } from './shared-columns.ts'

/** Who did what to whom. */
export const EVENT_COLUMNS: readonly Column<EventRow>[] = [
  { name: 'id', type: 'text', says: 'id of the event', of: ({ id }) => id },
  { name: 'day', type: 'day', says: 'first day of it', of: ({ day }) => dayOf(day) },
  { name: 'date', type: 'text', says: 'its date as far as stated, EDTF', of: ({ date }) => date },
  { name: 'type', type: 'text', says: 'type, PLOVER', of: ({ type }) => type },
  { name: 'mode', type: 'text', says: 'mode, PLOVER', of: ({ mode }) => mode },
  { name: 'quad', type: 'text', says: 'verbal or material, cooperation or conflict', of: ({ quad }) => quad },
  { name: 'cameo', type: 'text', says: 'CAMEO code', of: ({ cameo }) => cameo },
  { name: 'intensity', type: 'number', says: 'PLOVER score, -10 to 10', of: ({ intensity }) => intensity },
  {
    name: 'status',
    type: 'text',
    says: 'asserted, negated, planned, hypothetical or historical',
    of: ({ status }) => status,
  },
  ...partyColumns<EventRow>('actors', 'actor', ({ actors }) => actors),
  ...partyColumns<EventRow>('recipients', 'recipient', ({ recipients }) => recipients),
  { name: 'contexts', type: 'text', says: 'contexts, PLOVER', of: ({ contexts }) => contexts.join('; ') },
  { name: 'place', type: 'text', says: 'where', of: ({ place }) => place },
  {
    name: 'place_country',
    type: 'text',
    says: 'its country, alpha-3',
    of: ({ placeCountry }) => placeCountry,
  },
  { name: 'latitude', type: 'number', says: 'degrees north, WGS 84', of: ({ latitude }) => latitude },
  { name: 'longitude', type: 'number', says: 'degrees east, WGS 84', of: ({ longitude }) => longitude },
  {
    name: 'fatalities_low',
    type: 'integer',
    says: 'dead, at least',
    of: ({ fatalities }) => fatalities?.low ?? null,
  },
  {
    name: 'fatalities_high',
    type: 'integer',
    says: 'dead, at most',
    of: ({ fatalities }) => fatalities?.high ?? null,
  },
  {
    name: 'injured_low',
    type: 'integer',
    says: 'injured, at least',
    of: ({ injured }) => injured?.low ?? null,
  },
  {
    name: 'injured_high',
    type: 'integer',
    says: 'injured, at most',
    of: ({ injured }) => injured?.high ?? null,
  },
  { name: 'confidence', type: 'number', says: '0 to 1', of: ({ confidence }) => confidence },
  { name: 'rule', type: 'text', says: 'what made it: a lexicon entry or a model', of: ({ rule }) => rule },
  {
    name: 'happening',
    type: 'text',
    says: 'id of the happening that it reports',
    of: ({ happening }) => happening,
  },
  { name: 'trigger', type: 'text', says: 'the word that names the act', of: ({ trigger }) => trigger },
  ...wordColumns<EventRow>('evidence', ({ evidence }) => evidence),
  ...originColumns<EventRow>(),
]
