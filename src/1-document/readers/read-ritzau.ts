import { decodeEntities } from './decode-entities.ts'
import { editionOf } from './edition-of.ts'
import { htmlLines } from './html-lines.ts'
import { isoDate } from './iso-date.ts'
import { contentOf, openHtml } from './open-html.ts'
import { at, descendants, lineOf, textOf, type XmlElement } from './parse-xml.ts'
import { found, type Reading, refusal } from './reading.ts'

/** Reads Ritzau's XML: news items whose content is escaped HTML. */
export function* readRitzau(root: XmlElement): Generator<Reading> {
  const items = root.name === 'RBNews' ? [root] : [...descendants(root, 'RBNews')]
  if (items.length === 0) yield refusal('is a Ritzau message without news')
  for (const [i, item] of items.entries()) yield readItem(item, items.length > 1 ? `item ${i + 1}` : null)
}

function readItem(item: XmlElement, place: string | null): Reading {
  const content = at(item, 'content')
  const page = content && openHtml(textOf(content).replace(/&amp;(\w+;)/g, '&$1'))
  const lines = page ? htmlLines(contentOf(page)) : []
  const title = lineOf(at(item, 'headline'))
  const flag = (name: string) => lineOf(at(item, name)) === 'true'
  const edition = editionOf({
    item: lineOf(at(item, 'Replaces')) ?? lineOf(at(item, 'NewsID')),
    version: lineOf(at(item, 'version')),
    signals: [flag('Annuleret') ? 'cancelled' : '', flag('Korrektion') ? 'correction' : ''],
    title,
  })
  if (lines.length === 0 && edition?.status !== 'withdrawn')
    return refusal('is a news item without text', place)
  const section = lineOf(at(item, 'section'))
  const date = lineOf(at(item, 'PublishDate'))
  return found(
    {
      text: lines.join('\n\n'),
      title: title && decodeEntities(title),
      published: date && isoDate(date),
      source: sourceOf(lineOf(at(item, 'origin'))),
      externalId: lineOf(at(item, 'NewsID')),
      subjects: section ? [{ scheme: 'section', code: section, name: null }] : [],
      edition,
    },
    place,
  )
}

/** "/ritzau/", "Via Ritzau", "/ritzau/AFP" */
const sourceOf = (origin: string | null) =>
  origin
    ?.slice(0, 200)
    .replace(/^via /i, '')
    .replace(/^\/+|\/+$/g, '') || 'Ritzau'
