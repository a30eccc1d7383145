import { createHmac } from 'node:crypto'

/**
 * The headers that let a receiver tell that a message is ours, as standardwebhooks.com says them: an HMAC-SHA256 over
 * id, timestamp and body. A secret that begins with `whsec_` is base64 behind it; any other is taken as it is.
 */
export function signWebhook(
  secret: string,
  { id, at, body }: { readonly id: string; readonly at: Date; readonly body: string },
): { readonly [header: string]: string } {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret)
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
