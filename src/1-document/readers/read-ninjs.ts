import type { Subject } from '../document.ts'
import { editionOf } from './edition-of.ts'
import { htmlLines } from './html-lines.ts'
import { isoDate } from './iso-date.ts'
import { contentOf, openHtml } from './open-html.ts'
import { found, type Reading, refusal } from './reading.ts'

type Json = { readonly [key: string]: unknown }

const TOLD = ['headline', 'headlines', 'versioncreated', 'versionCreated', 'bodies', 'descriptions']

/** Is this an item of ninjs 1 to 3? */
export function isNinjs(item: Json): boolean {
  const named = 'uri' in item || 'guid' in item
  return named && TOLD.some((field) => field in item) && !('text' in item)
}

/** Reads a ninjs item: its text, or where it is a picture its description. */
export function readNinjs(item: Json, place: string | null): Reading {
  const title = words(item.headline) ?? pick(item.headlines) ?? words(item.title) ?? pick(item.titles)
  const lines = linesOf(item).filter((line) => line !== title)
  const edition = editionIn(item, title)
  if (lines.length === 0 && edition?.status !== 'withdrawn')
    return refusal('is a ninjs item without text', place)
  const date = words(
    item.versioncreated ??
      item.versionCreated ??
      item.firstcreated ??
      item.firstCreated ??
      item.contentcreated ??
      item.contentCreated,
  )
  return found(
    {
      text: lines.join('\n\n'),
      title,
      published: date && isoDate(date),
      source:
        nameOf(item.infosource) ??
        nameOf(item.infoSources) ??
        words(item.source) ??
        words(item.copyrightholder ?? item.copyrightHolder) ??
        nameOf(item.provider),
      url: address(item.uri) ?? address(item.guid),
      externalId: words(item.guid) ?? words(item.uri),
      language: words(item.language),
      subjects: subjectsOf(item),
      edition,
    },
    place,
  )
}

function editionIn(item: Json, title: string | null) {
  const version = item.version
  return editionOf({
    item: words(item.guid) ?? words(item.uri),
    version: typeof version === 'number' ? version : words(version),
    status: words(item.pubstatus ?? item.pubStatus),
    signals: Array.isArray(item.signals) ? item.signals.filter((it) => typeof it === 'string') : [],
    embargo: words(item.embargoed ?? item.embargo),
    note: words(item.ednote ?? item.edNote),
    title,
  })
}

function subjectsOf(item: Json): readonly Subject[] {
  const subjects = [...list(item.subject), ...list(item.subjects)].flatMap((row) => {
    const code = words(row.code) ?? words(row.literal) ?? words(row.uri) ?? words(row.name)
    return code === null ? [] : [{ scheme: words(row.scheme), code, name: words(row.name) }]
  })
  const slug = words(item.slugline)
  return slug === null ? subjects : [...subjects, { scheme: 'slug', code: slug, name: null }]
}

function linesOf(item: Json): readonly string[] {
  const bodies = [
    ...variants(item, 'body'),
    ...rows(item.bodies),
    ...variants(item, 'description'),
    ...rows(item.descriptions),
  ]
  for (const body of bodies) {
    const lines = /<[a-z]/i.test(body) ? htmlLinesOf(body) : body.split(/\n\s*\n/)
    const told = lines.map((line) => line.trim()).filter((line) => line !== '')
    if (told.length > 0) return told
  }
  return []
}

function htmlLinesOf(html: string): readonly string[] {
  const page = openHtml(html)
  return page ? htmlLines(contentOf(page)) : []
}

/** `body_html`, `body_text`, …: marked-up forms keep paragraphs, so they come first. */
function variants(item: Json, field: string): readonly string[] {
  const keys = Object.keys(item).filter(
    (key) => (key === field || key.startsWith(`${field}_`)) && !/credit/.test(key),
  )
  const marked = (key: string) => (/html/.test(key) ? 0 : /text/.test(key) ? 1 : 2)
  return keys.sort((a, b) => marked(a) - marked(b)).flatMap((key) => words(item[key]) ?? [])
}

/** `bodies` and `descriptions` of ninjs 2 and 3: rows with a role and a value. */
function rows(value: unknown): readonly string[] {
  const told = list(value).filter(({ role }) => !/credit/i.test(words(role) ?? ''))
  return told.flatMap((row) => words(row.value) ?? [])
}

/** The main headline, else the first. */
function pick(value: unknown): string | null {
  const all = list(value)
  return words((all.find(({ role }) => role === 'main') ?? all[0])?.value)
}

const nameOf = (value: unknown): string | null =>
  words(list(value)[0]?.name) ?? words((value as Json | null | undefined)?.name)

const address = (value: unknown) => (typeof value === 'string' && /^https?:/.test(value) ? value : null)

const list = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter((row): row is Json => typeof row === 'object' && row !== null) : []

const words = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null
