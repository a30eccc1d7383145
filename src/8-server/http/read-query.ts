import type { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { explain } from './explain.ts'

/** What a parameter is, below "optional" and "default". */
function bare(schema: z.ZodType): z.ZodType {
  const { def } = schema as unknown as { readonly def: { readonly innerType?: z.ZodType } }
  return def.innerType ? bare(def.innerType) : schema
}

/**
 * Reads query parameters by their schema. A list is repeated or apart by commas; a parameter that the route does not
 * know is refused, so that a slip of the pen never widens a question.
 */
export function readQuery(
  schema: z.ZodObject,
  search: URLSearchParams,
): { readonly [name: string]: unknown } {
  const raw: { [name: string]: unknown } = {}
  const names = Object.keys(schema.shape)
  for (const name of new Set(search.keys())) {
    if (!names.includes(name))
      throw new Refusal(
        400,
        `there is no parameter ${JSON.stringify(name.slice(0, 60))}; ${names.length > 0 ? `there are ${names.join(', ')}` : 'this takes none'}`,
      )
    const values = search.getAll(name).filter((value) => value !== '')
    if (values.length > 0) raw[name] = coerce(bare(schema.shape[name] as z.ZodType), values)
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new Refusal(400, explain(parsed.error, raw))
}

const listed = (values: readonly string[]) =>
  values.flatMap((value) => value.split(',')).filter((value) => value !== '')

function coerce(schema: z.ZodType, values: readonly string[]): unknown {
  const [first = ''] = values
  switch (schema.type) {
    case 'array':
      return listed(values)
    case 'tuple':
      return listed(values).map(Number)
    case 'number':
      return first.trim() === '' ? first : Number(first)
    case 'boolean':
      return first === 'true' ? true : first === 'false' ? false : first
    default:
      return first
  }
}
