import type { z } from 'zod'

type Cells = { [column: string]: string | number | boolean | null }

/**
 * A flattener for items of a schema: objects inside become columns with an underscore, parties their names, other
 * lists are joined by "; ". The columns follow from the schema alone, so every row has them all.
 */
export function flattener(schema: z.ZodType): (item: unknown) => Cells {
  return (item) => {
    const cells: Cells = {}
    write(schema, item, '', cells)
    return cells
  }
}

function write(schema: z.ZodType, value: unknown, name: string, cells: Cells) {
  const inner = bare(schema)
  if (inner.type === 'object') {
    for (const [key, field] of Object.entries((inner as z.ZodObject).shape)) {
      const held = (value as { readonly [key: string]: unknown } | null | undefined)?.[key]
      write(field as z.ZodType, held, name === '' ? key : `${name}_${key}`, cells)
    }
  } else cells[name === '' ? 'value' : name] = cellOf(value)
}

function bare(schema: z.ZodType): z.ZodType {
  const { def } = schema as unknown as { readonly def: { readonly innerType?: z.ZodType } }
  return def.innerType ? bare(def.innerType) : schema
}

function cellOf(value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(wordOf).join('; ')
  return JSON.stringify(value)
}

function wordOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const { name, entity } = value as { readonly name?: unknown; readonly entity?: unknown }
  return typeof name === 'string' ? name : typeof entity === 'string' ? entity : JSON.stringify(value)
}
