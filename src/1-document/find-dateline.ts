import { AGENCIES, MONTHS, NOT_PLACES, WEEKDAYS } from './dateline-words.ts'
import type { Dateline, Paragraph } from './document.ts'
import type { Span } from './span.ts'

/** A dateline is looked for in so many first characters of a paragraph. */
const REACH = 140
/** Bylines and decks may stand before the paragraph with the dateline. */
const PARAGRAPHS = 4

/** Finds "BANDAR SERI BEGAWAN, July 2 (AFP) —" at the head of one of the first body paragraphs. */
export function findDateline(text: string, paragraphs: readonly Paragraph[]): Dateline | null {
  const all = paragraphs.filter(({ kind }) => kind === 'body')
  const body = all.slice(0, PARAGRAPHS)
  const speakers = isTranscript(text, all)
  for (const [i, { start, end }] of body.entries()) {
    const head = text.slice(start, Math.min(end, start + REACH))
    const found = readHead(head, i === 0, !speakers)
    if (found) return Object.freeze(shift(found, start))
  }
  return null
}

/** Do several of the first paragraphs begin with a speaker in capitals and a colon? */
function isTranscript(text: string, body: readonly Paragraph[]): boolean {
  const named = body.slice(0, 20).filter(({ start }) => SPEAKER.test(text.slice(start, start + 60)))
  return named.length > 1
}

const SPEAKER = /^(?:[\p{Lu}.'’-]+ ){0,4}[\p{Lu}.'’-]+:\s/u

/** What parts a head has, with offsets counted from its start. */
interface Head {
  end: number
  place: Span | null
  date: Span | null
  agency: string | null
  /** The place is written in capitals. */
  loud: boolean
  /** The place is one word, or a city with its country: "Mumbai, India". */
  plain: boolean
}

/** "—", "–", "--" or "-" with a space on at least one side, ":" after capitals, "/TASS/." */
const SEPARATOR =
  /\s*(?:—|–|--+)\s*|\s+-\s*|\s*(?<=[)\]/])-\s+|(?<=\p{Lu}{3}):\s+|(?<=\/\p{Lu}[^/]{1,20}\/)\.?\s+/gu

function readHead(head: string, first: boolean, colons: boolean): Head | null {
  let tries = 0
  for (const separator of head.matchAll(SEPARATOR)) {
    if (++tries > 4) return null
    const end = separator.index + separator[0].length
    const parts = readParts(head.slice(0, separator.index))
    if (!colons && separator[0].trim() === ':') continue
    if (parts && isDateline(parts, separator[0].trim(), head.slice(end), first))
      return goOn({ ...parts, end: separator.index + separator[0].trimEnd().length }, head)
  }
  return readUnseparated(head)
}

/** "(ANSA) - Rome, October 11 - ": the agency first, then the rest. */
function goOn(found: Head, head: string): Head {
  if (found.place || found.date) return found
  const skipped = head.length - head.slice(found.end).trimStart().length
  const rest = readHead(head.slice(skipped), true, false)
  if (!rest?.place || !rest.date) return found
  const move = (span: Span) => ({ start: span.start + skipped, end: span.end + skipped })
  return {
    ...rest,
    end: rest.end + skipped,
    place: move(rest.place),
    date: move(rest.date),
    agency: found.agency,
  }
}

/** Xinhua and CNA at times write no dash: "Taipei, July 3 (CNA) Taiwan's …". */
function readUnseparated(head: string): Head | null {
  const close = head.indexOf(')')
  if (close < 0 || !/^ \p{Lu}/u.test(head.slice(close + 1))) return null
  const parts = readParts(head.slice(0, close + 1))
  if (!parts?.place || !parts.date || !parts.agency) return null
  return { ...parts, end: close + 1 }
}

