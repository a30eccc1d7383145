/** What is asked for; validators of an earlier answer make it conditional. */
export interface FetchQuestion {
  readonly url: string
  /** Largest body taken, unpacked, in bytes. */
  readonly maxBytes: number
  readonly accept: string
  readonly etag?: string | null
  readonly lastModified?: string | null
}

/** What came of it. */
export type Fetched =
  | {
      readonly kind: 'body'
      /** Where the body was found, behind redirects. */
      readonly url: string
      /** Where the address has moved for good; null if it has not. */
      readonly moved: string | null
      readonly bytes: Uint8Array
      /** Of the Content-Type, e.g. `text/html`; empty if none was sent. */
      readonly type: string
      readonly charset: string | null
      readonly etag: string | null
      readonly lastModified: string | null
    }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'failed'
      /** One line in plain words. */
      readonly reason: string
      /** HTTP status, null where there was no answer. */
      readonly status: number | null
      /** The server asks to wait so long. */
      readonly retryAfterSeconds: number | null
      /** Asking again will not help: 404, 410, robots.txt, an address that is not public. */
      readonly lasting: boolean
    }

/** What one request may come to: an answer, or another address. */
export type Answer = Fetched | { readonly kind: 'redirect'; readonly to: string; readonly lasting: boolean }

export function failed(
  reason: string,
  { lasting = false, status = null as number | null, retryAfterSeconds = null as number | null } = {},
): Extract<Fetched, { kind: 'failed' }> {
  const line = reason.replace(/\s+/g, ' ').slice(0, 300)
  return { kind: 'failed', reason: line, status, retryAfterSeconds, lasting }
}
