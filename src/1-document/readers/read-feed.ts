import { parseFeed } from 'feedsmith'
import type { Source } from '../document.ts'
import { editionOf } from './edition-of.ts'
import { htmlLines } from './html-lines.ts'
import { isBoilerplate } from './is-boilerplate.ts'
import { isoDate } from './iso-date.ts'
import { contentOf, openHtml } from './open-html.ts'
import { found, type ReadHints, type Reading, refusal } from './reading.ts'

/** An item's fields under whatever names its kind of feed gives them. */
interface Item {
  readonly id: unknown
  readonly title: unknown
  readonly url: unknown
  readonly published: unknown
  /** The longest of what the item tells, as HTML or text. */
  readonly bodies: readonly unknown[]
  readonly categories: readonly unknown[]
}

interface Feed {
  readonly source: unknown
  readonly language: unknown
  readonly items: readonly Item[]
}

type Json = { readonly [key: string]: unknown }

/** The reason why the rest of a feed is missing. */
export const CUT_OFF = 'is cut off: the feed breaks off here'

/** Reads the items of RSS, Atom, RDF and JSON Feed: a document each. */
export function* readFeed(text: string, _hints: ReadHints): Generator<Reading> {
  const whole = openFeed(text)
  const mended = 'reason' in whole ? mend(text) : null
  const feed = mended === null ? whole : openFeed(mended.text)
  if ('reason' in feed) {
    yield refusal('reason' in whole ? whole.reason : feed.reason)
    return
  }
  if (feed.items.length === 0) yield refusal('is a feed without items')
  const keys = itemKeys(feed.items)
  for (const [i, item] of feed.items.entries()) yield readItem(item, feed, keys[i] ?? null, `item ${i + 1}`)
  if (mended?.cut) yield refusal(CUT_OFF, `item ${feed.items.length + 1}`)
}

/** A feed that breaks off, closed behind its last whole item, or one that lacks its channel; null where it is neither. */
function mend(text: string): { readonly text: string; readonly cut: boolean } | null {
  const [opening = '', root = ''] = /<(rss|feed|rdf:RDF)(?:\s[^>]*)?>/i.exec(text.slice(0, 20_000)) ?? []
  const item = /feed/i.test(root) ? '</entry>' : '</item>'
  const end = text.lastIndexOf(item)
  if (root === '' || end < 0) return null
  const cut = text.indexOf(`</${root}>`, end) < 0
  const isRss = /rss/i.test(root)
  const hasChannel = /<channel[\s>]/i.test(text)
  if (!cut && (hasChannel || !isRss)) return null
  const body = text.slice(0, end + item.length)
  const opened = isRss && !hasChannel ? body.replace(opening, () => `${opening}<channel>`) : body
  return { text: `${opened}${isRss ? '</channel>' : ''}</${root}>`, cut }
}

/** What names an item for good: its address, else its id, where no other item of the feed has the same. */
function itemKeys(items: readonly Item[]): readonly (string | null)[] {
  const only = (values: readonly (string | null)[]) => {
    const counts = new Map<string | null, number>()
    for (const it of values) counts.set(it, (counts.get(it) ?? 0) + 1)
    return values.map((it) => (counts.get(it) === 1 ? it : null))
  }
  const addresses = only(items.map(({ url }) => words(url).trim() || null))
  const ids = only(items.map(({ id }) => words(id).trim() || null))
  return items.map((_, i) => addresses[i] ?? ids[i] ?? null)
}

function openFeed(text: string): Feed | { reason: string } {
  try {
    const parsed = parseFeed(text.replace(/^[\s\ufeff]+/, '')) as { format: string; feed: Json }
    return FEEDS[parsed.format]?.(parsed.feed) ?? { reason: `is a feed of an unknown kind: ${parsed.format}` }
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 160) : ''
    return { reason: `is not a well-formed feed: ${why}` }
  }
}

const FEEDS: Readonly<Record<string, (feed: Json) => Feed>> = {
  rss: (feed) => ({ source: feed.title, language: feed.language, items: list(feed.items).map(rssItem) }),
  rdf: (feed) => ({
    source: feed.title,
    language: record(feed.dc).language,
    items: list(feed.items).map(rssItem),
  }),
  atom: (feed) => ({
    source: value(feed.title),
    language: feed['xml:lang'],
    items: list(feed.entries).map(atomItem),
  }),
  json: (feed) => ({ source: feed.title, language: feed.language, items: list(feed.items).map(jsonItem) }),
}

function rssItem(item: Json): Item {
  const dc = record(item.dc)
  return {
    id: record(item.guid).value ?? item.guid ?? record(item.rdf).about ?? item.link,
    title: item.title ?? dc.title,
    url: item.link,
    published: item.pubDate ?? first(dc.dates) ?? dc.date ?? record(item.dcterms).issued,
    bodies: [record(item.content).encoded, item.description, dc.description],
    categories: list(item.categories).map(({ name }) => name),
  }
}

function atomItem(entry: Json): Item {
  const links = list(entry.links)
  const link = links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0]
  return {
    id: entry.id,
    title: value(entry.title),
    url: link?.href,
    published: entry.published ?? entry.updated,
    bodies: [value(entry.content), value(entry.summary)],
    categories: list(entry.categories).map(({ label, term }) => label ?? term),
  }
}

function jsonItem(item: Json): Item {
  return {
    id: item.id,
    title: item.title,
    url: item.url ?? item.external_url,
    published: item.date_published ?? item.date_modified,
    bodies: [item.content_html, item.content_text, item.summary],
    categories: Array.isArray(item.tags) ? item.tags : [],
  }
}

function readItem(item: Item, feed: Feed, key: string | null, place: string): Reading {
  const body = item.bodies.map(words).find((text) => text !== '') ?? ''
  const title = oneLine(item.title)
  const read = plainLines(body)
  const lines = read && read.length > 1 ? read.filter((line) => !isBoilerplate(line)) : read
  if (lines === null) return refusal('nests its elements too deep for an item', place)
  if (lines.length === 0 && !title) return refusal('has neither title nor text', place)
  const published = oneLine(item.published)
  const source: Source = {
    text: lines.join('\n\n'),
    title,
    published: published && (isoDate(published) ?? published),
    source: oneLine(feed.source),
    url: oneLine(item.url),
    externalId: oneLine(item.id),
    language: oneLine(feed.language),
    subjects: item.categories.flatMap((category) => {
      const code = oneLine(category)
      return code ? [{ scheme: 'category', code, name: null }] : []
    }),
    edition: editionOf({ item: key, title }),
  }
  return found(source, place)
}

/** Feeds carry HTML, escaped or not, or plain text. */
function plainLines(body: string): readonly string[] | null {
  if (!/[<&]/.test(body))
    return body
      .split(/\n\s*\n/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  const document = openHtml(body)
  return document && htmlLines(contentOf(document))
}

function oneLine(value: unknown): string | null {
  const [line] = plainLines(words(value)) ?? []
  return line ?? null
}

const words = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
const value = (value: unknown): unknown => (typeof value === 'string' ? value : record(value).value)
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined)
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(record) : [])
