import { isoDate } from './iso-date.ts'
import { found, type ReadHints, type Reading, refusal } from './reading.ts'

const SOH = '\u0001'
const STX = '\u0002'
const ETX = '\u0003'

/** Reads wire text: IPTC 7901 (Europe) and ANPA 1312 (North America), a document a message. */
export function* readWire(text: string, _hints: ReadHints): Generator<Reading> {
  const [, ...messages] = text.split(SOH)
  for (const [i, message] of messages.entries())
    yield readMessage(message, messages.length > 1 ? `message ${i + 1}` : null)
}

function readMessage(message: string, place: string | null): Reading {
  const start = message.indexOf(STX)
  if (start < 0) return refusal('is a wire message without text', place)
  const end = message.indexOf(ETX, start)
  const header = message.slice(0, start)
  const body = message.slice(start + 1, end < 0 ? message.length : end)
  const footer = end < 0 ? '' : message.slice(end + 1)
  return header.includes('\u0013') || /^\^/m.test(body)
    ? readAnpa(header, body, footer, place)
    : read7901(header, body, footer, place)
}

/** dpa and others: the headline ends with " =", the time stands behind the text ("212101 GMT Nov 18"). */
function read7901(header: string, body: string, footer: string, place: string | null): Reading {
  const lines = body.split(/\r?\n/)
  const ends = lines.findIndex((line) => line.trimEnd().endsWith('='))
  const head = ends < 0 || ends > 8 ? [] : lines.slice(0, ends + 1)
  const title = head
    .map((line) => line.replace(/=\s*$/, '').trim())
    .filter((line) => line !== '' && !/^[A-Z0-9 :-]{2,24}$/.test(line))
    .join(' ')
  const rest = lines.slice(head.length)
  // what follows "# …" is meant for the desks
  const note = rest.findIndex((line) => /^#+ /.test(line))
  const text = (note < 0 ? rest : rest.slice(0, note)).join('\n').trim()
  if (text === '' && title === '') return refusal('is a wire message without text', place)
  return found(
    {
      text,
      title: title || null,
      published: stamp7901(footer),
      source: /\bdpa\b/.test(header) ? 'dpa' : null,
      externalId: header.trim().split(/\s+/)[0] || null,
    },
    place,
  )
}

function stamp7901(footer: string): string | null {
  const parts = /\b(\d\d)(\d\d)(\d\d) ?(GMT|UTC)? ?([A-Z][a-z]{2}) (\d\d(?:\d\d)?)\b/.exec(footer)
  if (!parts) return null
  const [, day, hour, minute, zone, month, year] = parts
  return isoDate(
    `${day} ${month} ${year?.length === 2 ? `20${year}` : year} ${hour}:${minute}:00 ${zone ?? ''}`,
  )
}

/** AP: lines that begin with "^" and end with "<" or "=" tell the slug, the headline, the editors' note, the byline. */
function readAnpa(header: string, body: string, footer: string, place: string | null): Reading {
  const lines = body.split(/\r?\n/)
  const told = lines
    .filter((line) => /^\^.*[<=]\s*$/.test(line))
    .map((line) =>
      line
        .slice(1)
        .replace(/[<=]\s*$/, '')
        .trim(),
    )
  const [slug = '', ...others] = told
  const title =
    others.find(
      (line) => !/^(?:Eds?:|AP Photo|By |Associated Press|AP\b.{0,40}(?:Writer|Editor))/.test(line),
    ) ?? null
  const text = lines.filter((line) => !/^\s*\^/.test(line) && !/^\S.*<\s*$/.test(line)).join('\n')
  if (text.trim() === '' && title === null) return refusal('is a wire message without text', place)
  const even = text
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replace(/\) _ /g, ') — ')
    .replace(/(?<=\s)_(?=\s)/g, '—')
  const id = /^(\w+)/.exec(header.trim())?.[1] ?? null
  return found(
    {
      text: even,
      title,
      published: stampAnpa(body + footer),
      source: /\bAP\b|Associated Press/.test(body) ? 'AP' : null,
      externalId: slug.replace(/,\d+$/, '') || id,
    },
    place,
  )
}

/** "AP-WF-08-29-16 1626GMT" */
function stampAnpa(text: string): string | null {
  const parts = /\b[A-Z]{2,3}-[A-Z]{2}-(\d\d)-(\d\d)-(\d\d) (\d\d)(\d\d)GMT/.exec(text)
  if (!parts) return null
  const [, month, day, year, hour, minute] = parts
  return isoDate(`20${year}-${month}-${day}T${hour}:${minute}:00Z`)
}
