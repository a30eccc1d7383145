import { z } from 'zod'
import { DYAD_COLUMNS } from '#dossier'
import { type Route, route } from '../route.ts'
import { filterQuery } from '../schemas/filter-query.ts'
import { pageOf } from '../schemas/paging.ts'
import { dyadRow, statsSchema } from '../schemas/rows.ts'

/** Counts over time. */
export const MEASURES: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/dyads',
    name: 'listDyads',
    subject: 'measures',
    summary: 'Events between two parties by period, with the documents read beside them',
    query: filterQuery.extend({
      period: z.enum(['month', 'year']).optional().describe('month where nothing is said'),
    }),
    answer: pageOf(dyadRow),
    columns: DYAD_COLUMNS,
    handle: async ({ query: { period = 'month', ...filter } }, { archive }) => ({
      items: await archive.dyads(filter, period),
      next: null,
    }),
  }),
  route({
    method: 'get',
    path: '/api/stats',
    name: 'getStats',
    subject: 'measures',
    summary: 'What the archive holds',
    answer: statsSchema,
    handle: (_, { archive }) => archive.stats(),
  }),
]
