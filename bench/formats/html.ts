/** Token F1 of the main text of web pages against what their publishers' own parsers found. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readSources } from '#document'

interface Gold {
  readonly title: string
  readonly publishing_date: string
  readonly body: {
    readonly summary: readonly string[]
    readonly sections: readonly {
      readonly headline: readonly string[]
      readonly paragraphs: readonly string[]
    }[]
  }
}

export interface PageScore {
  readonly name: string
  readonly f1: number
  readonly precision: number
  readonly recall: number
  readonly title: boolean
  readonly date: boolean
}

/** Scores each page of a folder with `NAME.json` beside `NAME_DATE.html.gz`. */
export function scorePages(folder: string): readonly PageScore[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html.gz'))
    .sort()
    .map((file) => scorePage(folder, file))
}

function scorePage(folder: string, file: string): PageScore {
  const versions = Object.values(
    JSON.parse(readFileSync(join(folder, `${file.replace(/_\d{4}_.*/, '')}.json`), 'utf8')) as Record<
      string,
      Gold
    >,
  )
  const [item] = readSources(new Uint8Array(gunzipSync(readFileSync(join(folder, file)))), {
    name: file.replace(/\.gz$/, ''),
  })
  if (item?.kind !== 'source')
    return { name: file, f1: 0, precision: 0, recall: 0, title: false, date: false }
  const { source } = item
  const scores = versions.map((gold) => {
    const body = [
      ...gold.body.summary,
      ...gold.body.sections.flatMap((it) => [...it.headline, ...it.paragraphs]),
    ]
    return {
      name: file,
      ...overlap(tokens(source.text), tokens(body.join('\n'))),
      title: tokens(source.title ?? '').join(' ') === tokens(gold.title).join(' '),
      date: (source.published ?? '').slice(0, 10) === gold.publishing_date.slice(0, 10),
    }
  })
  return scores.sort((a, b) => b.f1 - a.f1)[0] as PageScore
}

/** Scores each folder with a `source.html` against its `expected.html` and the title of `expected-metadata.json`. */
export function scoreReadability(folder: string): readonly PageScore[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const file = (kind: string) => readFileSync(join(folder, name, kind))
      const [item] = readSources(new Uint8Array(file('source.html')), { name: 'source.html' })
      if (item?.kind !== 'source') return { name, f1: 0, precision: 0, recall: 0, title: false, date: false }
      const gold = file('expected.html')
        .toString('utf8')
        .replace(/<[^>]*>/g, ' ')
        .replace(/&\w+;/g, ' ')
      const { title } = JSON.parse(file('expected-metadata.json').toString('utf8')) as { title: string }
      const [own, told] = [tokens(item.source.title ?? '').join(' '), tokens(title).join(' ')]
      const same = own === told || (own !== '' && told.startsWith(own))
      return { name, ...overlap(tokens(item.source.text), tokens(gold)), title: same, date: true }
    })
}

const tokens = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

function overlap(found: readonly string[], gold: readonly string[]) {
  const left = new Map<string, number>()
  for (const token of gold) left.set(token, (left.get(token) ?? 0) + 1)
  let hits = 0
  for (const token of found) {
    const count = left.get(token) ?? 0
    if (count > 0) hits++
    left.set(token, count - 1)
  }
  const precision = hits / Math.max(1, found.length)
  const recall = hits / Math.max(1, gold.length)
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
