import { z } from 'zod'
import type { Correction, CorrectionRequest, PrecisionReport, ReviewItem } from '#archive'
import { commitmentRow, eventRow, figureRow, positionRow, statementRow } from './item-rows.ts'
import { confidence, count, text, wordsSchema } from './shared.ts'

/** What people say of the records. */

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
