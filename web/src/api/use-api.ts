import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ApiError, getJson } from './client.ts'
import type { Page } from './rows.ts'

/** What the server has answered is kept for the visit; a refusal is not asked for again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.status === 0,
    },
  },
})

/** The JSON behind a URL. */
export function useApi<T>(url: string) {
  return useQuery({ queryKey: [url], queryFn: () => getJson<T>(url), placeholderData: keepPreviousData })
}

/** A list that comes in pages. */
export function useList<T>(url: string) {
  return useInfiniteQuery({
    queryKey: [url, 'pages'],
    queryFn: ({ pageParam }) => getJson<Page<T>>(pageParam === null ? url : nextOf(url, pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

function nextOf(url: string, cursor: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`
}
