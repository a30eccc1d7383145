import { withQuery } from './client.ts'
import type { Filter } from './rows.ts'

/** What narrows a page, as it stands in its URL: lists are apart by commas. */
export interface FilterSearch {
  readonly q?: string
  readonly actor?: string
  readonly other?: string
  readonly type?: string
  readonly quad?: string
  readonly status?: string
  readonly context?: string
  readonly place?: string
  readonly source?: string
  readonly from?: string
  readonly to?: string
}

export const FILTER_NAMES = [
  'q',
  'actor',
  'other',
  'type',
  'quad',
  'status',
  'context',
  'place',
  'source',
  'from',
  'to',
] as const satisfies readonly (keyof FilterSearch)[]

type Values = { readonly [name: string]: string | undefined }

/** A saved question as query parameters. */
export function filterValues(filter: Filter): Values {
  return Object.fromEntries(
    Object.entries(filter as { readonly [name: string]: unknown }).flatMap(([name, value]) => {
      if (value === undefined || value === null || value === '') return []
      return [[name, Array.isArray(value) ? value.join(',') : String(value)]]
    }),
  )
}

/** The URL of an answer, narrowed. */
export function ask(path: string, filter: Filter, more: Values = {}): string {
  return withQuery(path, { ...filterValues(filter), ...more })
}

const LISTS: readonly string[] = ['actor', 'other', 'type', 'quad', 'status', 'context', 'place']

/** A page's search as the filter that it means. */
export function toFilter(search: FilterSearch): Filter {
  return Object.fromEntries(
    FILTER_NAMES.flatMap((name) => {
      const value = search[name]
      if (value === undefined || value === '') return []
      return [[name, LISTS.includes(name) ? value.split(',').filter(Boolean) : value]]
    }),
  )
}
