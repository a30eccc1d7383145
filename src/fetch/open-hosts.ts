import { setTimeout as wait } from 'node:timers/promises'
import robotsParser from 'robots-parser'
import { type Answer, type Fetched, type FetchQuestion, failed } from './fetched.ts'
import type { FetcherOptions } from './fetcher-options.ts'

interface HostsOptions extends FetcherOptions {
  ask(question: FetchQuestion, signal: AbortSignal): Promise<Answer>
}

/** What is known of a host. */
interface Host {
  /** Resolves when the requests before have ended. */
  turn: Promise<unknown>
  /** When the last request ended, on the clock of `performance.now`. */
  ended: number
  pauseMs: number
  robots: { readonly until: number; readonly allows: (url: string) => boolean } | null
}

/** What is used of a parsed robots.txt; the package's own types do not fit its CommonJS form. */
interface Rules {
  isAllowed(url: string, userAgent: string): boolean | undefined
  getCrawlDelay(userAgent: string): number | undefined
}
const parseRobots = robotsParser as unknown as (url: string, text: string) => Rules

/** Where there is no robots.txt all is allowed; where the server is ill or busy nothing is (RFC 9309, 2.3.1). */
const isIll = ({ status, lasting }: Extract<Fetched, { kind: 'failed' }>) =>
  !lasting && (status === null || status >= 500 || status === 429)

/** robots.txt is read anew after a day (RFC 9309, 2.4), after an hour where it could not be had. */
const FRESH_MS = 24 * 3_600_000
const UNSURE_MS = 3_600_000
/** So much of a robots.txt is read (RFC 9309, 2.5). */
const ROBOTS_BYTES = 500_000
/** A crawl delay longer than this is taken for a mistake. */
const LONGEST_PAUSE_MS = 60_000

/** Asks each host one thing at a time, with a pause between, and only what its robots.txt allows. */
export function openHosts(options: HostsOptions) {
  const { ask, userAgent, pauseMs = 2000, robots: heeds = true } = options
  const hosts = new Map<string, Host>()

  const hostOf = ({ origin }: URL): Host => {
    const known = hosts.get(origin)
    if (known) return known
    const host: Host = { turn: Promise.resolve(), ended: Number.NEGATIVE_INFINITY, pauseMs, robots: null }
    hosts.set(origin, host)
    return host
  }

  const paced = async (host: Host, question: FetchQuestion, signal: AbortSignal): Promise<Answer> => {
    const rest = host.ended + host.pauseMs - performance.now()
    if (rest > 0) await wait(rest, undefined, { signal })
    try {
      return await ask(question, signal)
    } finally {
      host.ended = performance.now()
    }
  }

  /** Reads robots.txt; gives the failure where nothing may be asked because of it. */
  const readRobots = async (host: Host, target: URL, signal: AbortSignal) => {
    const url = new URL('/robots.txt', target).href
    const question = { url, maxBytes: ROBOTS_BYTES, accept: 'text/plain' }
    let answer = await paced(host, question, signal)
    // a redirect within the host is followed; what leads elsewhere says nothing of this host
    const to = answer.kind === 'redirect' && URL.canParse(answer.to, url) ? new URL(answer.to, url) : null
    if (to?.origin === target.origin) answer = await paced(host, { ...question, url: to.href }, signal)
    if (answer.kind === 'failed' && isIll(answer)) return answer
    host.robots = { until: performance.now() + UNSURE_MS, allows: () => true }
    if (answer.kind !== 'body') return null
    const rules = parseRobots(url, new TextDecoder().decode(answer.bytes))
    const delay = rules.getCrawlDelay(userAgent) ?? 0
    host.pauseMs = Math.max(pauseMs, Math.min(delay * 1000, LONGEST_PAUSE_MS))
    host.robots = {
      until: performance.now() + FRESH_MS,
      allows: (page) => rules.isAllowed(page, userAgent) !== false,
    }
    return null
  }

  const answerFor = async (
    host: Host,
    target: URL,
    question: FetchQuestion,
    signal: AbortSignal,
  ): Promise<Answer> => {
    if (!heeds) return paced(host, question, signal)
    if (host.robots === null || host.robots.until < performance.now()) {
      const ill = await readRobots(host, target, signal)
      if (ill) return ill
    }
    if (host.robots?.allows(target.href) === false)
      return failed('robots.txt does not allow it', { lasting: true })
    return paced(host, question, signal)
  }

  return {
    /** Waits for its turn at the host, then asks. */
    inTurn(target: URL, question: FetchQuestion, signal: AbortSignal): Promise<Answer> {
      const host = hostOf(target)
      const answer = host.turn.then(() =>
        signal.aborted ? failed('was stopped') : answerFor(host, target, question, signal),
      )
      host.turn = answer.catch(() => undefined)
      return answer.catch(() => failed('was stopped'))
    },
  }
}
