import { fileURLToPath } from 'node:url'
import type { Archive } from '#archive'
import { keepWatching } from '#dossier'
import { createApp, isLoopback, type Listening, listen } from '#server'
import { CliError } from './cli-error.ts'
import { localServices } from './local-services.ts'
import { printable } from './printable.ts'

export interface ServeOptions {
  readonly host: string
  readonly port: number
  readonly token?: string
  readonly open?: boolean
  readonly allowHost?: readonly string[]
  readonly rate?: number
}

/** What one client on another machine may ask for in a minute, where --rate does not say. */
const RATE_ELSEWHERE = 1200

/** Serves the desk and the API over an archive until the process is told to stop. */
export async function serveArchive(
  archive: Archive,
  { host, port, token, open, allowHost, rate }: ServeOptions,
): Promise<Listening> {
  const local = isLoopback(host)
  const served = { address: `http://${host}:${port}/` }
  const desk = fileURLToPath(new URL('../../web/dist', import.meta.url))
  const app = createApp({
    archive,
    ...localServices,
    address: () => served.address,
    trusted: local || token !== undefined,
    desk,
    models: fileURLToPath(new URL('../../models', import.meta.url)),
    ...(token ? { token } : {}),
    hosts: allowHost ?? (local ? [] : 'any'),
    requestsPerMinute: rate ?? (local ? 0 : RATE_ELSEWHERE),
    log: logFault,
  })
  try {
    const listening = await listen(app, {
      host,
      port,
      ...(token ? { token } : {}),
      ...(open ? { open } : {}),
    })
    served.address = listening.url
    const watching = keepWatching(archive, { log: logFault })
    return { url: listening.url, close: () => watching.stop().then(() => listening.close()) }
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    const message = error instanceof Error ? error.message : String(error)
    throw new CliError(
      taken ? `port ${port} is taken; --port 0 takes any that is free` : message,
      taken ? 1 : 2,
      { cause: error },
    )
  }
}

/** The answer says no more than that the server failed; whoever runs it reads why here. */
function logFault(error: unknown) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`rapporteur: fault while answering: ${printable(text)}\n`)
}

/** Waits for Ctrl-C or a polite kill, then closes what is open. */
export function untilStopped(listening: Listening, archive: Archive): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      void listening.close().then(() => archive.close().then(resolve))
      // Open keep-alive connections do not hold the process.
      setTimeout(() => process.exit(0), 500).unref()
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
}
