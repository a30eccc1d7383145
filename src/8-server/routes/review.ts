import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { type Route, route } from '../route.ts'
import { byId } from '../schemas/by-id.ts'
import { filterQuery } from '../schemas/filter-query.ts'
import { pageOf, paging } from '../schemas/paging.ts'
import {
  correctionRequest,
  correctionSchema,
  itemKind,
  precisionReport,
  reviewItem,
} from '../schemas/review-rows.ts'

const who = z.string().min(1).max(200).optional()

/** What people say of the records. */
export const REVIEW: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/review',
    name: 'getReviewQueue',
    subject: 'review',
    summary: 'Items to be judged',
    query: filterQuery.extend({
      kind: itemKind.optional().describe('event where nothing is said'),
      order: z
        .enum(['random', 'doubtful'])
        .optional()
        .describe('random: a sample that the seed fixes; doubtful: lowest confidence first'),
      seed: z.int().min(0).max(2_147_483_647).optional(),
      who: who.describe('Leaves out what this person has judged.'),
      limit: z.int().min(1).max(200).optional().describe('20 where nothing is said.'),
    }),
    answer: pageOf(reviewItem),
    handle: async ({ query: { kind, order, seed, who, limit, ...filter } }, { archive }) => ({
      items: await archive.reviewQueue({ kind, order, seed, who, limit, filter }),
      next: null,
    }),
  }),
  route({
    method: 'get',
    path: '/api/corrections',
    name: 'listCorrections',
    subject: 'review',
    summary: 'What people said of items',
    query: z.strictObject({
      who,
      document: z.string().min(1).max(200).optional(),
      state: z.enum(['applied', 'unmatched', 'superseded', 'undone']).optional(),
      limit: paging.limit,
      cursor: paging.cursor,
    }),
    answer: pageOf(correctionSchema),
    handle: ({ query: { limit, cursor, ...filter } }, { archive }) =>
      archive.corrections(filter, { limit, cursor }),
  }),
  route({
    method: 'post',
    path: '/api/corrections',
    name: 'correct',
    subject: 'review',
    summary: 'Accepts, rejects, edits, merges or splits an item',
    body: correctionRequest,
    answer: correctionSchema,
    status: 201,
    handle: ({ body }, { archive }) => archive.correct(body),
  }),
  route({
    method: 'delete',
    path: '/api/corrections/{id}',
    name: 'undoCorrection',
    subject: 'review',
    summary: 'Takes a correction back',
    params: byId,
    answer: z.strictObject({ undone: z.string() }),
    handle: async ({ params: { id } }, { archive }) => {
      if (!(await archive.undo(id)))
        throw new Refusal(404, `there is no correction ${JSON.stringify(id.slice(0, 120))} to undo`)
      return { undone: id }
    },
  }),
  route({
    method: 'get',
    path: '/api/precision',
    name: 'getPrecision',
    subject: 'review',
    summary: 'How often people accepted what was coded, by kind, type and rule, with its interval',
    answer: precisionReport,
    handle: (_, { archive }) => archive.precision(),
  }),
]
