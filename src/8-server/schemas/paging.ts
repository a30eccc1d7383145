import { z } from 'zod'

/** How a list is paged. */
export const paging = {
  limit: z.int().min(1).max(500).optional().describe('Items on a page; 50 where nothing is said.'),
  cursor: z.string().min(1).max(300).optional().describe('The `next` of the page before.'),
  order: z
    .enum(['newest', 'oldest', 'strongest', 'arrival'])
    .optional()
    .describe('Newest first where nothing is said; strongest: told by most documents; arrival: as it came.'),
}

/** A page of a list: its items and the cursor of the page behind it. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().describe('Cursor of the page behind this one; null on the last.'),
  })
