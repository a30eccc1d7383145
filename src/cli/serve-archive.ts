import { fileURLToPath } from 'node:url'
import type { Archive } from '#archive'
import { keepWatching } from '#dossier'
import {
  type CodeRequest,
  createApp,
  isLoopback,
  type Listening,
  listen,
  Refusal,
  type RelateRequest,
} from '#server'
import { CliError } from './cli-error.ts'
import { parser } from './lazy-ground.ts'
import { codeAll } from './pool.ts'
import { printable } from './printable.ts'
import type { SourceInput } from './work.ts'

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

/** Longest time that a text pasted into the desk may take, in seconds. */
const TRY_SECONDS = 20

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
    code: codeText,
    relate: relateText,
    parser,
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

/** Codes one text as `rapporteur code` does, in this process for short ones, in a worker with a limit for long ones. */
function codeText({ text, title, published, source }: CodeRequest): Promise<string> {
  return workOn('code', {
    source: { text, title: title ?? null, published: published ?? null, source: source ?? null },
  })
}

/** Relates two actors as `rapporteur relate` does; without the fields that say which text it was. */
async function relateText({ text, actor, recipient }: RelateRequest): Promise<string> {
  const output = await workOn('relate', {
    source: { text, title: null, published: null, source: null },
    marks: { actor, recipient },
  })
  const { id: _, ...relation } = JSON.parse(output) as { readonly id: unknown }
  return JSON.stringify(relation)
}

async function workOn(
  task: 'code' | 'relate',
  given: Pick<SourceInput, 'source' | 'marks'>,
): Promise<string> {
  const input = { kind: 'source' as const, name: 'text', place: null, ...given }
  for await (const result of codeAll([input], {
    task,
    jobs: 1,
    maxSeconds: TRY_SECONDS,
    inlineFirst: 1,
    inlineBytes: 50_000,
  })) {
    if (result.kind === 'coded') return result.output
    throw new Refusal(result.fault ? 500 : 422, result.reason)
  }
  throw new Error('nothing came of the text')
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
