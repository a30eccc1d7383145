import type { ReactNode } from 'react'
import { ApiError } from '../api/client.ts'

/** Shown while an answer is on its way: the shape of what will come. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <div role="status">
      <p className="unseen">Fetching {what}…</p>
      <div className="skeleton" aria-hidden="true">
        {Array.from({ length: 6 }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: six bars that never change.
          <span key={i} />
        ))}
      </div>
    </div>
  )
}

/** Nothing to show, and what to do about it. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="state">{children}</div>
}

/** Something went wrong, in the server's own words, with a way on. */
export function Failed({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const missing = error instanceof ApiError && error.status === 404
  return (
    <div className="state" role="alert">
      <p>
        <b>{missing ? 'There is no such thing here.' : 'That did not work.'}</b> {error.message}
      </p>
      {retry !== undefined && !missing && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  )
}

interface QueryLike<T> {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch: () => unknown
}

interface AnswerProps<T> {
  readonly query: QueryLike<T>
  readonly what: string
  readonly children: (data: T) => ReactNode
}

/** The three faces of a question: on its way, failed, answered. */
export function Answer<T>({ query, what, children }: AnswerProps<T>) {
  if (query.error !== null) return <Failed error={query.error} retry={query.refetch} />
  if (query.data === undefined) return <Loading what={what} />
  return children(query.data)
}
