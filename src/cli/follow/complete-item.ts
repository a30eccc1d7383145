import { readSources, type Source } from '#document'
import type { Fetched } from '#fetch'
import type { Feed } from './feed-list.ts'

/** A text shorter than this, in characters, is taken for the beginning of a longer one. */
const STUB_LENGTH = 700
const CUT_OFF =
  /(?:\[(?:…|\.\.\.|&hellip;)\]|…|\.\.\.|\b(?:read more|continue reading|weiterlesen|lire la suite)\W*)$/i

/** Is the item's page to be fetched? */
export function wantsPage({ text, url }: Source, pages: Feed['pages']): boolean {
  if (pages === 'never' || !url || !/^https?:/i.test(url)) return false
  const words = text.trimEnd()
  return pages === 'always' || words.length < STUB_LENGTH || CUT_OFF.test(words.slice(-40))
}

/** The item with the text of its page, where that holds more; null where the page holds none. */
export function withPage(item: Source, page: Extract<Fetched, { kind: 'body' }>): Source | null {
  if (!/^(?:text\/(?:html|plain)|application\/xhtml\+xml|)$/.test(page.type)) return null
  const hints = { name: page.url, ...(page.charset === null ? {} : { charset: page.charset }) }
  const [reading] = readSources(page.bytes, hints)
  if (reading?.kind !== 'source' || reading.source.text.length <= item.text.length) return null
  const { text, title, published, language, subjects = [] } = reading.source
  return {
    ...item,
    text,
    title: item.title ?? title ?? null,
    published: item.published ?? published ?? null,
    language: language ?? item.language ?? null,
    subjects: [...(item.subjects ?? []), ...subjects],
  }
}
