import type { Subject } from '../document.ts'
import { editionOf } from './edition-of.ts'
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
  // outer news lines may hold a copyright notice alone
  const title = [...descendants(item, 'HeadLine')].map(lineOf).find((line) => line !== null) ?? null
  const lines = bestContent(item).filter((line) => line !== title)
  const edition = editionIn(item, title)
  if (lines.length === 0 && edition?.status !== 'withdrawn')
    return refusal('is a news item without text', place)
  const date = at(item, 'ThisRevisionCreated') ?? at(item, 'FirstCreated')
  const stamp = lineOf(date)
  return found(
    {
      text: withDateline(lines, lineOf(at(item, 'DateLine'))).join('\n\n'),
      title,
      published: stamp && isoDate(stamp),
      source:
        at(item, 'Provider', 'Party')?.attributes.get('FormalName') ??
        at(item, 'Source', 'Party')?.attributes.get('FormalName') ??
        lineOf(at(item, 'ProviderId')),
      externalId: lineOf(at(item, 'PublicIdentifier')),
      language: at(item, 'Language')?.attributes.get('FormalName') ?? null,
      subjects: subjectsOf(item),
      edition,
    },
    place,
  )
}

function editionIn(item: XmlElement, title: string | null) {
  const name = (path: readonly string[]) => at(item, ...path)?.attributes.get('FormalName') ?? ''
  const part = (element: string) => lineOf(at(item, 'NewsIdentifier', element))
  const ids = [part('ProviderId'), part('DateId'), part('NewsItemId')]
  const management = at(item, 'NewsManagement')
  const instructions = management ? [...descendants(management, 'Instruction')] : []
  const embargoed = /embargo/i.test(name(['NewsManagement', 'Status']))
  return editionOf({
    item: ids.every((id) => id !== null) ? ids.join(':') : null,
    version: part('RevisionId'),
    status: name(['NewsManagement', 'Status']),
    signals: instructions.map((it) => it.attributes.get('FormalName') ?? ''),
    embargo: embargoed ? lineOf(at(management, 'StatusWillChange', 'DateAndTime')) : null,
    note: [...descendants(item, 'NewsLine')].map(editorsNote).find((line) => line !== null) ?? null,
    title,
  })
}

const editorsNote = (line: XmlElement): string | null =>
  /ed(?:itor(?:ial)?)?s?.?note|advisory/i.test(at(line, 'NewsLineType')?.attributes.get('FormalName') ?? '')
    ? lineOf(at(line, 'NewsLineText'))
    : null

/** `SubjectCode` holds the three levels of the IPTC subject codes; slug lines name the story. */
function subjectsOf(item: XmlElement): readonly Subject[] {
  const codes = ['Subject', 'SubjectMatter', 'SubjectDetail'].flatMap((level) =>
    [...descendants(item, level)].flatMap(({ attributes }) => {
      const code = attributes.get('FormalName')
      return code ? [{ scheme: 'subj', code, name: null }] : []
    }),
  )
  const slug = lineOf(at(item, 'SlugLine')) ?? lineOf(at(item, 'NameLabel'))
  return slug === null ? codes : [...codes, { scheme: 'slug', code: slug, name: null }]
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
