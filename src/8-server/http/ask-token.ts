import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { errorResponse } from './error-response.ts'

const COOKIE = 'rapporteur'
const TWELVE_HOURS = 12 * 3600

/**
 * Asks for the token as `Authorization: Bearer …`. A browser brings it once, as `/?token=…` in the address that the
 * command printed, and keeps it in a cookie that scripts cannot read.
 */
export function askToken(token: string, guarded: (path: string) => boolean): MiddlewareHandler {
  return async (c, next) => {
    const brought = c.req.query('token')
    if (brought !== undefined && c.req.method === 'GET' && !guarded(c.req.path)) {
      if (same(brought, token))
        setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: TWELVE_HOURS })
      return c.redirect(c.req.path, 303)
    }
    if (!guarded(c.req.path)) return next()
    const sent = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? getCookie(c, COOKIE)
    if (sent !== undefined && same(sent, token)) return next()
    return errorResponse(401, 'this server asks for a token: Authorization: Bearer …', {
      'www-authenticate': 'Bearer realm="rapporteur"',
    })
  }
}

/** Compared in a time that says nothing of how much of it was right. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
