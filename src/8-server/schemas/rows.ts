import { z } from 'zod'
import type {
  ActorRow,
  CommitmentRow,
  DocumentRow,
  Dossier,
  DyadRow,
  EventRow,
  FigureRow,
  HappeningRow,
  Origin,
  Party,
  PositionRow,
  Report,
  Snippet,
  StatementRow,
  Stats,
} from '#archive'
import { CONTEXTS, EVENT_TYPES, QUADS } from '#lexicon'
import {
  commitmentSchema as commitment,
  eventSchema as event,
  positionSchema as position,
  statementSchema as statement,
} from '#record'
import { filterQuery } from './filter-query.ts'

/**
 * The archive's answers as Zod schemas. `satisfies` holds each to the archive's own type: a field that the archive
 * adds and that is missing here does not compile.
 */

const text = z.string().nullable()
const count = z.int().min(0)
const confidence = z.number().min(0).max(1)
const day = z.string().describe('ISO 8601 day; empty where none is known.')
const range = z.strictObject({ low: count, high: count }).nullable()

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
const parties = z.array(partySchema)

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
    status: commitment.shape.status,
    evidence: z.string(),
    confidence,
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

export const reportSchema = z
  .strictObject({
    documentId: z.string(),
    title: text,
    source: text,
    published: text,
    eventId: z.string(),
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
    documents: count,
    sources: count,
    reports: z.array(reportSchema),
  })
  .meta({ id: 'HappeningRow' }) satisfies z.ZodType<HappeningRow>

export const actorRow = z
  .strictObject({
    entity: z.string(),
    name: z.string(),
    country: text,
    sector: text,
    role: text,
    documents: count,
    mentions: count,
  })
  .meta({ id: 'ActorRow' }) satisfies z.ZodType<ActorRow>

export const dyadRow = z
  .strictObject({
    period: z.string(),
    actor: z.string(),
    recipient: z.string(),
    events: count,
    happenings: count,
    verbalCooperation: count,
    materialCooperation: count,
    verbalConflict: count,
    materialConflict: count,
    intensity: z.number().min(-10).max(10),
    documentsRead: count,
  })
  .meta({
    id: 'DyadRow',
    description: 'Events between two parties in a period.',
  }) satisfies z.ZodType<DyadRow>

export const dossierSchema = z
  .strictObject({ slug: z.string(), title: z.string(), question: filterQuery })
  .meta({ id: 'Dossier', description: 'A saved question.' }) satisfies z.ZodType<Dossier>

export const statsSchema = z
  .strictObject({
    documents: count,
    copies: count,
    events: count,
    happenings: count,
    statements: count,
    positions: count,
    commitments: count,
    figures: count,
    actors: count,
    from: text,
    to: text,
    sources: z.array(z.strictObject({ source: text, documents: count })),
    coders: z.array(z.strictObject({ version: z.string(), model: z.string(), documents: count })),
  })
  .meta({ id: 'Stats' }) satisfies z.ZodType<Stats>
