import { z } from 'zod'
import type { Filter } from '#archive'
import { CONTEXTS, EVENT_TYPES, QUADS, SECTORS } from '#lexicon'
import { commitmentSchema, eventSchema, positionSchema } from '#record'

const word = z.string().min(1).max(200)
const day = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'expected an ISO 8601 day like 2013-07-02 (a month or a year will do)',
  )
const longitude = z.number().min(-180).max(180)
const latitude = z.number().min(-90).max(90)
const party = z.array(word).max(50)

/** The narrowing parameters that every list understands; of items without the field a parameter asks nothing. */
export const filterQuery = z.strictObject({
  q: z.string().max(1000).optional().describe('Words searched for, with "phrases" and prefix*.'),
  from: day.optional().describe('From this day on.'),
  to: day.optional().describe('Up to this day.'),
  source: word.optional().describe('Name of the outlet.'),
  document: word.optional().describe('Id of one document.'),
  actor: party.optional().describe('Any party: entity ids or alpha-3 country codes; one of them is enough.'),
  role: z
    .enum(['actor', 'recipient'])
    .optional()
    .describe('What the actor is in an act; either where nothing is said.'),
  other: party.optional().describe('A second party: with `actor` it makes a dyad.'),
  sector: z.array(z.enum(SECTORS)).optional().describe('Sector of a party, as PLOVER names it.'),
  type: z.array(z.enum(EVENT_TYPES)).optional().describe('Type of event, as PLOVER names it.'),
  quad: z
    .array(z.enum(QUADS))
    .optional()
    .describe('Class of event: verbal or material, cooperation or conflict.'),
  context: z.array(z.enum(CONTEXTS)).optional().describe('Context of an event, as PLOVER names it.'),
  status: z
    .array(z.enum([...eventSchema.shape.status.options, ...commitmentSchema.shape.status.options]))
    .optional()
    .describe('Status of an event or of a commitment.'),
  place: party.optional().describe('Name of a place, or the alpha-3 code of its country.'),
  stance: z.array(z.enum(positionSchema.shape.stance.options)).optional().describe('Stance of a position.'),
  strength: z
    .array(z.enum(commitmentSchema.shape.strength.options))
    .optional()
    .describe('Strength of a commitment.'),
  measure: z.array(word).optional().describe('Measure of a figure: deaths, troops, money …'),
  dueFrom: day.optional().describe('Commitments that fall due from this day on.'),
  dueTo: day.optional().describe('Commitments that fall due up to this day.'),
  box: z
    .tuple([longitude, latitude, longitude, latitude])
    .optional()
    .describe('Box on the map in degrees: west, south, east, north.'),
  asOf: day.optional().describe('Day on which undertakings that are due count as missed.'),
  rule: z.array(word).optional().describe('Name of what made an event: a lexicon entry or a model.'),
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional()
    .describe('What came after this arrival (see stats).'),
  copies: z.enum(['without']).optional().describe('Leaves out what stands in copies of an earlier document.'),
  minConfidence: z.number().min(0).max(1).optional().describe('Least confidence.'),
}) satisfies z.ZodType<Filter>
