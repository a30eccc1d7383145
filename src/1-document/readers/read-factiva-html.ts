import type { Subject } from '../document.ts'
import { htmlLines } from './html-lines.ts'
import { isoDate } from './iso-date.ts'
import { contentOf, openHtml } from './open-html.ts'
import { found, type ReadHints, type Reading, refusal } from './reading.ts'

/** Reads a Factiva HTML export: an article is rows of a two-letter code and what it stands for. */
export function* readFactivaHtml(html: string, _hints: ReadHints): Generator<Reading> {
  const page = openHtml(html)
  const articles = page ? [...page.querySelectorAll('.article')] : []
  if (articles.length === 0) yield refusal('is a Factiva export without articles')
  for (const [i, article] of articles.entries()) {
    const fields = new Map<string, readonly string[]>()
    for (const row of article.querySelectorAll('tr')) {
      const [code, ...lines] = [...row.children].flatMap((cell) => htmlLines(cell, () => false))
      if (code) fields.set(code, lines)
    }
    yield readArticle(fields, `article ${i + 1}`)
  }
}

function readArticle(fields: ReadonlyMap<string, readonly string[]>, place: string): Reading {
  const line = (code: string) => fields.get(code)?.join(' ') || null
  const text = [...(fields.get('LP') ?? []), ...(fields.get('TD') ?? [])].join('\n\n')
  const title = line('HD')
  if (text === '' && title === null) return refusal('has neither title nor text', place)
  const date = line('PD')
  return found(
    {
      text,
      title,
      published: date && isoDate(date),
      source: line('SN'),
      externalId: line('AN')?.replace(/^Document /, '') ?? null,
      language: LANGUAGES[line('LA')?.toLowerCase() ?? ''] ?? null,
      subjects: ['NS', 'RE'].flatMap((code) => subjectsIn(line(code) ?? '', `factiva-${code.toLowerCase()}`)),
    },
    place,
  )
}

/** "gcat : Political/General News | gdip : International Relations" */
function subjectsIn(line: string, scheme: string): readonly Subject[] {
  return line.split('|').flatMap((part) => {
    const [, code, name] = /^\s*([\w-]{2,12}) : (.+?)\s*$/.exec(part) ?? []
    return code && name ? [{ scheme, code, name }] : []
  })
}

const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  anglais: 'en',
  français: 'fr',
  french: 'fr',
  deutsch: 'de',
  german: 'de',
  español: 'es',
  spanish: 'es',
}

/** Europresse writes an article as a header, its text and a number "news·20060315·LM·0q1503". */
export function* readEuropresse(html: string, _hints: ReadHints): Generator<Reading> {
  const page = openHtml(html)
  const lines = page ? htmlLines(contentOf(page), () => false) : []
  const names = page
    ? [...page.querySelectorAll('.DocPublicationName')].map(({ textContent }) => one(textContent))
    : []
  const titles = page
    ? [...page.querySelectorAll('.titreArticleVisu, .TitreArticleVisu')].map(({ textContent }) =>
        one(textContent),
      )
    : []
  let at = 0
  for (const [i, name] of names.entries()) {
    const start = lines.findIndex((line, k) => k >= at && line === name)
    const stop = lines.findIndex(
      (line, k) => k > start && /^(?:©|Numéro de document|Ce certificat)/.test(line),
    )
    const id =
      lines
        .slice(Math.max(stop, 0))
        .map((line) => /news·\d{8}·\S+/.exec(line)?.[0])
        .find(Boolean) ?? null
    if (start < 0 || stop < 0) yield refusal('is cut off', `article ${i + 1}`)
    else yield readPress(lines.slice(start + 1, stop), name, titles[i] ?? null, id, `article ${i + 1}`)
    at = Math.max(at, stop)
  }
  if (names.length === 0) yield refusal('is a Europresse export without articles')
}

const one = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()

function readPress(
  lines: readonly string[],
  source: string,
  title: string | null,
  id: string | null,
  place: string,
): Reading {
  const [header = '', ...rest] = lines
  const from = title === null ? 0 : rest.indexOf(title) + 1
  const day = /\b(\d{1,2}|1er) (\p{L}{3,9}) (\d{4})\b/u.exec(header)?.[0]
  const stop = rest.findIndex((line, k) => k >= from && /^(?:Illustration\(s\)|Note\(s\)) ?:/.test(line))
  const body = rest.slice(from, stop < 0 ? rest.length : stop)
  const text = (body.length > 1 && isName(body[0] ?? '') ? body.slice(1) : body).join('\n\n')
  if (text === '' && title === null) return refusal('has neither title nor text', place)
  const published = day ? isoDate(day.replace('1er', '1')) : null
  return found({ text, title, published, source, externalId: id }, place)
}

/** The author stands on a line of its own under the headline. */
const isName = (line: string) =>
  /^\p{Lu}[\p{L}'’.-]*(?:[ ,]+(?:et |de |du )?\p{Lu}[\p{L}'’.-]*){1,4}$/u.test(line)
