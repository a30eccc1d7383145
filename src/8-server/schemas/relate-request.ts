import { z } from 'zod'

const mark = z.strictObject({ start: z.int().min(0), end: z.int().min(1) }).meta({ id: 'Mark' })

/** A text with two actors marked; either may be unknown. */
export const relateRequest = z
  .strictObject({
    text: z.string().min(1).max(20_000).describe('Plain text, a sentence or a few.'),
    actor: mark.nullable().describe('Who acts: offsets in UTF-16 code units.'),
    recipient: mark.nullable().describe('To whom.'),
  })
  .refine(
    ({ text, actor, recipient }) =>
      [actor, recipient].every((it) => it === null || (it.start < it.end && it.end <= text.length)),
    'actor and recipient must lie inside the text',
  )
  .meta({ id: 'RelateRequest' })

export type RelateRequest = z.infer<typeof relateRequest>
