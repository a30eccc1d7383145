import { z } from 'zod'
import { recordSchema } from '#record'
import { type Route, route } from '../route.ts'
import { byId } from '../schemas/by-id.ts'
import { reportSchema } from '../schemas/group-rows.ts'
import { recordAnswer } from '../schemas/record-answer.ts'
import { correctionSchema } from '../schemas/review-rows.ts'
import { originSchema } from '../schemas/shared.ts'

const happeningOf = z
  .strictObject({ id: z.string(), events: z.array(z.string()), reports: z.array(reportSchema) })
  .meta({ id: 'HappeningOf', description: 'A happening as the page of one of its documents shows it.' })

const versionSchema = z
  .strictObject({ coder: recordSchema.shape.coder, current: z.boolean() })
  .meta({ id: 'Version', description: 'One record of a document that the archive keeps.' })

const documentAnswer = z
  .strictObject({
    record: recordAnswer,
    copyOf: z.string().nullable(),
    copies: z.array(originSchema).describe('Later documents with nearly the same words.'),
    replacedBy: z
      .string()
      .nullable()
      .describe('Id of the newer version of the item that took the place of this one.'),
    replaces: z
      .array(originSchema)
      .describe('Older versions of the item, the latest first: they are history.'),
    story: z.string().nullable(),
    happenings: z.array(happeningOf),
    quotations: z.array(
      z.strictObject({ id: z.string(), statements: z.array(z.string()), documents: z.int().min(0) }),
    ),
    undertakings: z.array(
      z.strictObject({
        id: z.string(),
        commitments: z.array(z.string()),
        status: z.enum(['open', 'met', 'missed', 'withdrawn']),
      }),
    ),
    corrections: z.array(correctionSchema),
  })
  .meta({ id: 'DocumentAnswer' })

/** One document. */
export const DOCUMENTS: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/documents/{id}/versions',
    name: 'listVersions',
    subject: 'record',
    summary: 'All records kept of a document, the current one first',
    params: byId,
    answer: z.strictObject({ items: z.array(versionSchema) }),
    handle: async ({ params }, { archive }) => {
      const items = await archive.versions(params.id)
      return items.length > 0 ? { items } : null
    },
  }),
  route({
    method: 'get',
    path: '/api/documents/{id}',
    name: 'getDocument',
    subject: 'record',
    summary: "A document's record, with the happenings that it tells of",
    params: byId,
    answer: documentAnswer,
    handle: ({ params }, { archive }) => archive.document(params.id),
  }),
]
