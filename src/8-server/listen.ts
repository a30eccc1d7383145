import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

export interface Listening {
  readonly url: string
  close(): Promise<void>
}

export interface ListenOptions {
  readonly host: string
  readonly port: number
  readonly token?: string
  /** Serve everybody who reaches the address, without a token. */
  readonly open?: boolean
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

export const isLoopback = (host: string): boolean => LOOPBACK.has(host)

/** A client that dawdles is let go: headers within 10 s, the whole request within 60 s; headers of 16 kB at most. */
const SERVER = { headersTimeout: 10_000, requestTimeout: 60_000, maxHeaderSize: 16_384 } as const

/** Listens on loopback; anywhere else only with a token, or where `open` says that none is wanted. */
export function listen(app: Hono, { host, port, token, open }: ListenOptions): Promise<Listening> {
  if (!isLoopback(host) && !token && !open)
    return Promise.reject(
      new Error(
        `${host} can be reached from other machines: give --token TOKEN, or --open to serve everybody`,
      ),
    )
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, hostname: host, port, serverOptions: SERVER },
      ({ port: bound }) => {
        const name = host.includes(':') ? `[${host}]` : host
        resolve({
          url: `http://${name}:${bound}/`,
          close: () => new Promise((done) => server.close(() => done())),
        })
      },
    ) as Server
    server.on('error', reject)
    server.on('clientError', refuseMalformed)
  })
}

/** What is no HTTP gets the one error body, too. */
function refuseMalformed(error: Error & { readonly code?: string }, socket: Socket) {
  if (!socket.writable) return socket.destroy()
  const [status, reason, message] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Request Header Fields Too Large', 'address and headers may have 16 kB']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'Request Timeout', 'the request took too long to come']
        : [400, 'Bad Request', 'this is no HTTP request']
  const body = JSON.stringify({ error: { status, message } })
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  )
  return undefined
}
