import { recordSchema } from '#record'

/** A document's record under its name in the OpenAPI document. */
export const recordAnswer = recordSchema.meta({
  id: 'Record',
  description: 'docs/record.md says it field by field.',
})
