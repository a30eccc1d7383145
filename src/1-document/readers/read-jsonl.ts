import type { Source, Subject } from '../document.ts'
import { editionOf } from './edition-of.ts'
import { fillIn } from './fill-in.ts'
import { isoDate } from './iso-date.ts'
import { isNinjs, readNinjs } from './read-ninjs.ts'
import { found, type ReadHints, type Reading, refusal } from './reading.ts'

/** Reads JSON Lines: an object with a `text` a line. */
export function* readJsonl(text: string, _hints: ReadHints): Generator<Reading> {
  let number = 0
  let any = false
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    number++
    const line = text.slice(start, end).trim()
    if (line !== '') yield readJsonLine(line, number)
    any ||= line !== ''
    start = end + 1
  }
  if (!any) yield refusal('holds no JSON Lines')
}

/** Reads one line of JSON Lines. */
export function readJsonLine(line: string, number: number, hints: ReadHints = {}): Reading {
  const place = `line ${number}`
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return refusal(`not JSON: ${error instanceof Error ? oneLine(error.message) : 'unreadable'}`, place)
  }
  return fillIn(readJsonObject(value, place), hints)
}

/** Reads a ninjs item or `{"id","text","title"?,"published"?,"source"?,"url"?}`. */
export function readJsonObject(value: unknown, place: string | null): Reading {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refusal('not a JSON object', place)
  const row = value as Readonly<Record<string, unknown>>
  if (isNinjs(row)) return readNinjs(row, place)
  const text = row.text
  if (typeof text !== 'string') return refusal(whatInstead(row), place)
  const published = field(row, 'published')
  const source: Source = {
    text,
    title: field(row, 'title'),
    published: published && (isoDate(published) ?? published),
    source: field(row, 'source'),
    url: field(row, 'url'),
    language: field(row, 'language'),
    externalId: field(row, 'id'),
    edition: editionOf({
      // an id alone may count the lines of a file: only who counts versions names an item
      item: field(row, 'version') === null ? null : field(row, 'id'),
      version: field(row, 'version'),
      status: field(row, 'status'),
      embargo: field(row, 'embargo'),
      title: field(row, 'title'),
    }),
    subjects: subjectsOf(row.subjects),
  }
  if (text.trim() === '' && !source.title) return refusal('has an empty text', place)
  return found(source, place)
}

/** What a JSON object is that is no document, as far as it shows. */
function whatInstead(row: Readonly<Record<string, unknown>>): string {
  if ('$schema' in row || ('properties' in row && 'type' in row)) return 'is a JSON Schema, no document'
  if ('eventDetails' in row) return 'is a ninjs event without a description'
  if ('planning_items' in row || 'coverages' in row) return 'is a planning item: it carries no news text'
  return 'has no "text" string'
}

/** Names, or rows with a code. */
function subjectsOf(value: unknown): readonly Subject[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((row: unknown): readonly Subject[] => {
    if (typeof row === 'string') return row === '' ? [] : [{ scheme: null, code: row, name: null }]
    if (typeof row !== 'object' || row === null) return []
    const part = row as Readonly<Record<string, unknown>>
    const code = field(part, 'code')
    return code === null ? [] : [{ scheme: field(part, 'scheme'), code, name: field(part, 'name') }]
  })
}

function field(row: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = row[name]
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').slice(0, 120)
