import type { Subject } from '../document.ts'
import { editionOf } from './edition-of.ts'
import { htmlLines } from './html-lines.ts'
import { isoDate } from './iso-date.ts'
import { contentOf, openHtml } from './open-html.ts'
import { found, type ReadHints, type Reading, refusal } from './reading.ts'

const COUNTER = /^\s*(\d{1,5}) of \d{1,5} DOCUMENTS\s*$/

/** "BYLINE: …", "RUBRIQUE: …": a field, not a paragraph. */
const FIELD = /^(\p{Lu}[\p{Lu} -]{2,30}): ?(.*)$/su

/** Reads a LexisNexis export as plain text. */
export function* readNexis(text: string, _hints: ReadHints): Generator<Reading> {
  yield* readBlocks(text.replace(/\r\n?/g, '\n').split(/\n\s*\n/))
}

/** Reads a LexisNexis export as HTML. */
export function* readNexisHtml(html: string, _hints: ReadHints): Generator<Reading> {
  const page = openHtml(html)
  if (page) yield* readBlocks(htmlLines(contentOf(page)))
  else yield refusal('nests its elements too deep')
}

/** Reads the lines of a newer LexisNexis export: title, outlet, date, fields, "Body", text, "End of Document". */
export function* readNexisUni(lines: readonly string[]): Generator<Reading> {
  let number = 0
  let from = 0
  for (let end = lines.indexOf('End of Document'); end >= 0; end = lines.indexOf('End of Document', from)) {
    const story = lines.slice(from, end)
    const body = story.lastIndexOf('Body')
    const head = story.slice(0, Math.max(0, body)).filter((line) => line !== '')
    yield readUniStory(head, story.slice(body + 1), `document ${++number}`)
    from = end + 1
  }
}

function readUniStory(head: readonly string[], body: readonly string[], place: string): Reading {
  // title, outlet and date stand in this order, above them the list of all results
  const dated = head.findLastIndex((line) => dateIn(line) !== null && !FIELD.test(line))
  const [title = null, source = null] = dated >= 2 ? head.slice(dated - 2) : head
  const notes = body.findIndex((line) =>
    /^(?:Load-Date|Graphic|Classification|Notes?|Correction)\b:?/.test(line),
  )
  const text = body
    .slice(0, notes < 0 ? body.length : notes)
    .filter((line) => line !== '')
    .join('\n\n')
  if (text === '') return refusal('has no text', place)
  return found({ text, title, source, published: dated < 0 ? null : dateIn(head[dated] ?? '') }, place)
}

function* readBlocks(blocks: readonly string[]): Generator<Reading> {
  let story: string[] | null = null
  let place = ''
  for (const block of blocks) {
    const counter = COUNTER.exec(block)
    if (!counter) story?.push(block)
    else {
      if (story) yield readStory(story, place)
      story = []
      place = `document ${counter[1]}`
    }
  }
  if (story) yield readStory(story, place)
  else yield refusal('is a LexisNexis export without documents')
}

function readStory(blocks: readonly string[], place: string): Reading {
  const filled = blocks.map((block) => block.trim()).filter((block) => block !== '')
  const [source = null, ...rest] = filled
  const dated = rest.findIndex((block) => dateIn(block) !== null)
  const date = dated >= 0 && dated < 3 ? dateIn(rest[dated] ?? '') : null
  const told = rest.slice(date === null ? 0 : dated + 1)
  const from = told.findIndex((block) => !EDITION.test(block))
  const { title, body } = splitHeadline(told.slice(Math.max(0, from)))
  const text = body.filter(isText).join('\n\n')
  if (text === '') return refusal('has no text', place)
  const fields = fieldsOf(told)
  const dateline = fields.get('DATELINE')
  const language = fields.get('LANGUAGE') ?? fields.get('LANGUE') ?? fields.get('SPRACHE')
  const isCorrected = rest.slice(0, 4).some((block) => /\bCorrection Appended\b/i.test(block))
  return found(
    {
      text: dateline && dateline.length < 80 ? `${dateline.trim()} — ${text}` : text,
      title,
      published: date,
      source: source?.replace(/\s+/g, ' ') ?? null,
      language: LANGUAGES[language?.trim().split(/[\s;]/)[0]?.toUpperCase() ?? ''] ?? null,
      subjects: subjectsIn(fields),
      edition: editionOf({
        title,
        signals: isCorrected ? ['correction'] : [],
        note: fields.get('CORRECTION') ?? null,
      }),
    },
    place,
  )
}

/** Which edition of a newspaper it stood in: a line under the date, or what is left of the date's own line. */
const EDITION = /^(?:(?:\p{Lu}[\p{L}.]* ){0,4}Edition(?: ?[-–] ?[\p{Lu}\d][\p{L}\d]*)?|Correction Appended)$/u

const isText = (block: string) =>
  !FIELD.test(block) && !/^(?:Copyright|©|All Rights Reserved|Tous droits)/i.test(block)

/** The headline stands above the fields (byline, section, length); where none follow soon it is the first block. */
function splitHeadline(blocks: readonly string[]) {
  const field = blocks.findIndex((block) => FIELD.test(block))
  const above = field >= 0 && field <= 4 ? blocks.slice(0, field) : blocks.filter(isText).slice(0, 1)
  const title = above.join(' ').replace(/\s+/g, ' ')
  if (title.length >= 300) return { title: null, body: blocks }
  return { title: title || null, body: blocks.filter((block) => !above.includes(block)) }
}

function fieldsOf(blocks: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const block of blocks) {
    const [, name, words] = FIELD.exec(block) ?? []
    if (name && words && !fields.has(name)) fields.set(name, words)
  }
  return fields
}

/** "SUBJECT: TREATIES & AGREEMENTS (90%); EMBASSIES & CONSULATES (72%)" */
function subjectsIn(fields: ReadonlyMap<string, string>): readonly Subject[] {
  const words = fields.get('SUBJECT') ?? fields.get('SUJET') ?? fields.get('SCHLAGWORT') ?? ''
  return words.split(';').flatMap((part) => {
    const code = part
      .replace(/\(\d{1,3}%\)/, '')
      .replace(/\s+/g, ' ')
      .trim()
    return code === '' || code.length > 80 ? [] : [{ scheme: 'nexis', code, name: null }]
  })
}

const LANGUAGES: Readonly<Record<string, string>> = {
  ENGLISH: 'en',
  FRENCH: 'fr',
  FRANÇAIS: 'fr',
  GERMAN: 'de',
  DEUTSCH: 'de',
  SPANISH: 'es',
  DUTCH: 'nl',
  ITALIAN: 'it',
}

/** "December 19, 1991, Sunday, An Edition", "12 April 2013 Tuesday" */
function dateIn(block: string): string | null {
  if (block.length > 120) return null
  const parts = /\b(\p{L}{3,9}) (\d{1,2}), (\d{4})\b|\b(\d{1,2}) (\p{L}{3,9}) (\d{4})\b/u.exec(block)
  return parts && isoDate(parts[0])
}
