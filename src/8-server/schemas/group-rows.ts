import { z } from 'zod'
import type { HappeningRow, QuotationRow, Report, StoryRow, UndertakingRow } from '#archive'
import { EVENT_TYPES, QUADS } from '#lexicon'
import { eventSchema as event } from '#record'
import { confidence, count, day, originSchema, parties, text, wordsSchema } from './shared.ts'

/** What many documents tell together. */

export const reportSchema = z
  .strictObject({
    documentId: z.string(),
    title: text,
    source: text,
    published: text,
    eventId: z.string(),
    day,
    type: z.string(),
    copy: z.boolean().describe('It stands in a copy of an earlier document.'),
    evidence: z.string(),
    status: z.string(),
    confidence,
    why: text.describe('Why it was joined to the reports before it; null for the first.'),
  })
  .meta({
    id: 'Report',
    description: 'One report of a happening: an event of some document.',
  }) satisfies z.ZodType<Report>

export const happeningRow = z
  .strictObject({
    id: z.string(),
    day,
    type: z.enum(EVENT_TYPES),
    quad: z.enum(QUADS),
    status: event.shape.status,
    actors: parties,
    recipients: parties,
    place: text,
    placeCountry: text,
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    contexts: z.array(z.string()),
    intensity: z.number().min(-10).max(10),
    documents: count.describe('Documents that tell of it, each text once.'),
    reprints: count.describe('Copies of one of the documents.'),
    sources: count,
    evidence: z.string().describe('Words of the report that says it best.'),
    arrival: z.string().describe('When it came into the archive: a cursor for `after`.'),
    reports: z.array(reportSchema).describe('At most 50, as they came.'),
  })
  .meta({ id: 'HappeningRow' }) satisfies z.ZodType<HappeningRow>

const documentCount = { documents: count, reprints: count, sources: count }

const arrival = z.string().describe('When it came into the archive: a cursor for `after`.')

export const quotationRow = z
  .strictObject({
    id: z.string(),
    day,
    speakers: parties,
    addressees: parties,
    quote: z.string().describe('The longest of its wordings.'),
    kind: z.string(),
    ...documentCount,
    arrival,
    reports: z.array(
      originSchema.extend({
        statementId: z.string(),
        quote: wordsSchema,
        why: text,
      }),
    ),
  })
  .meta({
    id: 'QuotationRow',
    description: 'One quotation, with every report of it.',
  }) satisfies z.ZodType<QuotationRow>

export const undertakingStatus = z.enum(['open', 'met', 'missed', 'withdrawn'])

export const undertakingRow = z
  .strictObject({
    id: z.string(),
    day,
    by: parties,
    to: parties,
    act: z.string(),
    type: text,
    strength: z.string(),
    due: text,
    dueFrom: text,
    dueTo: text,
    condition: text,
    status: undertakingStatus,
    ...documentCount,
    arrival,
    steps: z.array(
      originSchema.extend({
        day,
        step: z.enum(['promised', 'reaffirmed', 'met', 'withdrawn']),
        item: z.string().describe('Id of the commitment or event that says so.'),
        happening: text,
        evidence: z.string(),
        why: text,
      }),
    ),
  })
  .meta({
    id: 'UndertakingRow',
    description: 'One thing promised, with every report of it and what became of it.',
  }) satisfies z.ZodType<UndertakingRow>

export const storyRow = z
  .strictObject({
    id: z.string(),
    title: text,
    from: day,
    to: day,
    ...documentCount,
    arrival,
    items: z.array(originSchema.extend({ copyOf: text, why: text })),
  })
  .meta({ id: 'StoryRow', description: 'Documents that tell one story.' }) satisfies z.ZodType<StoryRow>
