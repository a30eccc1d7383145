import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '../refusal.ts'

/** Counts requests by client; throws a Refusal (429) with Retry-After where there were too many. */
export function rateLimiter(perMinute: number): (client: string, cost: number) => Promise<void> {
  if (perMinute <= 0) return async () => undefined
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return async (client, cost) => {
    try {
      await limiter.consume(client, Math.min(cost, perMinute))
    } catch (left) {
      if (!(left instanceof RateLimiterRes)) throw left
      const seconds = String(Math.max(1, Math.ceil(left.msBeforeNext / 1000)))
      throw new Refusal(429, `more than ${perMinute} requests a minute: ask again in ${seconds} s`, {
        headers: { 'retry-after': seconds },
      })
    }
  }
}
