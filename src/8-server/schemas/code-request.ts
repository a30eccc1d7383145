import { z } from 'zod'

/** A text to be coded. */
export const codeRequest = z
  .strictObject({
    text: z.string().min(1).describe('Plain text; paragraphs apart by blank lines.'),
    title: z.string().nullish(),
    published: z.string().nullish().describe('ISO 8601 date or instant; anchors "Tuesday" and "last month".'),
    source: z.string().nullish().describe('Name of the outlet.'),
  })
  .meta({ id: 'CodeRequest' })

export type CodeRequest = z.infer<typeof codeRequest>
