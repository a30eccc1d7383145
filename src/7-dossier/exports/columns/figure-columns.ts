import type { FigureRow } from '#archive'
import type { Column } from '../column.ts'
import { dayOf, originColumns, wordColumns } from './shared-columns.ts'

/** Tolls, sums and other counts. */
export const FIGURE_COLUMNS: readonly Column<FigureRow>[] = [
  { name: 'id', type: 'text', says: 'id of the figure', of: ({ id }) => id },
  { name: 'day', type: 'day', says: 'day that it speaks of', of: ({ day }) => dayOf(day) },
  {
    name: 'measure',
    type: 'text',
    says: 'deaths, injured, displaced, troops, money …',
    of: ({ measure }) => measure,
  },
  { name: 'low', type: 'number', says: 'at least', of: ({ low }) => low },
  { name: 'high', type: 'number', says: 'at most', of: ({ high }) => high },
  {
    name: 'approximate',
    type: 'boolean',
    says: 'said to be about so many',
    of: ({ approximate }) => approximate,
  },
  { name: 'unit', type: 'text', says: 'unit: a currency, people …', of: ({ unit }) => unit },
  {
    name: 'about',
    type: 'text',
    says: 'id of the event or actor that it is about',
    of: ({ about }) => about,
  },
  ...wordColumns<FigureRow>('evidence', ({ evidence }) => evidence),
  ...originColumns<FigureRow>(),
]
