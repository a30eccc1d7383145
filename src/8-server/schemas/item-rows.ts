import { z } from 'zod'
import type {
  CommitmentRow,
  DocumentRow,
  EventRow,
  FigureRow,
  PositionRow,
  Review,
  StatementRow,
} from '#archive'
import { CONTEXTS, EVENT_TYPES, QUADS } from '#lexicon'
import {
  commitmentSchema as commitment,
  eventSchema as event,
  positionSchema as position,
  statementSchema as statement,
} from '#record'
import { confidence, count, day, originSchema, parties, range, text, wordsSchema } from './shared.ts'

/** What documents say, item by item, as the archive lists it. */

export const reviewSchema = z
  .strictObject({ verdict: z.enum(['accepted', 'edited']), who: z.string(), at: z.string() })
  .meta({ id: 'Review', description: 'What a person said of an item.' }) satisfies z.ZodType<Review>

const review = reviewSchema.nullable()

export const documentRow = z
  .strictObject({
    id: z.string(),
    title: text,
    source: text,
    published: text,
    url: text,
    language: z.string(),
    copyOf: text.describe('Id of an earlier document with nearly the same words.'),
    counts: z.strictObject({
      events: count,
      statements: count,
      positions: count,
      commitments: count,
      figures: count,
    }),
  })
  .meta({ id: 'DocumentRow' }) satisfies z.ZodType<DocumentRow>

export const eventRow = z
  .strictObject({
    id: z.string(),
    day,
    date: text.describe('EDTF'),
    type: z.enum(EVENT_TYPES),
    mode: text,
    contexts: z.array(z.enum(CONTEXTS)),
    quad: z.enum(QUADS),
    cameo: z.string(),
    intensity: z.number().min(-10).max(10),
    status: event.shape.status,
    actors: parties,
    recipients: parties,
    place: text,
    placeCountry: text,
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    trigger: z.string(),
    evidence: wordsSchema,
    fatalities: range,
    injured: range,
    confidence,
    rule: z.string(),
    happening: text,
    review,
    origin: originSchema,
  })
  .meta({ id: 'EventRow' }) satisfies z.ZodType<EventRow>

export const statementRow = z
  .strictObject({
    id: z.string(),
    day,
    kind: statement.shape.kind,
    speakers: parties,
    addressees: parties,
    quote: wordsSchema,
    evidence: z.string(),
    confidence,
    quotation: text.describe('The quotation that this is a report of.'),
    review,
    origin: originSchema,
  })
  .meta({ id: 'StatementRow' }) satisfies z.ZodType<StatementRow>

export const positionRow = z
  .strictObject({
    id: z.string(),
    day,
    holders: parties,
    stance: position.shape.stance,
    toward: parties,
    proposition: wordsSchema,
    evidence: z.string(),
    confidence,
    review,
    origin: originSchema,
  })
  .meta({ id: 'PositionRow' }) satisfies z.ZodType<PositionRow>

export const commitmentRow = z
  .strictObject({
    id: z.string(),
    day,
    by: parties,
    to: parties,
    act: wordsSchema,
    type: text.describe('PLOVER type of the promised act.'),
    due: text.describe('EDTF'),
    dueFrom: text,
    dueTo: text,
    condition: text,
    strength: commitment.shape.strength,
    status: commitment.shape.status.describe(
      'As its document says it; the undertaking says what became of it.',
    ),
    evidence: z.string(),
    confidence,
    undertaking: text.describe('The undertaking that this is a report of.'),
    review,
    origin: originSchema,
  })
  .meta({ id: 'CommitmentRow' }) satisfies z.ZodType<CommitmentRow>

export const figureRow = z
  .strictObject({
    id: z.string(),
    day,
    measure: z.string(),
    low: z.number(),
    high: z.number(),
    approximate: z.boolean(),
    unit: text,
    about: text,
    evidence: wordsSchema,
    origin: originSchema,
  })
  .meta({ id: 'FigureRow' }) satisfies z.ZodType<FigureRow>
