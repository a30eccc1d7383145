import { decodeEntities } from './decode-entities.ts'
import { isoDate } from './iso-date.ts'
import { found, type ReadHints, type Reading, refusal } from './reading.ts'

/** Reads the SGML of the Reuters-21578 collection: a document a `REUTERS` element. */
export function* readReutersSgml(text: string, _hints: ReadHints): Generator<Reading> {
  let any = false
  for (let start = text.indexOf('<REUTERS'); start >= 0; ) {
    const next = text.indexOf('<REUTERS', start + 8)
    any = true
    yield readOne(text.slice(start, next < 0 ? text.length : next))
    start = next
  }
  if (!any) yield refusal('is SGML without a REUTERS element')
}

function readOne(element: string): Reading {
  const id = /\bNEWID="(\d+)"/.exec(element.slice(0, 400))?.[1] ?? null
  const place = id && `story ${id}`
  const title = inside(element, 'TITLE')
  const body = inside(element, 'BODY') ?? unprocessed(element)
  if (!body && !title) return refusal('has neither title nor text', place)
  const dateline = inside(element, 'DATELINE')?.trim() ?? ''
  const text = `${dateline === '' ? '' : `${dateline} `}${body ?? ''}`
    .trimEnd()
    .replace(/reuter$/i, '')
    .trimEnd()
  const date = inside(element, 'DATE')
  return found(
    {
      text,
      title: title?.replace(/\s+/g, ' ').trim() ?? null,
      published: date && isoDate(date),
      source: 'Reuters',
      externalId: id,
      language: 'en',
      subjects: ['TOPICS', 'PLACES', 'PEOPLE', 'ORGS'].flatMap((name) =>
        [...(rawInside(element, name) ?? '').matchAll(/<D>([^<]{1,80})<\/D>/g)].map(([, code = '']) => ({
          scheme: name.toLowerCase(),
          code,
          name: null,
        })),
      ),
    },
    place,
  )
}

function inside(element: string, name: string): string | null {
  const words = rawInside(element, name)
  return words === null ? null : clean(words)
}

function rawInside(element: string, name: string): string | null {
  const start = element.indexOf(`<${name}>`)
  const end = element.indexOf(`</${name}>`, start)
  return start < 0 || end < 0 ? null : element.slice(start + name.length + 2, end)
}

/** `<TEXT TYPE="UNPROC">` holds the story as it came. */
function unprocessed(element: string): string | null {
  const parts = /<TEXT TYPE="UNPROC">([\s\S]*?)<\/TEXT>/.exec(element)
  return parts ? clean(parts[1] ?? '') : null
}

const clean = (words: string) =>
  decodeEntities(
    words
      .replace(/&#(?:[0-9]|[12][0-9]|3[01]|127);|\p{Cc}(?<![\n\r\t])/gu, '')
      .replaceAll('&lt;', '‹')
      .replaceAll('&gt;', '›'),
  )
    .replaceAll('‹', '<')
    .replaceAll('›', '>')
