import type { Archive, Delivery } from '#archive'
import { runCommand } from './run-command.ts'
import { type Sent, sendWebhook } from './send-webhook.ts'

export interface DeliverOptions {
  /** @default the clock */
  readonly now?: () => Date
  /** After so many milliseconds a delivery whose deliverer has died is taken up by another. @default 120_000 */
  readonly leaseMs?: number
  /** Wait before the second try; it doubles from try to try, up to six hours. @default 5_000 */
  readonly firstWaitMs?: number
}

const AT_ONCE = 8
const LONGEST_WAIT = 6 * 3600_000

/**
 * Delivers what is due, a few at a time, until nothing is; gives how many were delivered. A delivery is taken, tried,
 * and then settled: who is stopped in between leaves it to be tried again, under the same id.
 */
export async function deliverFirings(archive: Archive, options: DeliverOptions = {}): Promise<number> {
  const { now = () => new Date(), leaseMs = 120_000, firstWaitMs = 5_000 } = options
  let delivered = 0
  for (;;) {
    const at = now()
    const until = new Date(at.getTime() + leaseMs).toISOString()
    const claimed = await archive.watches.claim(at.toISOString(), until, AT_ONCE)
    if (claimed.length === 0) return delivered
    const sent = await Promise.all(claimed.map((delivery) => send(delivery, now())))
    for (const [i, delivery] of claimed.entries()) {
      const outcome = sent[i]
      if (!outcome) continue
      if (outcome.kind === 'delivered') delivered++
      await settle(archive, delivery, outcome, now(), firstWaitMs)
    }
  }
}

const send = (delivery: Delivery, now: Date): Promise<Sent> =>
  delivery.channel === 'webhook' ? sendWebhook(delivery, now) : runCommand(delivery)

function settle(archive: Archive, { id, attempts }: Delivery, sent: Sent, now: Date, firstWaitMs: number) {
  if (sent.kind === 'delivered') return archive.watches.settle(id, { state: 'delivered' })
  if (sent.kind === 'refused') return archive.watches.settle(id, { state: 'refused', error: sent.why })
  const backOff = Math.min(LONGEST_WAIT, firstWaitMs * 2 ** Math.min(attempts, 20))
  const wait = Math.min(LONGEST_WAIT, Math.max(backOff, (sent.retryAfter ?? 0) * 1000))
  const nextAt = new Date(now.getTime() + wait).toISOString()
  return archive.watches.settle(id, { state: 'waiting', error: sent.why, nextAt })
}
