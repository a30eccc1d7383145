import { z } from 'zod'
import type { Firing, Watch, WatchCondition, WatchRow } from '#archive'
import { filterQuery } from './filter-query.ts'

const text = z.string().nullable()
const count = z.int().min(0)

export const conditionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('each') }),
    z.strictObject({
      kind: z.literal('count'),
      atLeast: z.int().min(1).max(10_000),
      days: z.int().min(1).max(366),
    }),
    z.strictObject({ kind: z.literal('due'), withinDays: z.int().min(0).max(3660) }),
    z.strictObject({ kind: z.literal('position') }),
  ])
  .meta({
    id: 'WatchCondition',
    description:
      'When a watch fires: each new happening; at least so many within so many days; an open undertaking falls due within so many days; somebody changed sides.',
  }) satisfies z.ZodType<WatchCondition>

const webhook = z
  .strictObject({
    url: z.url({ protocol: /^https?$/, hostname: /./ }).max(2000),
    secret: z.string().min(8).max(500).describe('Signs each message, as standardwebhooks.com says.'),
  })
  .meta({ id: 'Webhook' })

const title = z.string().trim().min(1).max(200)
const rivals = z
  .array(z.string().min(1).max(200))
  .max(50)
  .describe('At least two of these must be parties: entity ids or alpha-3 codes.')

/** A watch as a client makes it. Commands are for the command line alone: whoever reaches the API runs nothing. */
export const watchDraft = z
  .strictObject({
    title,
    question: filterQuery,
    condition: conditionSchema,
    dossier: z
      .string()
      .min(1)
      .max(200)
      .nullish()
      .describe('Slug of a dossier whose question narrows further.'),
    rivals: rivals.optional(),
    webhook: webhook.nullish(),
    paused: z.boolean().optional(),
  })
  .meta({ id: 'WatchDraft' })

/** A watch as the API shows it: without its secret. */
export const watchAnswer = z
  .strictObject({
    id: z.string(),
    title,
    question: filterQuery,
    dossier: text,
    condition: conditionSchema,
    rivals,
    webhook: text.describe('Its address; the secret is not told.'),
    command: z.boolean().describe('A command of this machine is run.'),
    paused: z.boolean(),
    madeAt: z.string(),
    firings: count,
    lastFired: text,
    waiting: count.describe('Deliveries on their way.'),
    failing: count.describe('Those of them that failed at least once.'),
  })
  .meta({ id: 'Watch' }) satisfies z.ZodType<
  Omit<WatchRow, 'webhook' | 'command' | 'uid' | 'mark'> & { webhook: string | null; command: boolean }
>

export const firingSchema = z
  .strictObject({
    id: z.string().describe('The same however often it is delivered.'),
    watch: z.string(),
    at: z.string(),
    kind: z.enum(['each', 'count', 'due', 'position']),
    title: z.string(),
    day: text,
    documentId: text,
    item: text,
    items: z.array(
      z.strictObject({
        kind: z.enum(['happening', 'event', 'undertaking', 'commitment', 'position']),
        id: z.string(),
      }),
    ),
    evidence: z.array(
      z.strictObject({
        documentId: z.string(),
        title: text,
        source: text,
        published: text,
        text: z.string(),
        start: count.nullable(),
        end: count.nullable(),
      }),
    ),
  })
  .meta({ id: 'Firing', description: 'Something that a watch caught.' }) satisfies z.ZodType<Firing>

/** A watch without what only its owner may know. */
export function toWatchAnswer({ uid: _, mark: __, webhook: hook, command, ...watch }: WatchRow) {
  return { ...watch, webhook: hook?.url ?? null, command: command !== null }
}

export type WatchDraft = z.output<typeof watchDraft>

/** A draft as a watch; what it does not say of one that is kept stays as it was. */
export function toWatch(id: string, draft: WatchDraft, known: Watch | null): Watch {
  return {
    id,
    title: draft.title,
    question: draft.question,
    condition: draft.condition,
    dossier: draft.dossier ?? null,
    rivals: draft.rivals ?? [],
    webhook: draft.webhook === undefined ? (known?.webhook ?? null) : draft.webhook,
    command: known?.command ?? null,
    paused: draft.paused ?? false,
  }
}
