import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

export interface Listening {
  readonly url: string
  close(): Promise<void>
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/** Listens on loopback; anywhere else only with a token, or where `open` says that none is wanted. */
export function listen(
  app: Hono,
  { host, port, token, open }: { host: string; port: number; token?: string; open?: boolean },
): Promise<Listening> {
  if (!LOOPBACK.has(host) && !token && !open)
    return Promise.reject(
      new Error(
        `${host} can be reached from other machines: give --token TOKEN, or --open to serve everybody`,
      ),
    )
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, ({ port: bound }) => {
      const name = host.includes(':') ? `[${host}]` : host
      resolve({
        url: `http://${name}:${bound}/`,
        close: () => new Promise((done) => server.close(() => done())),
      })
    })
    server.on('error', reject)
  })
}
