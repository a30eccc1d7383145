import { z } from 'zod'
import { DYAD_COLUMNS, TIMELINE_COLUMNS } from '#dossier'
import { type Route, route } from '../route.ts'
import { filterQuery } from '../schemas/filter-query.ts'
import {
  coderRow,
  dyadRow,
  edgeSchema,
  facetsSchema,
  placeCount,
  statsSchema,
  timelinePoint,
} from '../schemas/measure-rows.ts'
import { pageOf } from '../schemas/paging.ts'

const atMost = (most: number, usual: number) =>
  z.int().min(1).max(most).optional().describe(`${usual} where nothing is said.`)

/** Counts, over time and by what they divide into. */
export const MEASURES: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/timeline',
    name: 'getTimeline',
    subject: 'measures',
    summary: 'Happenings and events by period, normalised by the documents read',
    query: filterQuery.extend({
      period: z.enum(['day', 'week', 'month', 'year']).optional().describe('month where nothing is said'),
    }),
    answer: pageOf(timelinePoint),
    columns: TIMELINE_COLUMNS,
    handle: async ({ query: { period = 'month', ...filter } }, { archive }) => ({
      items: await archive.timeline(filter, period),
      next: null,
    }),
  }),
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
    path: '/api/network',
    name: 'getNetwork',
    subject: 'measures',
    summary: 'The strongest ties between actors',
    query: filterQuery.extend({ limit: atMost(500, 100) }),
    answer: pageOf(edgeSchema),
    handle: async ({ query: { limit, ...filter } }, { archive }) => ({
      items: await archive.network(filter, limit),
      next: null,
    }),
  }),
  route({
    method: 'get',
    path: '/api/places',
    name: 'listPlaces',
    subject: 'measures',
    summary: 'Places with what happened there, the busiest first',
    query: filterQuery.extend({ limit: atMost(2000, 500) }),
    answer: pageOf(placeCount),
    handle: async ({ query: { limit, ...filter } }, { archive }) => ({
      items: await archive.places(filter, limit),
      next: null,
    }),
  }),
  route({
    method: 'get',
    path: '/api/facets/{kind}',
    name: 'getFacets',
    subject: 'measures',
    summary: 'How a list divides: by type, source, actor, year …',
    params: z.strictObject({
      kind: z.enum(['document', 'event', 'happening', 'statement', 'position', 'commitment', 'figure']),
    }),
    query: filterQuery,
    answer: facetsSchema,
    handle: ({ params, query }, { archive }) => archive.facets(params.kind, query),
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
  route({
    method: 'get',
    path: '/api/coders',
    name: 'listCoders',
    subject: 'measures',
    summary: 'What coded the records that the archive keeps',
    answer: pageOf(coderRow),
    handle: async (_, { archive }) => ({ items: await archive.coders(), next: null }),
  }),
]
