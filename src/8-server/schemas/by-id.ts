import { z } from 'zod'

/** The parameter of a path that ends in an id. */
export const byId = z.strictObject({ id: z.string().min(1).max(500) })
