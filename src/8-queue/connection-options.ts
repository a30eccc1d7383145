import { readFileSync } from 'node:fs'
import type { NodeConnectionOptions } from '@nats-io/transport-node'
import { credsAuthenticator } from '@nats-io/transport-node'
import { QueueError } from './queue-error.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * What a URL like `nats://user:secret@host:4222` or `tls://host` (several apart by commas) and the environment say:
 * NATS_USER, NATS_PASSWORD, NATS_TOKEN, NATS_CREDS (a file), NATS_CA, NATS_CERT, NATS_KEY (files, PEM).
 */
export function connectionOptions(urls: string, env: Environment): NodeConnectionOptions {
  const parsed = urls.split(',').map(parseUrl)
  const [first] = parsed
  if (!first) throw new QueueError('an address like nats://127.0.0.1:4222 was expected')
  const user = decodeURIComponent(first.username) || env.NATS_USER
  const pass = decodeURIComponent(first.password) || env.NATS_PASSWORD
  // nats://token@host: a name without a password is a token
  const token = env.NATS_TOKEN ?? (user && !pass ? user : undefined)
  const tls = {
    ...(env.NATS_CA ? { caFile: env.NATS_CA } : {}),
    ...(env.NATS_CERT ? { certFile: env.NATS_CERT } : {}),
    ...(env.NATS_KEY ? { keyFile: env.NATS_KEY } : {}),
  }
  const secure = parsed.some((url) => url.protocol === 'tls:') || Object.keys(tls).length > 0
  return {
    servers: parsed.map((url) => `${url.hostname}:${url.port || '4222'}`),
    name: 'rapporteur',
    // a restart of the server is nothing to end for
    maxReconnectAttempts: -1,
    reconnectTimeWait: 500,
    ...(secure ? { tls } : {}),
    ...(token ? { token } : user && pass ? { user, pass } : {}),
    ...(env.NATS_CREDS ? { authenticator: credsAuthenticator(readFileSync(env.NATS_CREDS)) } : {}),
  }
}

function parseUrl(text: string): URL {
  const trimmed = text.trim()
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null
  if (url && (url.protocol === 'nats:' || url.protocol === 'tls:') && url.hostname !== '') return url
  throw new QueueError(
    `an address like nats://127.0.0.1:4222 or tls://host was expected, not ${JSON.stringify(trimmed.slice(0, 80))}`,
  )
}
