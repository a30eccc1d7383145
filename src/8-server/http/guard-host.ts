import type { MiddlewareHandler } from 'hono'
import { errorResponse } from './error-response.ts'

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/**
 * Answers only to the names that the server goes by: a web page whose name was bent to 127.0.0.1 (DNS rebinding) is
 * refused, and so is a page of another origin that would change something.
 */
export function guardHost(names: readonly string[] | 'any'): MiddlewareHandler {
  const known = names === 'any' ? null : new Set([...LOOPBACK, ...names].map((name) => name.toLowerCase()))
  return async (c, next) => {
    const host = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()
    if (known && !known.has(host.replace(/:\d+$/, '')))
      return errorResponse(
        403,
        `this server does not go by the name ${JSON.stringify(host.slice(0, 80))}; --allow-host adds a name`,
      )
    const origin = c.req.header('origin')
    if (origin !== undefined && c.req.method !== 'GET' && c.req.method !== 'HEAD' && hostOf(origin) !== host)
      return errorResponse(403, 'a page of another origin may not ask for this')
    return next()
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
