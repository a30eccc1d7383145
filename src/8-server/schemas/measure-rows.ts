import { z } from 'zod'
import type {
  ActorProfile,
  ActorRow,
  CoderRow,
  Dossier,
  DyadRow,
  Edge,
  Facets,
  FacetValue,
  PlaceCount,
  Stats,
  TimelinePoint,
} from '#archive'
import { filterQuery } from './filter-query.ts'
import { count, text } from './shared.ts'

/** Actors, dossiers and counts. */

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

export const coderRow = z
  .strictObject({
    coder: z.strictObject({ name: z.literal('rapporteur'), version: z.string(), model: z.string() }),
    documents: count,
    current: count,
  })
  .meta({ id: 'CoderRow' }) satisfies z.ZodType<CoderRow>
