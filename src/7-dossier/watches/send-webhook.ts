import type { Delivery } from '#archive'
import { signWebhook } from './sign-webhook.ts'

/** What became of one try. */
export type Sent =
  | { readonly kind: 'delivered' }
  /** The receiver says never to come again. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Another time; not before so many seconds, where the receiver says so. */
  | { readonly kind: 'failed'; readonly why: string; readonly retryAfter: number | null }

const TIMEOUT = 15_000

/** Posts a firing to its webhook; a redirection is not followed, an answer of 2xx is taken for received. */
export async function sendWebhook({ watch, firing }: Delivery, now: Date): Promise<Sent> {
  const { webhook } = watch
  if (!webhook) return { kind: 'refused', why: 'the watch has no webhook any more' }
  const body = JSON.stringify({ type: 'watch.fired', timestamp: firing.at, data: firing })
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'rapporteur',
        ...signWebhook(webhook.secret, { id: firing.id, at: now, body }),
      },
      signal: AbortSignal.timeout(TIMEOUT),
    })
    await response.body?.cancel()
    return toSent(response)
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''
    return {
      kind: 'failed',
      why: `${error instanceof Error ? error.message : error}${cause}`,
      retryAfter: null,
    }
  }
}

function toSent({ ok, status, headers }: Response): Sent {
  if (ok) return { kind: 'delivered' }
  if (status === 410) return { kind: 'refused', why: 'the receiver answered 410 Gone' }
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return {
    kind: 'failed',
    why: `the receiver answered ${status}`,
    retryAfter: Number.isFinite(seconds) && seconds >= 0 ? seconds : null,
  }
}
