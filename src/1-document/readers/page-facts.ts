import { decodeEntities } from './decode-entities.ts'
import type { DomDocument } from './dom.ts'
import { isoDate } from './iso-date.ts'

/** What a page says of itself in JSON-LD, Open Graph and other meta elements. */
export interface PageFacts {
  readonly title: string | null
  readonly published: string | null
  readonly description: string | null
  readonly site: string | null
  readonly url: string | null
  readonly language: string | null
  readonly authors: readonly string[]
  /** Where in the outlet the page stands, e.g. "World". */
  readonly sections: readonly string[]
  /** JSON-LD `articleBody`, if the page carries its text there. */
  readonly body: string | null
}

type Json = { readonly [key: string]: unknown }

const ARTICLE_TYPES = /(?:Article|Posting|Report|NewsItem|Review|WebPage)$/

/** Reads what a page says of itself, JSON-LD first. */
export function pageFacts(document: DomDocument): PageFacts {
  const ld = jsonLd(document)
  const meta = metaOf(document)
  const date =
    text(ld?.datePublished) ??
    meta(
      'article:published_time',
      'og:article:published_time',
      'datepublished',
      'parsely-pub-date',
      'publish-date',
      'publication_date',
      'pubdate',
      'dc.date.issued',
      'dc.date',
      'dcterms.created',
      'sailthru.date',
      'date',
      'article.published',
      'cxenseparse:recs:publishtime',
    ) ??
    document.querySelector('time[datetime]')?.getAttribute('datetime') ??
    null
  return {
    title: titleOf(document, text(ld?.headline) ?? meta('og:title', 'twitter:title', 'dc.title', 'headline')),
    published: date && isoDate(date),
    description:
      meta('og:description', 'description', 'twitter:description', 'dc.description') ?? text(ld?.description),
    site: meta('og:site_name', 'application-name') ?? nameOf(ld?.publisher),
    url: canonical(document) ?? meta('og:url') ?? text(ld?.url),
    language: document.documentElement?.getAttribute('lang') ?? text(ld?.inLanguage),
    authors: authorsOf(ld?.author, meta('author', 'article:author', 'byl', 'parsely-author')),
    sections: sectionsOf(ld?.articleSection, meta('article:section')),
    body: text(ld?.articleBody),
  }
}

function sectionsOf(value: unknown, named: string | null): readonly string[] {
  const told = (Array.isArray(value) ? value : [value]).map(text)
  return [...new Set([...told, named].filter((name): name is string => name !== null && name.length < 60))]
}

function authorsOf(value: unknown, named: string | null): readonly string[] {
  const people = Array.isArray(value) ? value.map(nameOf) : [nameOf(value)]
  return [...people, named?.replace(/^by /i, '') ?? null].filter(
    (name) => name !== null && /^[^/]{4,60}$/.test(name),
  ) as string[]
}

/** What stands over the text; search engines and networks are often told something shorter. */
function titleOf(document: DomDocument, told: string | null): string | null {
  const plain = told && decodeEntities(told)
  const headings = [...document.querySelectorAll('h1')].map(({ textContent }) =>
    text(textContent?.replace(/\s+/g, ' ')),
  )
  const heading = headings.find((words) => words !== null && (plain === null || isLike(words, plain)))
  return heading ?? plain ?? text(document.querySelector('title')?.textContent)
}

/** Do half of the words of the shorter one stand in the other? */
function isLike(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const shared = [...left].filter((word) => right.has(word)).length
  return shared >= Math.max(2, Math.min(left.size, right.size) * 0.5)
}

const wordsOf = (line: string) => new Set(line.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])

function metaOf(document: DomDocument) {
  const found = new Map<string, string>()
  for (const element of document.querySelectorAll('meta[content]')) {
    const name =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop')
    const content = text(element.getAttribute('content'))
    if (name && content && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), content)
  }
  return (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = found.get(name)
      if (value) return value
    }
    return null
  }
}

function canonical(document: DomDocument): string | null {
  const href = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? ''
  return /^https?:\/\//.test(href) ? href : null
}

/** The first JSON-LD object that describes an article. */
function jsonLd(document: DomDocument): Json | null {
  const candidates: Json[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const value = parseJson(script.textContent ?? '')
    for (const item of flatten(value, 0)) candidates.push(item)
  }
  const articles = candidates.filter((item) => types(item).some((type) => ARTICLE_TYPES.test(type)))
  return (
    articles.find((item) => text(item.articleBody)) ??
    articles.find((item) => text(item.headline)) ??
    articles.find((item) => text(item.datePublished)) ??
    null
  )
}

function parseJson(words: string): unknown {
  try {
    return JSON.parse(words.replace(/\p{Cc}+/gu, ' '))
  } catch {
    return null // a page's JSON-LD is a bonus; broken ones are common
  }
}

function* flatten(value: unknown, depth: number): Generator<Json> {
  if (depth > 4 || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) for (const item of value) yield* flatten(item, depth + 1)
  else {
    const item = value as Json
    yield item
    yield* flatten(item['@graph'], depth + 1)
    yield* flatten(item.mainEntity, depth + 1)
    yield* flatten(item.mainEntityOfPage, depth + 1)
  }
}

const types = (item: Json): readonly string[] => {
  const type = item['@type']
  return Array.isArray(type)
    ? type.filter((name) => typeof name === 'string')
    : typeof type === 'string'
      ? [type]
      : []
}

const nameOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null ? text((value as Json).name) : text(value)

function text(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const words = value.trim()
  return words === '' ? null : words
}
