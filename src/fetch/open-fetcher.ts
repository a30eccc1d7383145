import { isIP } from 'node:net'
import { Agent, type Dispatcher, request } from 'undici'
import type { AddressRule } from './address-rule.ts'
import { type Answer, type Fetched, type FetchQuestion, failed } from './fetched.ts'
import type { FetcherOptions } from './fetcher-options.ts'
import { guardedLookup } from './guarded-lookup.ts'
import { openHosts } from './open-hosts.ts'
import { ACCEPT_ENCODING, readBody } from './read-body.ts'
import { retryAfter } from './retry-after.ts'
import { whyFailed } from './why-failed.ts'

/** Fetches politely. */
export interface Fetcher {
  /** Asks once, follows redirects; never throws: what went wrong is an answer, too. */
  fetch(question: FetchQuestion, signal?: AbortSignal): Promise<Fetched>
  close(): Promise<void>
}

const MOST_REDIRECTS = 5

/** Opens a fetcher: each host is asked one thing at a time, with a pause between. */
export function openFetcher(options: FetcherOptions): Fetcher {
  const { patienceMs = 15_000 } = options
  const agent = new Agent({
    connect: { lookup: guardedLookup(options.rule), timeout: patienceMs },
    headersTimeout: patienceMs,
    bodyTimeout: patienceMs,
    connections: 1,
    pipelining: 1,
    maxHeaderSize: 65_536,
  })
  const ask = (question: FetchQuestion, signal: AbortSignal) => askOnce(question, options, agent, signal)
  const hosts = openHosts({ ...options, ask })
  return {
    async fetch(question, signal = new AbortController().signal) {
      let { url } = question
      let moved: string | null = null
      let lasts = true
      for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
        const target = targetOf(url, options.rule)
        if (typeof target === 'string') return failed(target, { lasting: true })
        const answer = await hosts.inTurn(target, { ...question, url: target.href }, signal)
        if (answer.kind !== 'redirect') return answer.kind === 'body' ? { ...answer, moved } : answer
        const next = URL.canParse(answer.to, target.href) ? new URL(answer.to, target.href).href : null
        if (next === null) return failed(`redirects to what is no address: ${answer.to}`)
        if (next === target.href) return failed('redirects to itself')
        url = next
        lasts &&= answer.lasting
        if (lasts) moved = url
      }
      return failed(`redirects more than ${MOST_REDIRECTS} times`)
    },
    close: () => agent.destroy(),
  }
}

/** The address made ready, or why it is not asked. Names are looked at when they are resolved. */
function targetOf(url: string, rule: AddressRule): URL | string {
  if (!URL.canParse(url)) return `is no address: ${url.slice(0, 100)}`
  const target = new URL(url)
  if (target.protocol !== 'http:' && target.protocol !== 'https:')
    return `is neither http nor https: ${target.protocol}`
  target.username = ''
  target.password = ''
  target.hash = ''
  const host = target.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 ? target : (rule.refuse(host, host) ?? target)
}

async function askOnce(
  question: FetchQuestion,
  { userAgent, wholeMs = 60_000 }: FetcherOptions,
  agent: Agent,
  signal: AbortSignal,
): Promise<Answer> {
  const { etag, lastModified, accept } = question
  try {
    const answer = await request(question.url, {
      dispatcher: agent,
      signal: AbortSignal.any([signal, AbortSignal.timeout(wholeMs)]),
      headers: {
        'user-agent': userAgent,
        accept,
        'accept-encoding': ACCEPT_ENCODING,
        ...(etag ? { 'if-none-match': etag } : {}),
        ...(lastModified ? { 'if-modified-since': lastModified } : {}),
      },
    })
    return await readAnswer(question, answer)
  } catch (error) {
    return whyFailed(error, wholeMs)
  }
}

async function readAnswer(
  { url, maxBytes }: FetchQuestion,
  { statusCode, headers, body }: Dispatcher.ResponseData,
): Promise<Answer> {
  const header = (name: string) => {
    const value = headers[name]
    return (Array.isArray(value) ? value[0] : value) ?? null
  }
  const location = header('location')
  if (statusCode === 200) {
    const length = Number(header('content-length') ?? 0)
    if (length > maxBytes) {
      body.destroy()
      return failed(`is larger than ${maxBytes} bytes (it says ${length})`)
    }
    const bytes = await readBody(body, header('content-encoding') ?? '', maxBytes)
    const type = header('content-type') ?? ''
    return {
      kind: 'body',
      url,
      moved: null,
      bytes,
      type: type.replace(/;.*$/s, '').trim().toLowerCase(),
      charset: /charset=["']?([\w.:-]{1,40})/i.exec(type)?.[1] ?? null,
      etag: header('etag'),
      lastModified: header('last-modified'),
    }
  }
  body.on('error', () => undefined).destroy() // whatever else it says is not read
  if (statusCode === 304) return { kind: 'unchanged' }
  if ([301, 302, 303, 307, 308].includes(statusCode) && location)
    return { kind: 'redirect', to: location, lasting: statusCode === 301 || statusCode === 308 }
  return failed(`the server answers ${statusCode}`, {
    status: statusCode,
    lasting: statusCode === 404 || statusCode === 410,
    retryAfterSeconds: retryAfter(header('retry-after') ?? undefined, new Date()),
  })
}
