import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { toCells, toCsv } from '#dossier'
import type { Route } from '../route.ts'
import { flattener } from './flatten.ts'
import { type Format, MEDIA_TYPES } from './negotiate.ts'

/** The formats that a row's answer can be given in: what has `items` can be lines and rows, too. */
export function formatsOf({ answer }: Route): readonly Format[] {
  return itemSchema(answer) ? ['json', 'jsonl', 'csv'] : ['json']
}

function itemSchema(answer: z.ZodType): z.ZodType | null {
  if (answer.type !== 'object') return null
  const { items } = (answer as z.ZodObject).shape
  return items && (items as z.ZodType).type === 'array' ? ((items as z.ZodArray).element as z.ZodType) : null
}

/** Writes an answer in the format that the request accepts, with an ETag; 304 where the client has it already. */
export function writeAnswer(request: Request, route: Route, answer: unknown, format: Format): Response {
  const body = serialize(route, answer, format)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers: { [name: string]: string } = {
    etag,
    vary: 'Accept, Authorization',
    'cache-control': 'private, no-cache',
    ...linkToNext(request, answer),
  }
  if (route.method === 'get' && matches(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers })
  const [type] = MEDIA_TYPES[format]
  headers['content-type'] = type === 'text/csv' ? 'text/csv; charset=utf-8; header=present' : type
  return new Response(request.method === 'HEAD' ? null : body, { status: route.status ?? 200, headers })
}

function serialize(route: Route, answer: unknown, format: Format): string {
  if (format === 'json') return JSON.stringify(answer)
  const { items } = answer as { readonly items: readonly unknown[] }
  if (format === 'jsonl') return items.map((item) => `${JSON.stringify(item)}\n`).join('')
  const { columns } = route
  if (columns)
    return toCsv(
      items.map((item) => toCells(columns, item as never)),
      columns.map(({ name }) => name),
    )
  const flatten = flattener(itemSchema(route.answer) ?? route.answer)
  return toCsv(items.map(flatten), Object.keys(flatten(null)))
}

function matches(header: string | null, etag: string): boolean {
  if (header === null) return false
  return header.split(',').some((it) => it.trim().replace(/^W\//, '') === etag || it.trim() === '*')
}

/** Where JSON Lines and CSV have no place for the cursor, a Link header has. */
function linkToNext(request: Request, answer: unknown): { readonly link?: string } {
  const next = (answer as { readonly next?: unknown } | null)?.next
  if (typeof next !== 'string') return {}
  const url = new URL(request.url)
  url.searchParams.set('cursor', next)
  return { link: `<${url.pathname}${url.search}>; rel="next"` }
}
