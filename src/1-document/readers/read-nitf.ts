import { isoDate } from './iso-date.ts'
import { at, descendants, lineOf, type XmlElement, xmlLines } from './parse-xml.ts'
import { found, type Reading, refusal } from './reading.ts'
import { withDateline } from './with-dateline.ts'

/** Reads NITF: one document. */
export function* readNitf(root: XmlElement): Generator<Reading> {
  const status = at(root, 'docdata')?.attributes.get('management-status') ?? 'usable'
  if (status === 'canceled' || status === 'withheld')
    yield refusal(`was withdrawn by its publisher (${status})`)
  else yield readBody(root)
}

function readBody(root: XmlElement): Reading {
  const title = lineOf(at(root, 'hedline', 'hl1')) ?? lineOf(at(root, 'head', 'title'))
  const lines = [...descendants(root, 'body.content')].flatMap(xmlLines).filter((line) => line !== title)
  if (lines.length === 0) return refusal('is NITF without text')
  const date = at(root, 'date.issue') ?? at(root, 'date.release') ?? at(root, 'story.date')
  const norm = date?.attributes.get('norm') ?? lineOf(date)
  return found({
    text: withDateline(lines, lineOf(at(root, 'body.head', 'dateline'))).join('\n\n'),
    title,
    published: norm && isoDate(norm),
    source: sourceOf(root),
    externalId: at(root, 'doc-id')?.attributes.get('id-string') ?? null,
    language: root.attributes.get('baselang') ?? root.attributes.get('lang') ?? null,
  })
}

function sourceOf(root: XmlElement): string | null {
  return (
    lineOf(at(root, 'distributor')) ??
    at(root, 'doc-id')?.attributes.get('regsrc') ??
    at(root, 'doc.copyright')?.attributes.get('holder') ??
    null
  )
}
