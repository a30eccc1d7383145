import { createHash } from 'node:crypto'
import { CUT_OFF, readSources, type Source } from '#document'
import type { FeedState, PendingItem } from './feed-state.ts'

/** A text shorter than this says too little to be known again by its words alone. */
const TELLING = 200

export type FeedItems =
  | { readonly items: readonly Source[]; readonly whole: boolean }
  | { readonly reason: string }

/** Reads a feed's items; a page in its place is no feed, but may name one. */
export function feedItems(bytes: Uint8Array, charset: string | null): FeedItems {
  const readings = [...readSources(bytes, { format: 'feed', ...(charset === null ? {} : { charset }) })]
  const items = readings.flatMap((reading) => (reading.kind === 'source' ? [reading.source] : []))
  const refused = readings.find((reading) => reading.kind === 'refusal')
  const last = readings[readings.length - 1]
  if (items.length > 0) return { items, whole: last?.kind !== 'refusal' || last.reason !== CUT_OFF }
  const reason = refused?.kind === 'refusal' ? refused.reason : 'is a feed without items'
  if (reason === 'is a feed without items') return { items, whole: true }
  const head = new TextDecoder().decode(bytes.subarray(0, 100_000))
  if (!/<html[\s>]/i.test(head)) return { reason }
  const link = /<link\b[^<>]{0,500}type=["']application\/(?:rss|atom)\+xml["'][^<>]{0,500}>/i.exec(head)?.[0]
  const named = /href=["']([^"']{1,500})["']/i.exec(link ?? '')?.[1]
  return { reason: `is a web page, no feed${named ? `; it names this feed: ${named}` : ''}` }
}

/** The items that are new or have changed since they were last kept. */
export function freshItems(items: readonly Source[], { seen, pending }: FeedState): readonly PendingItem[] {
  const digests = new Set([...seen.values()].map(({ digest }) => digest))
  const waiting = new Map(pending.map((item) => [item.key, item]))
  const fresh = new Map<string, PendingItem>()
  for (const source of items) {
    const digest = digestOf(source)
    const key = source.edition?.item ?? source.externalId ?? source.url ?? digest
    const known = waiting.get(key) ?? seen.get(key)
    if (known?.digest === digest) continue
    // a feed that gives its items new ids at every turn
    if (!known && digests.has(digest) && source.text.length >= TELLING) continue
    fresh.set(key, { key, digest, version: (known?.version ?? 0) + 1, source, attempts: 0, after: 0 })
  }
  return [...fresh.values()]
}

const digestOf = ({ title, text }: Source) =>
  createHash('sha256')
    .update(`${title ?? ''}\n${text}`)
    .digest('hex')
    .slice(0, 24)