function isDateline(
  { place, date, agency, loud, plain }: Head,
  separator: string,
  rest: string,
  first: boolean,
) {
  const goesOn = /^["'“‘(]*[\p{Lu}\p{Lo}\p{N}]/u.test(rest)
  if (!goesOn && !(agency && date)) return false
  if (separator === ':') return first && loud && place !== null
  if (agency) return true
  if (!place) return false
  return loud || date !== null || (first && plain && /^[—–]|^--/.test(separator))
}

/** Reads "PLACE, PLACE, DATE (AGENCY)" in any order that the wires use; null if anything else is in it. */
function readParts(head: string): Head | null {
  const out: Head = { end: head.length, place: null, date: null, agency: null, loud: false, plain: false }
  let places = 0
  for (const { start, words } of splitParts(head)) {
    const span = { start, end: start + words.length }
    if (isDate(words)) out.date ??= span
    else if (isAgency(words, head[start - 1])) out.agency ??= words
    else if (isPlace(words) && places++ < 3) {
      out.plain ||= places === 2 || !words.includes(' ')
      if (out.place) continue
      out.place = { start, end: start + (words.split(/[/]| and /)[0] ?? words).length }
      out.loud = isLoud(words)
    } else return null
  }
  return out.place || out.date || out.agency ? out : null
}

/** Parts lie between commas, brackets and stops; a year after a comma belongs to the date before it. */
function splitParts(head: string): readonly { start: number; words: string }[] {
  const out: { start: number; words: string }[] = []
  for (const { 0: piece, index } of head.matchAll(
    /(?:[^,()[\]./]|(?<=\b\p{L}{1,5})\.(?=,? ?\d|\p{L}|-)|(?<=\b(?:ST|St|FT|Ft|MT|Mt|STE|Ste))\.|(?<=\p{Lu}{2})\/(?=\p{Lu}{2}))+/gu,
  )) {
    const words = piece.trim()
    if (words === '') continue
    const start = index + piece.length - piece.trimStart().length
    const last = out[out.length - 1]
    if (last && /^\d{4}$/.test(words) && isDate(last.words))
      out[out.length - 1] = { start: last.start, words: head.slice(last.start, start + words.length) }
    else out.push({ start, words })
  }
  return out
}

function isDate(words: string): boolean {
  if (/^\d{1,2}[./-]\d{1,2}[./-](?:\d\d|\d{4})$|^\d{4}-\d\d-\d\d$/.test(words)) return true
  const parts = words
    .toLowerCase()
    .split(/[\s.,]+/)
    .filter((part) => part !== '')
  let months = 0
  let days = 0
  for (const part of parts) {
    if (MONTHS.has(part)) months++
    else if (WEEKDAYS.has(part)) days++
    else if (!/^\d{1,2}(?:st|nd|rd|th)?$|^\d{4}$/.test(part)) return false
  }
  return parts.length <= 5 && months <= 1 && days <= 1 && (months === 1 || days === 1)
}

function isAgency(words: string, before: string | undefined): boolean {
  if (AGENCIES.has(words.toLowerCase()) || /^[\p{L} ]{2,30} (?:News|News Agency|Press)$/u.test(words))
    return true
  return (
    (before === '(' || before === '[') &&
    /^\p{Lu}[\p{L}\p{N}&/-]*(?: \p{Lu}[\p{L}\p{N}&/-]*){0,3}$/u.test(words)
  )
}

function isPlace(words: string): boolean {
  const lower = words.toLowerCase()
  if (words.length > 40 || lower === 'new' || NOT_PLACES.has(lower.split(/\s/)[0] ?? '')) return false
  return words
    .split(/\s+|\//)
    .every((word) => /^(?:\p{Lu}[\p{L}'’.-]*|de|del|la|el|al|and|of|the|es|le|les|sur|upon|in)$/u.test(word))
}

const isLoud = (words: string) => {
  const [first] = words.split(/[\s/]/)
  return /^[\p{Lu}'’.-]{3,}$/u.test(first ?? '') || /^[\p{Lu}'’.-]{2,}(?: [\p{Lu}'’.-]{2,})+$/u.test(words)
}

function shift({ end, place, date, agency }: Head, by: number): Dateline {
  const move = (span: Span | null) => span && { start: span.start + by, end: span.end + by }
  return { start: by, end: by + end, place: move(place), date: move(date), agency }
}
