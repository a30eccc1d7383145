import fc from 'fast-check'

export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly maxItems?: number
  readonly properties?: { readonly [name: string]: JsonSchema }
  readonly required?: readonly string[]
  readonly $ref?: string
}

const DAY = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** Values that a schema of the OpenAPI document lets through. */
export function arbitraryOf(schema: JsonSchema, resolve: (ref: string) => JsonSchema): fc.Arbitrary<unknown> {
  if (schema.$ref) return arbitraryOf(resolve(schema.$ref), resolve)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((it) => arbitraryOf(it, resolve)))
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'string':
      return schema.pattern ? patterned(schema.pattern) : words(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 })
    case 'number':
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((it) => arbitraryOf(it, resolve)))
      return fc.array(arbitraryOf(schema.items ?? {}, resolve), {
        maxLength: Math.min(3, schema.maxItems ?? 3),
      })
    case 'object':
      return objects(schema, resolve)
    default:
      return fc.jsonValue()
  }
}

function objects({ properties = {}, required = [] }: JsonSchema, resolve: (ref: string) => JsonSchema) {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, it]) => [name, arbitraryOf(it, resolve)]),
  )
  return fc.record(fields, { requiredKeys: [...required] })
}

function patterned(pattern: string): fc.Arbitrary<string> {
  return pattern.startsWith('^\\d{4}') ? DAY : fc.stringMatching(new RegExp(pattern))
}

/** Anything that a person or an attacker may type. */
function words({ minLength = 0, maxLength = 200 }: JsonSchema): fc.Arbitrary<string> {
  const size = { minLength, maxLength: Math.min(maxLength, 60) }
  return fc.oneof(
    fc
      .constantFrom(
        'CHN',
        'USA',
        'sea',
        '"met',
        'a* OR -b',
        '-',
        '"',
        '*',
        "'; drop table event; --",
        '%',
        '\\',
      )
      .filter((text) => text.length >= minLength),
    fc.string({ ...size, unit: 'binary' }),
    fc.string({ ...size, unit: 'grapheme' }),
  )
}
