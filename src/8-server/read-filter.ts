import type { Filter } from '#archive'
import { readQuery } from './http/read-query.ts'
import { filterQuery } from './schemas/filter-query.ts'

/** A filter as the API writes it in an address: `actor=CHN&other=PHL&from=2014`. What it does not know it refuses. */
export function readFilter(query: string): Filter {
  return readQuery(filterQuery, new URLSearchParams(query))
}
