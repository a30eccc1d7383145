import { z } from 'zod'
import type { Archive, WatchRow } from '#archive'
import { previewWatch, watchFeed } from '#dossier'
import { Download } from '../download.ts'
import { Refusal } from '../refusal.ts'
import { type Route, route, type Services } from '../route.ts'
import { byId } from '../schemas/by-id.ts'
import { pageOf, paging } from '../schemas/paging.ts'
import {
  firingSchema,
  toWatch,
  toWatchAnswer,
  type WatchDraft,
  watchAnswer,
  watchDraft,
} from '../schemas/watch-schemas.ts'

const MOST_IN_FEED = 100
const MOST_IN_PREVIEW = 100

/** Questions that are asked of all that arrives. */
export const WATCHES: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/watches',
    name: 'listWatches',
    subject: 'watches',
    summary: 'The watches, with how often they fired and what is still to be delivered',
    answer: pageOf(watchAnswer),
    handle: async (_, { archive }) => ({
      items: (await archive.watches.list()).map(toWatchAnswer),
      next: null,
    }),
  }),
  route({
    method: 'post',
    path: '/api/watches',
    name: 'makeWatch',
    subject: 'watches',
    summary: 'Makes a watch; it looks at what arrives from now on',
    body: watchDraft,
    answer: watchAnswer,
    status: 201,
    handle: async ({ body }, services) => save(services, await freeId(services.archive, body.title), body),
  }),
  route({
    method: 'get',
    path: '/api/watches/firings',
    name: 'listFirings',
    subject: 'watches',
    summary: 'What the watches caught, newest first',
    query: z.strictObject({
      watch: z.string().min(1).max(200).optional(),
      limit: paging.limit,
      cursor: z
        .string()
        .regex(/^\d{1,15}$/)
        .optional()
        .describe('The `next` of the page before.'),
    }),
    answer: pageOf(firingSchema),
    handle: ({ query: { watch, limit, cursor } }, { archive }) =>
      archive.watches.firings({ watch }, { limit, cursor }),
  }),
  route({
    method: 'get',
    path: '/api/watches/{id}',
    name: 'getWatch',
    subject: 'watches',
    summary: 'One watch',
    params: byId,
    answer: watchAnswer,
    handle: async ({ params }, { archive }) => {
      const watch = await archive.watches.get(params.id)
      return watch && toWatchAnswer(watch)
    },
  }),
  route({
    method: 'put',
    path: '/api/watches/{id}',
    name: 'changeWatch',
    subject: 'watches',
    summary: 'Changes a watch; without `webhook` it keeps the one that it has',
    params: byId,
    body: watchDraft,
    answer: watchAnswer,
    handle: async ({ params: { id }, body }, services) =>
      (await services.archive.watches.get(id)) && save(services, id, body),
  }),
  route({
    method: 'delete',
    path: '/api/watches/{id}',
    name: 'deleteWatch',
    subject: 'watches',
    summary: 'Forgets a watch, what it caught, and what was still to be delivered',
    params: byId,
    answer: z.strictObject({ deleted: z.string() }),
    handle: async ({ params: { id } }, { archive }) =>
      (await archive.watches.remove(id)) ? { deleted: id } : null,
  }),
  route({
    method: 'get',
    path: '/api/watches/{id}/preview',
    name: 'previewWatch',
    subject: 'watches',
    summary: 'What the watch would have caught, had it been there from the beginning',
    params: byId,
    answer: z.strictObject({
      total: z.int().min(0),
      items: z.array(firingSchema.omit({ id: true, watch: true, at: true })),
    }),
    cost: 10,
    handle: async ({ params }, { archive }) => {
      const watch = await archive.watches.get(params.id)
      return watch && preview(archive, watch)
    },
  }),
  route({
    method: 'get',
    path: '/api/watches/{id}/feed',
    name: 'getWatchFeed',
    subject: 'watches',
    summary: 'What the watch caught, as an Atom feed',
    params: byId,
    answer: z.unknown(),
    produces: ['application/atom+xml'],
    handle: async ({ params }, { archive, address }) => {
      const watch = await archive.watches.get(params.id)
      if (!watch) return null
      const { items } = await archive.watches.firings({ watch: watch.id }, { limit: MOST_IN_FEED })
      const feed = watchFeed(watch, watch.madeAt, items, address())
      return new Download('application/atom+xml; charset=utf-8', null, once(feed))
    },
  }),
]

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

async function preview(archive: Archive, watch: WatchRow) {
  const found = await previewWatch(archive, watch, new Date().toISOString().slice(0, 10))
  return { total: found.length, items: found.slice(0, MOST_IN_PREVIEW).map(({ firing }) => firing) }
}

async function save({ archive, trusted }: Services, id: string, draft: WatchDraft) {
  if (draft.webhook && !trusted)
    throw new Refusal(
      403,
      'this server is open to everybody: webhooks are set where it runs, with rapporteur watch, or behind a --token',
    )
  if (draft.dossier && !(await archive.dossier(draft.dossier)))
    throw new Refusal(422, `dossier: there is none called ${JSON.stringify(draft.dossier.slice(0, 120))}`)
  await archive.watches.save(toWatch(id, draft, await archive.watches.get(id)), new Date().toISOString())
  const kept = await archive.watches.get(id)
  return kept && toWatchAnswer(kept)
}

/** An id out of a title that no other watch has. */
async function freeId(archive: Archive, title: string): Promise<string> {
  const slug =
    title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'watch'
  const taken = new Set((await archive.watches.list()).map(({ id }) => id))
  for (let n = 1; ; n++) {
    const id = n === 1 ? slug : `${slug}-${n}`
    if (id !== 'firings' && !taken.has(id)) return id
  }
}
