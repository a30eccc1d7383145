import { decodeBytes } from './decode-bytes.ts'
import { htmlLines } from './html-lines.ts'
import { isBoilerplate } from './is-boilerplate.ts'
import { isoDate } from './iso-date.ts'
import { contentOf, openHtml } from './open-html.ts'
import { found, type ReadHints, type Reading, refusal } from './reading.ts'

/** Parts in parts in parts … of a mail are read so deep. */
const DEEPEST = 10

interface Part {
  readonly fields: ReadonlyMap<string, string>
  readonly body: string
}

/** Reads one mail (EML): a newsletter's subject, date and text. */
export function* readMail(text: string, _hints: ReadHints): Generator<Reading> {
  yield readOne(text, null)
}

/** Reads a mailbox: mails apart by lines that begin with "From ". */
export function* readMbox(text: string, _hints: ReadHints): Generator<Reading> {
  const mails = text.split(/^From [^\n]*\n/m).slice(1)
  if (mails.length === 0) yield refusal('is a mailbox without mails')
  for (const [i, mail] of mails.entries()) yield readOne(mail.replace(/^>(>*From )/gm, '$1'), `mail ${i + 1}`)
}

function readOne(text: string, place: string | null): Reading {
  const mail = splitPart(text.replace(/\r\n?/g, '\n'))
  const lines = linesOf(mail, 0).filter((line) => !isBoilerplate(line))
  const title = decodeWords(mail.fields.get('subject') ?? '').trim() || null
  if (lines.length === 0) return refusal('is a mail without text', place)
  const date = mail.fields.get('date')
  return found(
    {
      text: lines.join('\n\n'),
      title,
      published: date ? isoDate(date) : null,
      source: senderOf(decodeWords(mail.fields.get('from') ?? '')),
      externalId: mail.fields.get('message-id')?.replace(/^<|>$/g, '') ?? null,
    },
    place,
  )
}

/** Header fields, continuation lines joined, and the body. */
function splitPart(text: string): Part {
  const end = text.indexOf('\n\n')
  const head = end < 0 ? text : text.slice(0, end)
  const fields = new Map<string, string>()
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { fields, body: end < 0 ? '' : text.slice(end + 2) }
}

function linesOf(part: Part, depth: number): readonly string[] {
  const type = part.fields.get('content-type') ?? 'text/plain'
  if (/attachment/i.test(part.fields.get('content-disposition') ?? '') || depth > DEEPEST) return []
  const boundary = /^multipart\//i.test(type) ? /boundary="?([^";\n]{1,200})"?/i.exec(type)?.[1] : undefined
  if (boundary !== undefined)
    return linesOfMany(part.body, boundary.trim(), /^multipart\/alternative/i.test(type), depth)
  if (!/^text\/(?:plain|html)\b/i.test(type)) return []
  const text = decodePart(part, /charset="?([\w.:-]{1,40})/i.exec(type)?.[1])
  if (/^text\/html/i.test(type)) {
    const page = openHtml(text)
    return page ? htmlLines(contentOf(page), () => false) : []
  }
  return text
    .split(/\n\s*\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Of alternatives the plain text is taken, where there is any. */
function linesOfMany(body: string, boundary: string, alternative: boolean, depth: number): readonly string[] {
  const parts = `\n${body}`
    .split(`\n--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
  const read = parts.slice(0, 200).map((part) => linesOf(splitPart(part.replace(/^[^\n]*\n/, '')), depth + 1))
  return alternative ? (read.find((lines) => lines.length > 0) ?? []) : read.flat()
}

function decodePart({ fields, body }: Part, charset: string | undefined): string {
  const coding = (fields.get('content-transfer-encoding') ?? '').toLowerCase().trim()
  // a part that is not encoded was decoded with the whole file
  if (coding !== 'base64' && coding !== 'quoted-printable') return body
  const bytes = coding === 'base64' ? fromBase64(body) : latinBytes(fromQuoted(body))
  const decoded = decodeBytes(bytes, charset)
  return 'text' in decoded ? decoded.text : ''
}

const fromQuoted = (text: string) =>
  text
    .replace(/=[ \t]*\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function latinBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

function fromBase64(text: string): Uint8Array {
  const even = text.replace(/[^A-Za-z0-9+/]/g, '')
  return latinBytes(atob(even.slice(0, even.length - (even.length % 4 === 1 ? 1 : 0))))
}

/** "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=" */
function decodeWords(line: string): string {
  return line
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([\w-]{1,40})\?([qb])\?([^?]*)\?=/gi, (_, charset: string, kind: string, words: string) => {
      const bytes =
        kind.toLowerCase() === 'b' ? fromBase64(words) : latinBytes(fromQuoted(words.replaceAll('_', ' ')))
      const decoded = decodeBytes(bytes, charset)
      return 'text' in decoded ? decoded.text : words
    })
}

/** The name before the address, or the address. */
const senderOf = (from: string) =>
  /^"?([^"<]+?)"?\s*</.exec(from)?.[1] ?? (from.replace(/[<>]/g, '').trim() || null)
