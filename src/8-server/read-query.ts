import type { Filter, PageOptions } from '#archive'

/** A query that says nothing the server understands; the message says what was expected. */
export class Unreadable extends Error {}

const LISTS = [
  'actor',
  'other',
  'sector',
  'type',
  'quad',
  'context',
  'status',
  'place',
  'stance',
  'strength',
  'measure',
] as const
const WORDS = ['q', 'source', 'document'] as const
const DAYS = ['from', 'to', 'dueFrom', 'dueTo'] as const
const PAGING = ['limit', 'cursor', 'order']

/** Reads a filter from query parameters; lists are repeated or apart by commas. */
export function filterOf(
  query: Readonly<Record<string, readonly string[]>>,
  besides: readonly string[] = [],
): Filter {
  const known: readonly string[] = [...LISTS, ...WORDS, ...DAYS, ...PAGING, ...besides, 'minConfidence']
  for (const name of Object.keys(query))
    if (!known.includes(name))
      throw new Unreadable(
        `there is no parameter ${JSON.stringify(name.slice(0, 60))}; there are ${known.join(', ')}`,
      )
  const out: Record<string, unknown> = {}
  for (const name of LISTS) {
    const values = (query[name] ?? []).flatMap((value) => value.split(',')).filter(Boolean)
    if (values.length > 0) out[name] = values
  }
  for (const name of WORDS) {
    const value = query[name]?.[0]
    if (value && !besides.includes(name)) out[name] = value
  }
  for (const name of DAYS) {
    const value = query[name]?.[0]
    if (!value) continue
    if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value))
      throw new Unreadable(
        `${name}: expected an ISO 8601 day like 2013-07-02, found ${JSON.stringify(value.slice(0, 60))}`,
      )
    out[name] = value
  }
  const least = query.minConfidence?.[0]
  if (least !== undefined) out.minConfidence = between('minConfidence', least, 0, 1)
  return out
}

/** Reads how a list is paged. */
export function pageOf(query: Readonly<Record<string, string>>): PageOptions {
  const { limit, cursor, order } = query
  if (order !== undefined && order !== 'newest' && order !== 'oldest')
    throw new Unreadable('order: expected newest or oldest')
  return {
    ...(limit === undefined ? {} : { limit: Math.floor(between('limit', limit, 1, 500)) }),
    ...(cursor ? { cursor } : {}),
    ...(order ? { order } : {}),
  }
}

function between(name: string, value: string, low: number, high: number): number {
  const number = Number(value)
  if (value.trim() === '' || !(number >= low && number <= high))
    throw new Unreadable(
      `${name}: expected a number from ${low} to ${high}, found ${JSON.stringify(value.slice(0, 60))}`,
    )
  return number
}

/** A path with its percent signs read. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    throw new Unreadable(`the address ${JSON.stringify(path.slice(0, 120))} is not well-formed`, {
      cause: error,
    })
  }
}
