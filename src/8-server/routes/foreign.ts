import { z } from 'zod'
import type { ForeignEvent } from '#archive'
import { type Comparison, compareForeign } from '#dossier'
import { type Route, route } from '../route.ts'
import { filterQuery } from '../schemas/filter-query.ts'
import { happeningRow } from '../schemas/group-rows.ts'
import { pageOf, paging } from '../schemas/paging.ts'
import { partySchema } from '../schemas/shared.ts'

const set = z.enum(['polecat', 'icews', 'gdelt'])
const bySet = z.strictObject({ set })
const text = z.string().nullable()
const number = z.number().nullable()
const count = z.int().min(0)
const { from, to } = filterQuery.shape

const foreignEvent = z
  .strictObject({
    id: z.string(),
    set,
    foreignId: z.string(),
    day: z.string(),
    type: text.describe('PLOVER; null where the code has no equal.'),
    mode: text,
    quad: text,
    cameo: text,
    intensity: number,
    actors: z.array(partySchema),
    recipients: z.array(partySchema),
    place: text,
    placeCountry: text,
    latitude: number,
    longitude: number,
    source: text,
    url: text,
  })
  .meta({
    id: 'ForeignEvent',
    description: 'An event that another data set reports, without words.',
  }) satisfies z.ZodType<ForeignEvent>

const side = z.strictObject({
  events: count,
  dyadic: count.describe('Those between two countries: only these are compared.'),
  matched: count.describe('Those that the other side has, too.'),
})

const comparison = z
  .strictObject({
    set,
    from: z.string(),
    to: z.string(),
    foreign: side,
    ours: side,
    byQuad: z.array(
      z.strictObject({
        quad: z.string(),
        foreign: count,
        foreignMatched: count,
        ours: count,
        oursMatched: count,
      }),
    ),
    correlation: number.describe("Pearson's r by dyad, class and month."),
    onlyForeign: z.array(foreignEvent),
    onlyOurs: z.array(happeningRow),
  })
  .meta({ id: 'Comparison' }) satisfies z.ZodType<Comparison>

/** Other data sets beside our own. */
export const FOREIGN: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/foreign',
    name: 'listForeignSets',
    subject: 'foreign',
    summary: 'The data sets that were imported, and the days that they cover',
    answer: pageOf(z.strictObject({ set, events: count, from: z.string(), to: z.string() })),
    handle: async (_, { archive }) => ({ items: await archive.foreign.sets(), next: null }),
  }),
  route({
    method: 'get',
    path: '/api/foreign/{set}',
    name: 'listForeignEvents',
    subject: 'foreign',
    summary: 'Events of a data set, by day',
    params: bySet,
    query: z.strictObject({ from, to, limit: paging.limit, cursor: paging.cursor }),
    answer: pageOf(foreignEvent),
    handle: ({ params: { set }, query: { from, to, limit, cursor } }, { archive }) =>
      archive.foreign.list({ set, from, to }, { limit, cursor }),
  }),
  route({
    method: 'get',
    path: '/api/foreign/{set}/comparison',
    name: 'compareForeign',
    subject: 'foreign',
    summary: 'How a data set and our happenings tell the days that both have',
    params: bySet,
    query: z.strictObject({ from, to }),
    answer: comparison,
    cost: 20,
    handle: ({ params: { set }, query }, { archive }) => compareForeign(archive, set, query),
  }),
]
