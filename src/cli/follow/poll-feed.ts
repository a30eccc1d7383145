import type { Source } from '#document'
import type { Fetcher } from '#fetch'
import type { Kept } from './coding-lane.ts'
import { wantsPage, withPage } from './complete-item.ts'
import { feedItems, freshItems } from './feed-items.ts'
import type { Feed } from './feed-list.ts'
import type { FeedState, PendingItem, StateFolder } from './feed-state.ts'

/** What a poll needs beside the feed and its state. */
export interface PollTools {
  readonly fetcher: Fetcher
  readonly states: StateFolder
  readonly maxBytes: number
  /** How often this feed is asked, in milliseconds. */
  readonly everyMs: number
  /** Ask the feed even before its time. */
  readonly once: boolean
  readonly signal: AbortSignal
  now(): number
  /** Codes a document and keeps it. */
  code(name: string, place: string, source: Source): Promise<Kept>
}

/** What came of a poll. */
export interface PollReport {
  /** Why the feed could not be read; null if it could. */
  readonly failure: string | null
  /** Where the feed has moved for good; null if it has not. */
  readonly moved: string | null
  readonly fresh: number
  readonly added: number
  /** Kept with what the feed says alone: the page could not be had. */
  readonly stubs: number
  /** Put off: their pages are tried again later. */
  readonly waiting: number
  readonly refused: readonly string[]
}

const FEEDS =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5'
const PAGES = 'text/html, application/xhtml+xml, text/plain;q=0.5'

/** A page that cannot be fetched is tried so often, then the feed's own words are taken. */
const MOST_ATTEMPTS = 4
const FIRST_WAIT_MS = 10 * 60_000
const LONGEST_WAIT_MS = 24 * 3_600_000
/** So many items are completed before the state is written anew. */
const CHUNK = 16

/**
 * Asks a feed once and keeps what is new. The feed's validators and the new items are written down together before
 * anything is done with the items, and each item leaves the list only when it is kept: whenever this is killed, the
 * next poll goes on where it stopped, and what is done twice is kept once.
 */
export async function pollFeed(feed: Feed, state: FeedState, tools: PollTools): Promise<PollReport> {
  // between two polls only pages that were put off are tried again
  const isDue = tools.once || state.next <= tools.now()
  const asked = isDue ? await askFeed(feed, state, tools) : NOTHING
  const kept = await keepPending(feed, state, tools)
  return { ...asked, ...kept }
}

const NOTHING = { failure: null, moved: null, fresh: 0 } as const

async function askFeed(feed: Feed, state: FeedState, tools: PollTools) {
  const { etag, lastModified } = state
  const { maxBytes, signal } = tools
  const answer = await tools.fetcher.fetch(
    { url: feed.url, maxBytes, accept: FEEDS, etag, lastModified },
    signal,
  )
  if (signal.aborted) return NOTHING
  if (answer.kind === 'failed') return putOff(answer.reason, answer.retryAfterSeconds, state, tools)
  if (answer.kind === 'body') {
    const read = feedItems(answer.bytes, answer.charset)
    if ('reason' in read) return putOff(read.reason, null, state, tools)
    const fresh = freshItems(read.items, state)
    const renewed = new Set(fresh.map(({ key }) => key))
    state.pending = [...state.pending.filter(({ key }) => !renewed.has(key)), ...fresh]
    // of a feed that was cut off the rest is to be had next time
    state.etag = read.whole ? answer.etag : null
    state.lastModified = read.whole ? answer.lastModified : null
    await settleDown(state, tools)
    return { failure: null, moved: answer.moved, fresh: fresh.length }
  }
  await settleDown(state, tools)
  return NOTHING
}

async function settleDown(state: FeedState, { everyMs, now, states }: PollTools) {
  state.failures = 0
  state.notBefore = 0
  state.next = now() + everyMs
  await states.save(state)
}

/** Each failure doubles the wait, up to a day; a server that names a time is given it. */
async function putOff(reason: string, retryAfterSeconds: number | null, state: FeedState, tools: PollTools) {
  const { everyMs, now, states } = tools
  state.failures++
  const wait = Math.min(everyMs * 2 ** Math.min(state.failures, 20), Math.max(LONGEST_WAIT_MS, everyMs))
  if (retryAfterSeconds !== null) state.notBefore = now() + retryAfterSeconds * 1000
  state.next = Math.max(now() + wait, state.notBefore)
  await states.save(state)
  return { ...NOTHING, failure: reason }
}

async function keepPending(feed: Feed, state: FeedState, tools: PollTools) {
  const counts = { added: 0, stubs: 0 }
  const refused: string[] = []
  const due = state.pending.filter(({ after }) => after <= tools.now())
  for (let at = 0; at < due.length && !tools.signal.aborted; at += CHUNK) {
    const outcomes = await Promise.all(due.slice(at, at + CHUNK).map((item) => keepItem(feed, item, tools)))
    for (const { item, kept, stub } of outcomes) {
      if (kept === null) continue
      state.pending = state.pending.filter(({ key }) => key !== item.key)
      state.seen.delete(item.key) // so that it moves to the end
      state.seen.set(item.key, { digest: item.digest, version: item.version })
      if (typeof kept === 'object') refused.push(`${item.key}: ${kept.reason}`)
      else {
        if (kept !== 'unchanged') counts.added++
        if (stub) counts.stubs++
      }
    }
    await tools.states.save(state)
  }
  return { ...counts, refused, waiting: state.pending.length }
}

/** Completes an item with its page and keeps it; `kept` is null where it is put off. */
async function keepItem(feed: Feed, item: PendingItem, tools: PollTools) {
  const completed = wantsPage(item.source, feed.pages)
    ? await fetchPage(item, tools)
    : { source: item.source, stub: false }
  if (completed === null || tools.signal.aborted) return { item, kept: null, stub: false }
  const { edition } = item.source
  const source: Source = {
    ...completed.source,
    source: feed.source ?? completed.source.source ?? new URL(feed.url).hostname,
    language: completed.source.language ?? feed.language ?? null,
    edition: {
      status: 'usable',
      embargo: null,
      note: null,
      ...edition,
      item: item.key,
      version: item.version,
    },
  }
  return { item, kept: await tools.code(feed.url, item.key, source), stub: completed.stub }
}

async function fetchPage(item: PendingItem, { fetcher, maxBytes, signal, now }: PollTools) {
  const { source } = item
  const answer = await fetcher.fetch({ url: source.url ?? '', maxBytes, accept: PAGES }, signal)
  if (answer.kind === 'body') {
    const page = withPage(source, answer)
    return { source: page ?? source, stub: page === null }
  }
  if (signal.aborted) return null
  if (answer.kind === 'failed' && !answer.lasting && item.attempts < MOST_ATTEMPTS) {
    const wait = Math.max(FIRST_WAIT_MS * 2 ** item.attempts, (answer.retryAfterSeconds ?? 0) * 1000)
    item.attempts++
    item.after = now() + wait
    return null
  }
  return { source, stub: true }
}
