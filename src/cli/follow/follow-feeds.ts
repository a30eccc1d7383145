import { setTimeout as wait } from 'node:timers/promises'
import type { Feed } from './feed-list.ts'
import type { FeedState } from './feed-state.ts'
import { type PollReport, type PollTools, pollFeed } from './poll-feed.ts'

interface FollowOptions {
  readonly feeds: readonly Feed[]
  readonly everyMs: number
  /** With `once`: each feed is asked once, whatever its time, unless its server asked to wait; then this ends. */
  readonly tools: Omit<PollTools, 'everyMs'>
  onReport(feed: Feed, report: PollReport): void
  /** A feed was not asked, because its server asked to wait. */
  onWait(feed: Feed, state: FeedState): void
}

/** So many feeds are asked at a time; each host still gets one request at a time. */
const AT_ONCE = 16
/** The longest sleep: a clock that was set, or a laptop that slept, is noticed. */
const LONGEST_SLEEP_MS = 60_000

interface Followed {
  readonly feed: Feed
  readonly state: FeedState
  running: boolean
  done: boolean
}

/** Asks each feed when it is due, until it is stopped. */
export async function followFeeds(options: FollowOptions): Promise<void> {
  const { tools, onWait } = options
  const { signal, now, once } = tools
  const followed: Followed[] = []
  for (const feed of options.feeds)
    followed.push({ feed, state: await tools.states.load(feed.url), running: false, done: false })
  const polls = new Set<Promise<void>>()
  while (!signal.aborted) {
    for (const it of followed) {
      if (polls.size >= AT_ONCE) break
      if (it.running || it.done || dueAt(it, once) > now()) continue
      polls.add(track(poll(it, options), polls))
    }
    if (once && polls.size === 0) break
    await nextChange(followed, polls, tools)
  }
  await Promise.all(polls)
  for (const { feed, state, done } of followed) if (once && !done && !signal.aborted) onWait(feed, state)
}

/** Forgets a poll when it has ended; the first fault ends all. */
function track(poll: Promise<void>, polls: Set<Promise<void>>): Promise<void> {
  const tracked = poll.finally(() => polls.delete(tracked))
  return tracked
}

async function poll(it: Followed, { everyMs, tools, onReport }: FollowOptions) {
  const { feed, state } = it
  it.running = true
  try {
    const report = await pollFeed(feed, state, { ...tools, everyMs: feed.every ?? everyMs })
    if (!tools.signal.aborted) onReport(feed, report)
  } finally {
    it.running = false
    it.done = true
  }
}

/** A feed is due at its own time, and when a page that was put off is. */
function dueAt({ state }: Followed, once: boolean): number {
  if (once) return state.notBefore
  const page = state.pending.reduce((first, { after }) => Math.min(first, after), Number.POSITIVE_INFINITY)
  return Math.max(Math.min(state.next, page), state.notBefore)
}

async function nextChange(
  followed: readonly Followed[],
  polls: ReadonlySet<Promise<void>>,
  { signal, now, once }: Omit<PollTools, 'everyMs'>,
) {
  if (!once) for (const it of followed) it.done = false
  const idle = followed.filter(({ running, done }) => !running && !done)
  const next = idle.reduce((first, it) => Math.min(first, dueAt(it, once)), Number.POSITIVE_INFINITY)
  const sleep =
    polls.size >= AT_ONCE ? LONGEST_SLEEP_MS : Math.min(Math.max(next - now(), 0), LONGEST_SLEEP_MS)
  const woken = new AbortController()
  const nap = wait(sleep, undefined, { signal: AbortSignal.any([signal, woken.signal]) }).catch(
    () => undefined, // woken early, or stopped
  )
  await Promise.race([nap, ...polls])
  woken.abort()
}
