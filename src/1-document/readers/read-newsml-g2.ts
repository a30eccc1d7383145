import type { Subject } from '../document.ts'
import { editionOf } from './edition-of.ts'
import { htmlLines } from './html-lines.ts'
import { isoDate } from './iso-date.ts'
import { contentOf, openHtml } from './open-html.ts'
import { at, descendants, lineOf, textOf, type XmlElement, xmlLines } from './parse-xml.ts'
import { found, type Reading, refusal } from './reading.ts'
import { withDateline } from './with-dateline.ts'

/** Reads NewsML-G2: each news item with text is a document; items without text are refused. */
export function* readNewsmlG2(root: XmlElement): Generator<Reading> {
  const items = root.name === 'newsItem' ? [root] : [...descendants(root, 'newsItem')]
  if (root.name === 'contentSet') items.push({ name: 'newsItem', attributes: new Map(), children: [root] })
  if (items.length === 0)
    yield refusal(
      root.name === 'packageItem' || at(root, 'packageItem')
        ? 'is a NewsML-G2 package: it points at news items and holds none'
        : `is a NewsML-G2 ${root.name} without a news item`,
    )
  const many = items.length > 1
  for (const [i, item] of items.entries()) yield readItem(item, many ? `item ${i + 1}` : null)
}

function readItem(item: XmlElement, place: string | null): Reading {
  const content = contentLines(item)
  const title =
    lineOf(at(item, 'contentMeta', 'headline')) ??
    lineOf(at(item, 'contentSet', 'hl1')) ??
    lineOf(at(item, 'contentSet', 'h1')) ??
    lineOf(at(item, 'itemMeta', 'title'))
  const lines = content.filter((line) => line !== title)
  const edition = editionIn(item, title)
  if (lines.length === 0 && edition?.status !== 'withdrawn')
    return refusal(`is a news item without text${kindOf(item)}`, place)
  const date =
    lineOf(at(item, 'itemMeta', 'versionCreated')) ?? lineOf(at(item, 'contentMeta', 'contentCreated'))
  return found(
    {
      text: withDateline(lines, datelineOf(item)).join('\n\n'),
      title,
      published: date && isoDate(date),
      source: nameOf(at(item, 'contentMeta', 'infoSource')) ?? nameOf(at(item, 'itemMeta', 'provider')),
      externalId: item.attributes.get('guid') ?? null,
      language:
        at(item, 'contentMeta', 'language')?.attributes.get('tag') ?? item.attributes.get('lang') ?? null,
      subjects: subjectsOf(item),
      edition,
    },
    place,
  )
}

/** What a news item is that has no text: a picture, a graphic. */
function kindOf(item: XmlElement): string {
  const kind = at(item, 'itemMeta', 'itemClass')?.attributes.get('qcode')?.replace(/^.*:/, '') ?? 'text'
  return kind === 'text' ? '' : `: it is of the class ${kind.slice(0, 40)}`
}

function editionIn(item: XmlElement, title: string | null) {
  const meta = at(item, 'itemMeta')
  const codes = (name: string) =>
    meta ? [...descendants(meta, name)].map((it) => it.attributes.get('qcode') ?? '') : []
  // Reuters says of an edition: C corrected, D deleted, R refiled
  const reuters = { 'edStat:C': 'correction', 'edStat:D': 'kill', 'edStat:R': 'refile' } as const
  const signals = codes('signal').map((code) => reuters[code as keyof typeof reuters] ?? code)
  return editionOf({
    item: item.attributes.get('guid') ?? null,
    version: item.attributes.get('version') ?? null,
    status: codes('pubStatus')[0] ?? null,
    signals,
    embargo: lineOf(at(meta, 'embargoed')),
    note: lineOf(at(meta, 'edNote')),
    title,
  })
}

function subjectsOf(item: XmlElement): readonly Subject[] {
  const meta = at(item, 'contentMeta')
  if (!meta) return []
  const slug = lineOf(at(meta, 'slugline'))
  const subjects = [...descendants(meta, 'subject')].flatMap((subject) => {
    const code = subject.attributes.get('qcode') ?? subject.attributes.get('literal') ?? ''
    const [, scheme = null, own = code] = /^([^:/]+):(.+)$/.exec(code) ?? []
    const name = subject.children.find((child) => typeof child !== 'string' && child.name === 'name')
    const words = typeof name === 'object' ? lineOf(name) : null
    return own === '' ? [] : [{ scheme, code: own, name: words }]
  })
  return slug === null ? subjects : [...subjects, { scheme: 'slug', code: slug, name: null }]
}

/** Some agencies put a place into the dateline, others a time stamp. */
function datelineOf(item: XmlElement): string | null {
  const line = lineOf(at(item, 'contentMeta', 'dateline'))
  return line !== null && line.length < 60 && /^\p{L}/u.test(line) ? line : null
}

const isEscaped = ({ children }: XmlElement) =>
  children.every((child) => typeof child === 'string') &&
  children.some((child) => /<[a-z]/i.test(String(child)))

/** Inline XML without a body is text where its elements are those of text: lists of events and results are data. */
function plainBody(inline: XmlElement): XmlElement | null {
  const [first] = inline.children.filter((child) => typeof child !== 'string')
  const isText =
    !first ||
    /^(?:html|nitf|div|section|article|p|h[1-6]|hl[12]|block|text|ul|ol|table|pre)$/.test(first.name)
  return isText || !first ? inline : null
}

function contentLines(item: XmlElement): readonly string[] {
  const set = at(item, 'contentSet')
  if (!set) return []
  for (const inline of descendants(set, 'inlineXML')) {
    const body = at(inline, 'body.content') ?? at(inline, 'body') ?? plainBody(inline)
    if (body === null || isEscaped(inline)) continue
    // the page's own header repeats what the item says of itself
    const lines = xmlLines({
      ...body,
      children: body.children.filter((it) => typeof it === 'string' || it.name !== 'header'),
    })
    if (lines.length > 0) return lines
  }
  // some write a page into inline XML as escaped text
  for (const data of [
    ...descendants(set, 'inlineData'),
    ...[...descendants(set, 'inlineXML')].filter(isEscaped),
  ]) {
    const raw = textOf(data)
    const page = /<[a-z]/i.test(raw) ? openHtml(raw) : null
    const lines = page ? htmlLines(contentOf(page)) : raw.split(/\n\s*\n/).map((line) => line.trim())
    if (lines.some((line) => line !== '')) return lines
  }
  return []
}

/** Parties are named in an attribute or in an element. */
function nameOf(party: XmlElement | null): string | null {
  if (!party) return null
  return (
    lineOf(at(party, 'name')) ??
    party.attributes.get('literal') ??
    party.attributes.get('qcode')?.replace(/^.*:/, '') ??
    null
  )
}
