import { htmlLines } from './html-lines.ts'
import { isoDate } from './iso-date.ts'
import { contentOf, openHtml } from './open-html.ts'
import { at, descendants, lineOf, textOf, type XmlElement, xmlLines } from './parse-xml.ts'
import { found, type Reading, refusal } from './reading.ts'

/** Reads NewsML-G2: each news item with text is a document; withdrawn items and items without text are refused. */
export function* readNewsmlG2(root: XmlElement): Generator<Reading> {
  const items = root.name === 'newsItem' ? [root] : [...descendants(root, 'newsItem')]
  if (items.length === 0) yield refusal('is NewsML-G2 without a news item')
  const many = items.length > 1
  for (const [i, item] of items.entries()) yield readItem(item, many ? `item ${i + 1}` : null)
}

function readItem(item: XmlElement, place: string | null): Reading {
  const status = at(item, 'itemMeta', 'pubStatus')?.attributes.get('qcode') ?? 'usable'
  if (/cancell?ed|withheld|killed?/.test(status))
    return refusal(`was withdrawn by its publisher (${status})`, place)
  const content = contentLines(item)
  const title =
    lineOf(at(item, 'contentMeta', 'headline')) ??
    lineOf(at(item, 'contentSet', 'hl1')) ??
    lineOf(at(item, 'contentSet', 'h1')) ??
    lineOf(at(item, 'itemMeta', 'title'))
  const lines = content.filter((line) => line !== title)
  if (lines.length === 0) return refusal('is a news item without text', place)
  const date =
    lineOf(at(item, 'itemMeta', 'versionCreated')) ?? lineOf(at(item, 'contentMeta', 'contentCreated'))
  return found(
    {
      text: lines.join('\n\n'),
      title,
      published: date && isoDate(date),
      source: nameOf(at(item, 'contentMeta', 'infoSource')) ?? nameOf(at(item, 'itemMeta', 'provider')),
      externalId: item.attributes.get('guid') ?? null,
      language:
        at(item, 'contentMeta', 'language')?.attributes.get('tag') ?? item.attributes.get('lang') ?? null,
    },
    place,
  )
}

function contentLines(item: XmlElement): readonly string[] {
  const set = at(item, 'contentSet')
  if (!set) return []
  for (const inline of descendants(set, 'inlineXML')) {
    const body = at(inline, 'body.content') ?? at(inline, 'body') ?? inline
    // the page's own header repeats what the item says of itself
    const lines = xmlLines({
      ...body,
      children: body.children.filter((it) => typeof it === 'string' || it.name !== 'header'),
    })
    if (lines.length > 0) return lines
  }
  for (const data of descendants(set, 'inlineData')) {
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
