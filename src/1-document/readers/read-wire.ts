import { isHeading } from '../find-paragraphs.ts'
import { editionOf } from './edition-of.ts'
import { isoDate } from './iso-date.ts'
import { found, type ReadHints, type Reading, refusal } from './reading.ts'

const SOH = '\u0001'
const STX = '\u0002'
const ETX = '\u0003'

/** Reads wire text: IPTC 7901 (Europe) and ANPA 1312 (North America), a document a message. */
export function* readWire(text: string, _hints: ReadHints): Generator<Reading> {
  if (!text.includes(SOH) && /^\s*ZCZC/.test(text)) {
    const telegrams = text.split(/^[ \t]*ZCZC/m).slice(1)
    for (const [i, telegram] of telegrams.entries())
      yield readTelegram(telegram, telegrams.length > 1 ? `message ${i + 1}` : null)
    return
  }
  const [, ...messages] = text.split(SOH)
  for (const [i, message] of messages.entries())
    yield readMessage(message, messages.length > 1 ? `message ${i + 1}` : null)
}

/** "ZCZC0001/SXB", lines of codes, the headline, the text, a time stamp, "NNNN". */
function readTelegram(telegram: string, place: string | null): Reading {
  const [first = '', ...lines] = telegram.replace(/\r\n?/g, '\n').split('\n')
  const end = lines.findIndex((line) => /\bN{3,4}$/.test(line.trimEnd()))
  const told = (end < 0 ? lines : lines.slice(0, end + 1)).map((line) =>
    line
      .trimEnd()
      .replace(/\bN{3,4}$/, '')
      .trimEnd(),
  )
  const from = told.findIndex((line) => line.trim() !== '' && !isCodes(line.trim()))
  const rest = from < 0 ? [] : told.slice(from)
  const stamps = rest.filter((line) => STAMP.test(line.trim()))
  const body = rest.filter((line) => !STAMP.test(line.trim()))
  const [head = '', ...under] = body
  const titled = isHeading(head.trim(), 120) && under.some((line) => line.trim() !== '')
  const text = (titled ? under : body).join('\n').trim()
  if (text === '') return refusal('is a wire message without text', place)
  const title = titled ? head.trim() : null
  const [stamp = ''] = stamps
  return found(
    {
      text,
      title,
      published: isoDate(stamp.trim()),
      externalId: first.trim().split(/\s+/)[0] || null,
      edition: editionOf({ title }),
    },
    place,
  )
}

/** Priorities, services, counts: a few short words in capitals and numbers. */
function isCodes(line: string): boolean {
  const words = line.slice(0, 80).split(/ +/)
  return line.length < 80 && words.length <= 8 && words.every((word) => /^[A-Z0-9/.-]{1,6}$/.test(word))
}

/** "06-MAY-14 12:34", "061234 MAY 14" */
const STAMP =
  /^\d{1,2}[- ]?[A-Z][A-Za-z]{2}[- ]?\d{2,4}(?: \d\d:?\d\d)?(?: ?(?:GMT|UTC))?$|^\d{6} (?:GMT )?[A-Z][A-Za-z]{2} \d{2}$/

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
  const head = (ends < 0 || ends > 8 ? [] : lines.slice(0, ends + 1))
    .map((line) => line.replace(/=\s*$/, '').trim())
    .filter((line) => line !== '')
  const marks = head.filter((line) => MARK.test(line))
  const title = head.filter((line) => !MARK.test(line) && !/^(?:By|Von|Par|Por) /.test(line)).join(' ')
  const rest = lines.slice(ends < 0 || ends > 8 ? 0 : ends + 1)
  // what follows "# …" is meant for the desks
  const note = rest.findIndex((line) => /^#+ /.test(line))
  const text = (note < 0 ? rest : rest.slice(0, note)).join('\n').trim()
  if (text === '' && title === '') return refusal('is a wire message without text', place)
  const [id = '', ...others] = header.trim().split(/\s+/)
  // the slug stands on a line of its own behind the numbers: "Yemen/conflict/"
  const slug = others.find((word) => /^\p{L}[^\s/]*[/-]/u.test(word))?.replace(/\/$/, '') ?? null
  const published = stamp7901(footer)
  return found(
    {
      text,
      title: title || null,
      published,
      source: /\bdpa\b/.test(header) ? 'dpa' : null,
      externalId: id || null,
      subjects: slug ? [{ scheme: 'slug', code: slug, name: null }] : [],
      edition: wireEdition(slug, published, marks.join(' '), title, null),
    },
    place,
  )
}

