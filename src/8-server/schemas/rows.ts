import { z } from 'zod'
import type {
  ActorProfile,
  ActorRow,
  CoderRow,
  CommitmentRow,
  Correction,
  CorrectionRequest,
  DocumentRow,
  Dossier,
  DyadRow,
  Edge,
  EventRow,
  Facets,
  FacetValue,
  FigureRow,
  HappeningRow,
  Origin,
  Party,
  PlaceCount,
  PositionRow,
  PrecisionReport,
  QuotationRow,
  Report,
  Review,
  ReviewItem,
  Snippet,
  StatementRow,
  Stats,
  StoryRow,
  TimelinePoint,
  UndertakingRow,
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

export const itemKind = z.enum(['event', 'statement', 'position', 'commitment', 'figure'])

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

export const facetValue = z
  .strictObject({ value: z.string(), name: text, count })
  .meta({ id: 'FacetValue' }) satisfies z.ZodType<FacetValue>

export const facetsSchema = z
  .strictObject({
    counted: count,
    more: z.boolean(),
    fields: z.record(z.string(), z.array(facetValue)),
  })
  .meta({
    id: 'Facets',
    description: 'How a result divides; `more`: only the newest were counted.',
  }) satisfies z.ZodType<Facets>

export const timelinePoint = z
  .strictObject({
    period: z.string().describe('First day of the period.'),
    events: count,
    happenings: count,
    verbalCooperation: count,
    materialCooperation: count,
    verbalConflict: count,
    materialConflict: count,
    intensity: z.number(),
    documentsRead: count,
    balance: z.number().nullable().describe('(cooperation - conflict) / all events, -1 to 1.'),
    perThousand: z.number().nullable().describe('Events per 1,000 documents read.'),
  })
  .meta({ id: 'TimelinePoint' }) satisfies z.ZodType<TimelinePoint>

export const edgeSchema = z
  .strictObject({
    actor: z.string(),
    actorName: z.string(),
    other: z.string(),
    otherName: z.string(),
    events: count,
    cooperation: count,
    conflict: count,
    intensity: z.number(),
  })
  .meta({ id: 'Edge', description: 'Acts between two actors.' }) satisfies z.ZodType<Edge>

export const placeCount = z
  .strictObject({
    name: z.string(),
    country: text,
    latitude: z.number(),
    longitude: z.number(),
    happenings: count,
    conflict: count,
    happening: z.string().describe('Id of the strongest of them.'),
  })
  .meta({ id: 'PlaceCount', description: 'A place and what happened there.' }) satisfies z.ZodType<PlaceCount>

export const actorProfile = z
  .strictObject({
    actor: actorRow,
    roles: z.array(z.strictObject({ role: z.string(), from: z.string(), to: z.string(), documents: count })),
    counts: z.strictObject({
      events: count,
      asRecipient: count,
      statements: count,
      positions: count,
      commitments: count,
    }),
    types: z.array(facetValue),
    with: z.array(edgeSchema),
    topics: z.array(facetValue),
  })
  .meta({ id: 'ActorProfile' }) satisfies z.ZodType<ActorProfile>

export const correctionRequest = z
  .strictObject({
    who: z.string().min(1).max(200),
    action: z.enum(['accept', 'reject', 'edit', 'merge', 'split']),
    item: z.string().min(1).max(500).describe('Id of the item; of an event for merge and split.'),
    into: z
      .string()
      .min(1)
      .max(500)
      .optional()
      .describe('merge: the event whose happening it is merged into.'),
    edit: editSchema.optional(),
    note: z.string().max(5000).optional(),
    at: z.iso.datetime().optional(),
  })
  .meta({ id: 'CorrectionRequest' }) satisfies z.ZodType<CorrectionRequest>

export const reviewItem = z
  .strictObject({
    kind: itemKind,
    item: z.union([eventRow, statementRow, positionRow, commitmentRow, figureRow]),
    context: z.strictObject({ text: z.string(), start: count }),
  })
  .meta({ id: 'ReviewItem' }) satisfies z.ZodType<ReviewItem>

const share = z.number().min(0).max(1)
const precision = {
  accepted: count,
  edited: count,
  rejected: count,
  precision: share,
  low: share,
  high: share,
}
export const precisionReport = z
  .strictObject({
    all: z.strictObject(precision),
    byKind: z.array(z.strictObject({ ...precision, kind: itemKind })),
    byType: z.array(z.strictObject({ ...precision, kind: itemKind, type: z.string() })),
    byRule: z.array(z.strictObject({ ...precision, rule: z.string() })),
    agreement: z.strictObject({
      alpha: z.number().nullable(),
      items: count,
      reviewers: z.array(z.string()),
    }),
    unmatched: count,
  })
  .meta({
    id: 'PrecisionReport',
    description: "Precision on people's corrections, with Wilson's 95 % interval.",
  }) satisfies z.ZodType<PrecisionReport>

export const coderRow = z
  .strictObject({
    coder: z.strictObject({ name: z.literal('rapporteur'), version: z.string(), model: z.string() }),
    documents: count,
    current: count,
  })
  .meta({ id: 'CoderRow' }) satisfies z.ZodType<CoderRow>
