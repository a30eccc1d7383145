import { z } from 'zod'
import type { Origin, Party, Snippet } from '#archive'

/**
 * The archive's answers as Zod schemas, here what they have in common. `satisfies` holds each to the archive's own
 * type: a field that the archive adds and that is missing here does not compile.
 */

export const text = z.string().nullable()

export const count = z.int().min(0)

export const confidence = z.number().min(0).max(1)

export const day = z.string().describe('ISO 8601 day; empty where none is known.')

export const range = z.strictObject({ low: count, high: count }).nullable()

export const partySchema = z
  .strictObject({
    entity: z
      .string()
      .describe('Stable id: an alpha-3 code, an id of the knowledge base, or one of the archive.'),
    name: text,
    country: text.describe('ISO 3166-1 alpha-3'),
    sector: text.describe('PLOVER sector'),
  })
  .meta({ id: 'Party' }) satisfies z.ZodType<Party>

export const parties = z.array(partySchema)

export const originSchema = z
  .strictObject({ documentId: z.string(), title: text, source: text, published: text })
  .meta({ id: 'Origin', description: 'The document in which an item stands.' }) satisfies z.ZodType<Origin>

export const wordsSchema = z.strictObject({ text: z.string(), start: count, end: count }).meta({
  id: 'Words',
  description:
    "Words of the document, with their offsets in UTF-16 code units into the record's document.text, end exclusive.",
})

export const snippetSchema = z
  .strictObject({ text: z.string(), marks: z.array(z.tuple([count, count])) })
  .meta({
    id: 'Snippet',
    description: "Words around what was searched for; marks are offsets into the snippet's own text.",
  }) satisfies z.ZodType<Snippet>
