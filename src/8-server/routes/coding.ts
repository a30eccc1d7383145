import { z } from 'zod'
import { type Record, recordJsonSchema } from '#record'
import { type Route, route } from '../route.ts'
import { codeRequest } from '../schemas/code-request.ts'
import { recordAnswer } from '../schemas/record-answer.ts'

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
    method: 'get',
    path: '/api/schema',
    name: 'getRecordSchema',
    subject: 'coding',
    summary: "The record's JSON Schema (draft 2020-12)",
    answer: z.looseObject({}),
    handle: async () => recordJsonSchema() as { readonly [key: string]: unknown },
  }),
]
