import { z } from 'zod'
import { EDITION_STATUSES, NOT_CODED } from '#document'
import { CONTEXTS, EVENT_TYPES, QUADS, SECTORS } from '#lexicon'

/**
 * The record as a Zod schema: the one source of the TypeScript type, the published JSON Schema (draft 2020-12) and
 * the validator. Field by field it is what docs/record.md says.
 */

const offset = z.int().min(0)

export const spanSchema = z
  .strictObject({ start: offset, end: offset, text: z.string() })
  .describe('Offsets in UTF-16 code units into document.text, end exclusive; text is what stands there.')

const id = z.string().min(1)
const ids = z.array(id)
const confidence = z.number().min(0).max(1)
const edtf = z.string().min(1).describe('EDTF, ISO 8601-2:2019')
const country = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .nullable()
  .describe('ISO 3166-1 alpha-3')
const count = z.strictObject({ low: z.int().min(0), high: z.int().min(0) }).nullable()

const dateSchema = z
  .strictObject({ edtf, time: id.nullable(), basis: z.enum(['stated', 'dateline', 'published']) })
  .nullable()

export const actorMentionSchema = z.strictObject({
  id,
  span: spanSchema,
  kind: z.enum(['name', 'title', 'pronoun', 'nominal']),
  entity: z.string().min(1),
  name: z.string().nullable(),
  country,
  sector: z.enum(SECTORS).nullable(),
  role: z.string().nullable(),
  members: ids,
  coreferentWith: id.nullable(),
})

export const placeMentionSchema = z.strictObject({
  id,
  span: spanSchema,
  name: z.string(),
  country,
  admin1: z.string().nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  geonames: z.int().nullable(),
  feature: z.enum(['country', 'capital', 'city', 'region', 'sea', 'island', 'facility']),
})

export const timeMentionSchema = z.strictObject({
  id,
  span: spanSchema,
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  value: z.string(),
  edtf: edtf.nullable(),
  mod: z.string().nullable(),
})

export const eventSchema = z.strictObject({
  id,
  type: z.enum(EVENT_TYPES),
  mode: z.string().nullable(),
  contexts: z.array(z.enum(CONTEXTS)),
  quad: z.enum(QUADS),
  cameo: z.string(),
  intensity: z.number().min(-10).max(10),
  status: z.enum(['asserted', 'negated', 'planned', 'hypothetical', 'historical']),
  actors: ids,
  recipients: ids,
  date: dateSchema,
  place: id.nullable(),
  trigger: spanSchema,
  evidence: spanSchema,
  attributedTo: id.nullable(),
  fatalities: count,
  injured: count,
  confidence,
  rule: z.string().min(1),
})

export const statementSchema = z.strictObject({
  id,
  speakers: ids,
  cue: spanSchema.nullable(),
  content: z.array(spanSchema).min(1),
  kind: z.enum(['direct', 'indirect', 'mixed']),
  addressees: ids,
  date: dateSchema,
  place: id.nullable(),
  via: id.nullable(),
  evidence: spanSchema,
  confidence,
})

export const positionSchema = z.strictObject({
  id,
  holder: ids,
  stance: z.enum([
    'supports',
    'opposes',
    'demands',
    'rejects',
    'is-open-to',
    'denies',
    'concerned',
    'condemns',
    'praises',
  ]),
  toward: id.nullable(),
  proposition: spanSchema,
  statement: id.nullable(),
  event: id.nullable(),
  evidence: spanSchema,
  confidence,
})

export const commitmentSchema = z.strictObject({
  id,
  by: ids,
  to: ids,
  act: spanSchema,
  type: z.enum(EVENT_TYPES).nullable(),
  due: edtf.nullable(),
  condition: spanSchema.nullable(),
  strength: z.enum(['pledged', 'agreed', 'intended', 'urged', 'expected']),
  status: z.enum(['open', 'met', 'missed', 'withdrawn']),
  evidence: spanSchema,
  confidence,
})

export const figureSchema = z.strictObject({
  id,
  measure: z.string().min(1),
  low: z.number(),
  high: z.number(),
  approximate: z.boolean(),
  unit: z.string().nullable(),
  about: id.nullable(),
  evidence: spanSchema,
})

const subjectSchema = z.strictObject({
  scheme: z.string().nullable(),
  code: z.string().min(1),
  name: z.string().nullable(),
})

const editionSchema = z.strictObject({
  item: z
    .string()
    .min(1)
    .nullable()
    .describe('The id that all versions of the item share, unique within the source.'),
  version: z.int().min(0).nullable(),
  status: z.enum(EDITION_STATUSES),
  embargo: z.string().nullable().describe('ISO 8601: not to be published before.'),
  note: z.string().nullable().describe("The editors' note."),
})

export const recordSchema = z.strictObject({
  schema: z.literal('rapporteur/record/1'),
  coder: z.strictObject({ name: z.literal('rapporteur'), version: z.string(), model: z.string() }),
  document: z.strictObject({
    id: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    externalId: z.string().nullable(),
    source: z.string().nullable(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    published: z.string().nullable(),
    dateline: z
      .strictObject({
        place: id.nullable().describe('Id of the place mention.'),
        date: edtf.nullable(),
      })
      .nullable(),
    language: z.string(),
    text: z.string(),
    sentences: z.array(z.strictObject({ start: offset, end: offset })),
    subjects: z.array(subjectSchema).optional().describe('What the carrier says the text is about.'),
    edition: editionSchema
      .nullable()
      .optional()
      .describe('What the publisher says of this version; null where the carrier speaks of no versions.'),
    notCoded: z
      .enum(NOT_CODED)
      .nullable()
      .optional()
      .describe('Not null: the document is kept, but nothing was read from it.'),
  }),
  actors: z.array(actorMentionSchema),
  places: z.array(placeMentionSchema),
  times: z.array(timeMentionSchema),
  events: z.array(eventSchema),
  statements: z.array(statementSchema),
  positions: z.array(positionSchema),
  commitments: z.array(commitmentSchema),
  figures: z.array(figureSchema),
})

/** What Rapporteur writes for one document. */
export type Record = z.infer<typeof recordSchema>
export type RecordSpan = z.infer<typeof spanSchema>
export type RecordActor = Record['actors'][number]
export type RecordPlace = Record['places'][number]
export type RecordTime = Record['times'][number]
export type RecordEvent = Record['events'][number]
export type RecordStatement = Record['statements'][number]
export type RecordPosition = Record['positions'][number]
export type RecordCommitment = Record['commitments'][number]
export type RecordFigure = Record['figures'][number]

/** The record as JSON Schema (draft 2020-12), generated from the code. */
export function recordJsonSchema(): unknown {
  return z.toJSONSchema(recordSchema, { target: 'draft-2020-12' })
}
