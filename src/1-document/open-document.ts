import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Document, EditionStatus, NotCoded, Source } from './document.ts'
import { findDateline } from './find-dateline.ts'
import { findParagraphs } from './find-paragraphs.ts'
import { isIsoDate } from './is-iso-date.ts'
import { normaliseLine, normaliseText } from './normalise-text.ts'
import type { Note } from './span.ts'
import { tellLanguage } from './tell-language.ts'

export interface OpenOptions {
  /** Longest text read, in UTF-16 code units; what goes beyond is cut off with a note. @default 2_000_000 */
  readonly maxCharacters?: number
}

/** Makes a source ready for reading: normalises its text, splits paragraphs and dateline, gives it its id. */
export function openDocument(source: Source, { maxCharacters = 2_000_000 }: OpenOptions = {}): Document {
  const notes: Note[] = []
  const title = normaliseLine(cut(source.title ?? '', 2000, 'title-too-long', notes)) || null
  const { text: read, mended } = normaliseText(cut(source.text, maxCharacters, 'text-too-long', notes))
  for (const rule of mended)
    notes.push({ rule, span: null, message: MENDED[rule] ?? 'characters were mended' })
  const body = withoutTitle(read, title)
  const text = [title ?? '', body].filter((part) => part !== '').join('\n\n')
  if (text === '') notes.push({ rule: 'empty', span: null, message: 'the document has no text' })
  const published = checkedDate(source.published ?? null, notes)
  const outlet = source.source ?? null
  const paragraphs = findParagraphs(text, title?.length ?? 0)
  const language = source.languageOverride ?? languageOf(text, source.language ?? null)
  const edition = source.edition ?? null
  return Object.freeze({
    id: identify(text, outlet, published),
    externalId: source.externalId ?? null,
    source: outlet,
    url: source.url ?? null,
    title,
    published,
    language,
    subjects: Object.freeze((source.subjects ?? []).slice(0, MOST_SUBJECTS)),
    edition: edition && Object.freeze(edition),
    notCoded: whyNotCoded(language, edition?.status ?? 'usable'),
    text,
    paragraphs,
    dateline: findDateline(text, paragraphs),
    notes: Object.freeze(notes),
  })
}

/** Carriers that list more than this list a whole vocabulary. */
const MOST_SUBJECTS = 200

function whyNotCoded(language: string, status: EditionStatus): NotCoded | null {
  if (status === 'withdrawn') return 'withdrawn'
  return isEnglish(language) ? null : 'language'
}

const isEnglish = (language: string) => /^en(?:g?$|-)/i.test(language)

/** What the text shows goes before what its carrier says; English is what is left. */
function languageOf(text: string, carrier: string | null): string {
  const told = tellLanguage(text)
  const named = carrier && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(carrier) ? carrier : null
  if (told === null) return named ?? 'en'
  if (told === 'und') return named ?? told
  // between two other languages the carrier knows better
  if (told !== 'en' && named !== null && !isEnglish(named)) return named
  return named?.toLowerCase().startsWith(told) ? named : told
}

const MENDED: Readonly<Record<string, string>> = {
  'wrongly-decoded': 'characters that a wrong decoder left were read as windows-1252',
  'control-character': 'control characters were taken out',
  'lone-surrogate': 'half characters (lone surrogates) were replaced by U+FFFD',
  'too-many-marks': 'more than 16 combining marks on one letter were cut to 16',
}

const identify = (text: string, source: string | null, published: string | null) =>
  `sha256:${bytesToHex(sha256(utf8ToBytes(JSON.stringify([text, source, published]))))}`

function cut(text: string, longest: number, rule: string, notes: Note[]): string {
  if (text.length <= longest) return text
  notes.push({ rule, span: null, message: `${text.length} characters, read up to ${longest}` })
  return text.slice(0, longest)
}

/** Many carriers repeat the headline as the first line of the text. */
function withoutTitle(body: string, title: string | null): string {
  if (!title || body.length < title.length || body.slice(0, title.length) !== title) return body
  const rest = body.slice(title.length)
  return rest === '' || rest.startsWith('\n') ? rest.trimStart() : body
}

function checkedDate(date: string | null, notes: Note[]): string | null {
  if (date === null || isIsoDate(date)) return date
  const message = `published is not an ISO 8601 date: ${JSON.stringify(date.slice(0, 60))}`
  notes.push({ rule: 'published-unreadable', span: null, message })
  return null
}
