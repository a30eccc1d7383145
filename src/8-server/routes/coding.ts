import { z } from 'zod'
import { EVENT_TYPES, QUADS } from '#lexicon'
import { eventSchema, type Record, recordJsonSchema } from '#record'
import { type Route, route } from '../route.ts'
import { codeRequest } from '../schemas/code-request.ts'
import { recordAnswer } from '../schemas/record-answer.ts'
import { relateRequest } from '../schemas/relate-request.ts'

const share = z.number().min(0).max(1)

const relation = z
  .strictObject({
    type: z.enum(EVENT_TYPES),
    mode: z.string().nullable(),
    quad: z.enum(QUADS),
    status: eventSchema.shape.status,
    confidence: share,
    scores: z.partialRecord(z.enum(EVENT_TYPES), share).describe('Probability of each type.'),
  })
  .meta({ id: 'Relation', description: 'What holds between two marked actors, and what else it might be.' })

/** Text in, record out. */
export const CODING: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/code',
    name: 'codeText',
    subject: 'coding',
    summary: 'Codes a text; nothing is kept',
    body: codeRequest,
    answer: recordAnswer,
    cost: 20,
    handle: async ({ body }, { code }) => JSON.parse(await code(body)) as Record,
  }),
  route({
    method: 'post',
    path: '/api/relate',
    name: 'relateActors',
    subject: 'coding',
    summary: 'Tells the relation between two marked actors, with what competed; nothing is kept',
    body: relateRequest,
    answer: relation,
    cost: 5,
    handle: async ({ body }, { relate }) => JSON.parse(await relate(body)) as z.output<typeof relation>,
  }),
  route({
    method: 'get',
    path: '/api/schema',
    name: 'getRecordSchema',
    subject: 'coding',
    summary: "The record's JSON Schema (draft 2020-12)",
    answer: z.looseObject({}),
    handle: async () => recordJsonSchema() as { readonly [key: string]: unknown },
  }),
]
