import { z } from 'zod'
import type {
  ActorRow,
  CommitmentRow,
  Correction,
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
  Review,
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

const itemKind = z.enum(['event', 'statement', 'position', 'commitment', 'figure'])

export const editSchema = z
  .strictObject({
    type: z.string().optional(),
    mode: text.optional(),
    status: z.string().optional(),
    stance: z.string().optional(),
    strength: z.string().optional(),
    actors: z.array(z.string()).max(50).optional(),
    recipients: z.array(z.string()).max(50).optional(),
    date: text.optional().describe('EDTF: the date of an event or statement, the due date of a commitment.'),
    span: z.strictObject({ start: count, end: count }).optional(),
  })
  .meta({ id: 'Edit', description: 'Fields that are left out stay as they were coded.' })

export const correctionSchema = z
  .strictObject({
    id: z.string(),
    at: z.string(),
    who: z.string(),
    action: z.enum(['accept', 'reject', 'edit', 'merge', 'split']),
    kind: itemKind,
    item: text.describe('The item as it is called today; null: the current record has none at this place.'),
    documentId: z.string(),
    span: wordsSchema,
    into: text,
    edit: editSchema.nullable(),
    note: text,
    judged: z.strictObject({
      type: z.string(),
      rule: z.string(),
      coder: z.string(),
      confidence: confidence.nullable(),
    }),
    state: z.enum(['applied', 'unmatched', 'superseded', 'undone']),
  })
  .meta({
    id: 'Correction',
    description: 'What a person said of an item, attached to document and span.',
  }) satisfies z.ZodType<Correction>

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
    arrival: z.string().describe('Cursor of the newest arrival: what comes later is `after` it.'),
    documents: count,
    copies: count,
    stories: count,
    events: count,
    happenings: count,
    statements: count,
    quotations: count,
    positions: count,
    commitments: count,
    undertakings: count,
    figures: count,
    actors: count,
    from: text,
    to: text,
    sources: z.array(z.strictObject({ source: text, documents: count })),
    coders: z.array(z.strictObject({ version: z.string(), model: z.string(), documents: count })),
  })
  .meta({ id: 'Stats' }) satisfies z.ZodType<Stats>
