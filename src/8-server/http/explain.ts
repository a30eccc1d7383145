import type { z } from 'zod'

/** What is wrong with an input, in one line: where, what was expected, what was found. */
export function explain(error: z.ZodError, input: unknown): string {
  return error.issues
    .slice(0, 5)
    .map(({ path, message }) => {
      const where = path.join('.')
      const found = path.reduce<unknown>(
        (value, key) => (value as { readonly [key: PropertyKey]: unknown } | undefined)?.[key],
        input,
      )
      const said = message.replace(/^Invalid (input|option|string): /, '')
      return `${where ? `${where}: ` : ''}${said}${path.length === 0 || found === undefined ? '' : `, found ${show(found)}`}`
    })
    .join('; ')
}

function show(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
