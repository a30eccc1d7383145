import { htmlLines } from './html-lines.ts'
import { isoDate } from './iso-date.ts'
import { contentOf, openHtml } from './open-html.ts'
import { at, descendants, lineOf, textOf, type XmlElement, xmlLines } from './parse-xml.ts'
import { found, type Reading, refusal } from './reading.ts'
import { withDateline } from './with-dateline.ts'

/** Reads NewsML 1: the text of each news item. */
export function* readNewsml1(root: XmlElement): Generator<Reading> {
  const items = [...descendants(root, 'NewsItem')]
  if (items.length === 0) yield refusal('is NewsML without a news item')
  for (const [i, item] of items.entries()) yield readItem(item, items.length > 1 ? `item ${i + 1}` : null)
}

function readItem(item: XmlElement, place: string | null): Reading {
  const status = at(item, 'NewsManagement', 'Status')?.attributes.get('FormalName') ?? 'Usable'
  if (/cancell?ed|withheld|kill/i.test(status))
    return refusal(`was withdrawn by its publisher (${status})`, place)
  const title = lineOf(at(item, 'NewsLines', 'HeadLine'))
  const lines = bestContent(item).filter((line) => line !== title)
  if (lines.length === 0) return refusal('is a news item without text', place)
  const date = at(item, 'ThisRevisionCreated') ?? at(item, 'FirstCreated')
  const stamp = lineOf(date)
  return found(
    {
      text: withDateline(lines, lineOf(at(item, 'NewsLines', 'DateLine'))).join('\n\n'),
      title,
      published: stamp && isoDate(stamp),
      source:
        at(item, 'Provider', 'Party')?.attributes.get('FormalName') ??
        at(item, 'Source', 'Party')?.attributes.get('FormalName') ??
        lineOf(at(item, 'ProviderId')),
      externalId: lineOf(at(item, 'PublicIdentifier')),
      language: at(item, 'Language')?.attributes.get('FormalName') ?? null,
    },
    place,
  )
}

/** Items carry their text in several forms; the one with the most words is the text. */
function bestContent(item: XmlElement): readonly string[] {
  let best: readonly string[] = []
  for (const content of descendants(item, 'ContentItem')) {
    const mime = at(content, 'MimeType')?.attributes.get('FormalName') ?? ''
    if (/css|javascript|image|video|audio|pdf/i.test(mime)) continue
    const data = at(content, 'DataContent')
    const lines = data ? dataLines(data) : []
    if (lines.join(' ').length > best.join(' ').length) best = lines
  }
  return best
}

function dataLines(data: XmlElement): readonly string[] {
  const body = at(data, 'body.content') ?? at(data, 'body')
  if (body) return xmlLines(body)
  const raw = textOf(data)
  if (data.children.every((child) => typeof child === 'string') && /<[a-z]/i.test(raw)) {
    const page = openHtml(raw)
    if (page) return htmlLines(contentOf(page))
  }
  return xmlLines(data)
}
