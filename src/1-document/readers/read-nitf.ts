import type { Subject } from '../document.ts'
import { editionOf } from './edition-of.ts'
import { isoDate } from './iso-date.ts'
import { at, descendants, lineOf, type XmlElement, xmlLines } from './parse-xml.ts'
import { found, type Reading, refusal } from './reading.ts'
import { withDateline } from './with-dateline.ts'

/** Reads NITF: one document. */
export function* readNitf(root: XmlElement): Generator<Reading> {
  yield readBody(root)
}

function readBody(root: XmlElement): Reading {
  const title = lineOf(at(root, 'hedline', 'hl1')) ?? lineOf(at(root, 'head', 'title'))
  const lines = [...descendants(root, 'body.content')]
    .flatMap(xmlLines)
    .map((line) => line.replace(/<script\b.*?<\/script>|<\/?[a-z][^<>]{0,300}>/gi, '').trim())
    .filter((line) => line !== '' && line !== title)
  const edition = editionIn(root, title)
  if (lines.length === 0 && edition?.status !== 'withdrawn') return refusal('is NITF without text')
  const date = at(root, 'date.issue') ?? at(root, 'date.release') ?? at(root, 'story.date')
  const norm = date?.attributes.get('norm') ?? lineOf(date)
  return found({
    text: withDateline(lines, lineOf(at(root, 'body.head', 'dateline'))).join('\n\n'),
    title,
    published: norm && isoDate(norm),
    source: sourceOf(root),
    externalId: at(root, 'doc-id')?.attributes.get('id-string') ?? null,
    language: root.attributes.get('baselang') ?? root.attributes.get('lang') ?? null,
    subjects: subjectsOf(root),
    edition,
  })
}

function editionIn(root: XmlElement, title: string | null) {
  const docdata = at(root, 'docdata')
  const unit = at(docdata, 'du-key')
  const issued = at(docdata, 'date.issue')?.attributes.get('norm') ?? ''
  const released = at(docdata, 'date.release')?.attributes.get('norm') ?? ''
  const correction = at(docdata, 'correction')
  return editionOf({
    item: unit?.attributes.get('key') ?? at(docdata, 'doc-id')?.attributes.get('id-string') ?? null,
    version: unit?.attributes.get('version') ?? unit?.attributes.get('generation') ?? null,
    status: docdata?.attributes.get('management-status') ?? null,
    signals: correction ? ['correction'] : [],
    // both stamps are written the same way; what is released later than issued is embargoed
    embargo: /^\d/.test(released) && released > issued ? released : null,
    note: at(docdata, 'ed-msg')?.attributes.get('info') || correction?.attributes.get('info') || null,
    title,
  })
}

function subjectsOf(root: XmlElement): readonly Subject[] {
  const subjects = [...descendants(root, 'tobject.subject')].flatMap(({ attributes }) => {
    const code = attributes.get('tobject.subject.refnum')
    const levels = ['type', 'matter', 'detail'].map((level) => attributes.get(`tobject.subject.${level}`))
    return code ? [{ scheme: 'subj', code, name: levels.findLast((name) => name) ?? null }] : []
  })
  const keywords = [...descendants(root, 'keyword')].flatMap((element) => {
    const code = element.attributes.get('key') ?? lineOf(element)
    return code ? [{ scheme: 'keyword', code, name: null }] : []
  })
  return [...subjects, ...keywords]
}

function sourceOf(root: XmlElement): string | null {
  return (
    lineOf(at(root, 'distributor')) ??
    at(root, 'doc-id')?.attributes.get('regsrc') ??
    at(root, 'doc.copyright')?.attributes.get('holder') ??
    null
  )
}