/** Lines in capitals over the headline say what kind of message it is: EXTRA, 1ST LEAD, REFILE. */
const MARK = /^[\p{Lu}0-9 :.()-]{2,24}$/u

/** Leads of a story on a day share its slug; a kill or a correction names the slug of what it mends. */
function wireEdition(
  slug: string | null,
  published: string | null,
  marks: string,
  title: string | null,
  note: string | null,
) {
  const lead = /\b(\d{1,2})(?:st|nd|rd|th) (?:lead|ld)\b/i.exec(marks)?.[1]
  const signals = [
    /\bKILL\b|\bWITHDRAWN\b|\bAnnul/i.test(marks) ? 'kill' : '',
    /\b(?:CORRECT(?:ION|ED|IVE)?|REFILE|KORREKTUR|BERICHTIGUNG)\b/i.test(marks) ? 'correction' : '',
  ]
  const mends = lead !== undefined || signals.some((signal) => signal !== '')
  const day = published?.slice(0, 10)
  return editionOf({
    item: slug !== null && day ? `${slug} ${day}` : null,
    // the first lead follows the story as it was first told
    version: lead === undefined ? (mends ? null : 1) : Number(lead) + 1,
    signals,
    note,
    title,
  })
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
  const told = headOf(lines)
  const [slug = '', ...others] = told
  const title =
    others.find(
      (line) => !/^(?:Eds?:|AP Photo|By |Associated Press|AP\b.{0,40}(?:Writer|Editor))/.test(line),
    ) ?? null
  // a quad ("<") ends each line of a table
  const text = lines
    .filter((line) => !/^\s*\^/.test(line) && !/^\S.*<\s*$/.test(line))
    .map((line) => line.replace(/<\s*$/, '').trim())
    .join('\n')
    .trim()
  if (text.trim() === '' && title === null) return refusal('is a wire message without text', place)
  const even = text
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replace(/\) _ /g, ') — ')
    .replace(/(?<=\s)_(?=\s)/g, '—')
  const id = /^(\w+)/.exec(header.trim())?.[1] ?? null
  const published = stampAnpa(body + footer)
  const [name = '', ...takes] = slug.replace(/,\d*$/, '').split(/, ?/)
  const story = name.replace(/^(?:BC|AM|PM|AP)-+/, '') || null
  return found(
    {
      text: even,
      title,
      published,
      source: /\bAP\b|Associated Press/.test(body) ? 'AP' : null,
      externalId: slug.replace(/,\d*$/, '') || id,
      subjects: story ? [{ scheme: 'slug', code: story, name: null }] : [],
      edition: wireEdition(
        story,
        published,
        takes.join(' '),
        title,
        others.find((line) => /^Eds?:/.test(line)) ?? null,
      ),
    },
    place,
  )
}

/** The lines above the text, without their marks; the first is the slug. */
function headOf(lines: readonly string[]): readonly string[] {
  const isHead = (line: string) => /^\^?\S.*[<=]\s*$/.test(line)
  const ends = lines.findIndex((line) => !isHead(line))
  return lines.slice(0, ends < 0 ? lines.length : ends).map((line) =>
    line
      .replace(/^\^/, '')
      .replace(/[<=]\s*$/, '')
      .trim(),
  )
}

/** "AP-WF-08-29-16 1626GMT" */
function stampAnpa(text: string): string | null {
  const parts = /\b[A-Z]{2,3}-[A-Z]{2}-(\d\d)-(\d\d)-(\d\d) (\d\d)(\d\d)GMT/.exec(text)
  if (!parts) return null
  const [, month, day, year, hour, minute] = parts
  return isoDate(`20${year}-${month}-${day}T${hour}:${minute}:00Z`)
}
