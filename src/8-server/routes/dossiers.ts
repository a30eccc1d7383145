import { z } from 'zod'
import { openDossier, positionsOverTime, type Today, today } from '#dossier'
import { Refusal } from '../refusal.ts'
import { type Route, route } from '../route.ts'
import { filterQuery } from '../schemas/filter-query.ts'
import { happeningRow, quotationRow, undertakingRow } from '../schemas/group-rows.ts'
import { figureRow, positionRow } from '../schemas/item-rows.ts'
import { dossierSchema, facetValue, placeCount, timelinePoint } from '../schemas/measure-rows.ts'
import { pageOf } from '../schemas/paging.ts'

const bySlug = z.strictObject({
  slug: z.string().min(1).max(200),
})

const positionSeries = z
  .strictObject({
    holder: z.string(),
    holderName: z.string(),
    about: z.string(),
    positions: z.array(positionRow),
    changes: z.array(
      z.strictObject({ day: z.string(), from: positionRow, to: positionRow, why: z.string() }),
    ),
  })
  .meta({ id: 'PositionSeries', description: 'What somebody holds of one thing, over time.' })

const openedDossier = z
  .strictObject({
    dossier: dossierSchema,
    strongest: z.array(happeningRow),
    happenings: pageOf(happeningRow),
    quotations: pageOf(quotationRow),
    positions: z.array(positionSeries),
    undertakings: pageOf(undertakingRow),
    figures: pageOf(figureRow),
    timeline: z.array(timelinePoint),
    places: z.array(placeCount),
    sources: z.array(facetValue),
  })
  .meta({ id: 'OpenDossier', description: 'A dossier with the newest of what it asks for.' })

const todayAnswer = z
  .strictObject({
    arrival: z.string().describe('Cursor to come back with.'),
    day: z.string(),
    dossiers: z.array(
      z.strictObject({ dossier: dossierSchema, happenings: z.array(happeningRow), more: z.boolean() }),
    ),
    strongest: z.array(happeningRow),
    quotations: z.array(quotationRow),
    due: z.array(undertakingRow),
  })
  .meta({ id: 'Today' }) satisfies z.ZodType<Today>

/** Saved questions. */
export const DOSSIERS: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/today',
    name: 'getToday',
    subject: 'dossiers',
    summary: 'What is new: by dossier, the strongest happenings, quotes, what falls due',
    query: z.strictObject({
      after: filterQuery.shape.after.describe('Cursor of the last visit; without it the last week is new.'),
      day: z.iso.date().optional().describe('The day that is taken for today; the last of the archive else.'),
    }),
    answer: todayAnswer,
    handle: ({ query }, { archive }) => today(archive, query),
  }),
  route({
    method: 'get',
    path: '/api/dossiers',
    name: 'listDossiers',
    subject: 'dossiers',
    summary: 'The saved questions',
    answer: pageOf(dossierSchema),
    handle: async (_, { archive }) => ({ items: await archive.dossiers(), next: null }),
  }),
  route({
    method: 'get',
    path: '/api/dossiers/{slug}',
    name: 'getDossier',
    subject: 'dossiers',
    summary: 'A dossier with all that its page shows at first',
    params: bySlug,
    answer: openedDossier,
    handle: ({ params }, { archive }) => openDossier(archive, params.slug),
  }),
  route({
    method: 'put',
    path: '/api/dossiers/{slug}',
    name: 'saveDossier',
    subject: 'dossiers',
    summary: 'Saves a question under a name',
    params: bySlug.extend({
      slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'expected small letters, digits and hyphens'),
    }),
    body: z
      .strictObject({ title: z.string().trim().min(1).max(200), question: filterQuery })
      .meta({ id: 'DossierDraft' }),
    answer: dossierSchema,
    handle: async ({ params: { slug }, body }, { archive }) => {
      await archive.saveDossier({ slug, ...body })
      return archive.dossier(slug)
    },
  }),
  route({
    method: 'delete',
    path: '/api/dossiers/{slug}',
    name: 'deleteDossier',
    subject: 'dossiers',
    summary: 'Forgets a saved question; what it found stays',
    params: bySlug,
    answer: z.strictObject({ deleted: z.string() }),
    handle: async ({ params: { slug } }, { archive }) => {
      if (!(await archive.deleteDossier(slug)))
        throw new Refusal(404, `there is no dossier ${JSON.stringify(slug.slice(0, 120))}`)
      return { deleted: slug }
    },
  }),
  route({
    method: 'get',
    path: '/api/dossiers/{slug}/positions',
    name: 'getDossierPositions',
    subject: 'dossiers',
    summary: 'Who stood where over time, and who moved: the two positions side by side',
    params: bySlug,
    answer: pageOf(positionSeries),
    handle: async ({ params: { slug } }, { archive }) => {
      const dossier = await archive.dossier(slug)
      return dossier && { items: await positionsOverTime(archive, dossier.question), next: null }
    },
  }),
  route({
    method: 'get',
    path: '/api/position-series',
    name: 'listPositionSeries',
    subject: 'dossiers',
    summary: 'The same of any question',
    query: filterQuery,
    answer: pageOf(positionSeries),
    handle: async ({ query }, { archive }) => ({
      items: await positionsOverTime(archive, query),
      next: null,
    }),
  }),
]
