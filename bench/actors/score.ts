import { readFileSync } from 'node:fs'
import { carrySpan, openDocument } from '#document'
import type { Lexicon } from '#lexicon'
import { type ActorMention, findMentions } from '#mentions'
import type { Parser, Syntax } from '#syntax'
import { corpusTexts } from '../corpus.ts'
import type { Half } from '../mentions/scored.ts'

/** One mention labelled by hand: offsets into the article as it lies in the corpus. */
export interface Label {
  readonly document: string
  readonly start: number
  readonly end: number
  readonly country: string | null
  /** Any of these is right; the first is what one would say. */
  readonly sectors: readonly string[]
}

export interface Judged {
  readonly label: Label
  readonly found: ActorMention | undefined
  readonly country: boolean
  readonly sector: boolean
  readonly syntax: Syntax
}

/** Day of the articles that name none in their address: the week the corpus was gathered. */
const GATHERED = '2022-07-20'

export function labels(): readonly Label[] {
  const file = new URL('./labels.tsv', import.meta.url)
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  return lines.map((line) => {
    const [document = '', start, end, country, sectors = ''] = line.split('\t')
    return {
      document,
      start: Number(start),
      end: Number(end),
      country: country || null,
      sectors: sectors.split('|'),
    }
  })
}

/** Judges what the coder says of each labelled mention; every other document, from the first, is for development. */
export function judgeActors(shared: string, parser: Parser, lexicon: Lexicon, half: Half): readonly Judged[] {
  const texts = new Map(corpusTexts(shared).map(({ id, text }) => [id, text]))
  const all = labels()
  const documents = [...new Set(all.map(({ document }) => document))]
  return documents
    .filter((_, i) => half === 'all' || (i % 2 === 0) === (half === 'development'))
    .flatMap((id) => {
      const text = texts.get(id) ?? ''
      const dated = /\/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})\//.exec(text.slice(0, 200))
      const published = dated
        ? `${dated[1]}-${dated[2]?.padStart(2, '0')}-${dated[3]?.padStart(2, '0')}`
        : GATHERED
      // The first line is the article's address, as a feed would give it apart from the text.
      const from = text.startsWith('http') ? text.indexOf('\n') + 1 : 0
      const url = from > 0 ? text.slice(0, from).trim() : null
      const body = text.slice(from)
      const syntax = parser.parse(openDocument({ text: body, url, published }))
      const { actors } = findMentions(syntax, lexicon)
      return all
        .filter(({ document }) => document === id)
        .map((label) =>
          judge(
            label,
            carrySpan(body, syntax.document.text, { start: label.start - from, end: label.end - from }),
            actors,
            syntax,
          ),
        )
    })
}

function judge(
  label: Label,
  span: { readonly start: number; readonly end: number } | null,
  actors: readonly ActorMention[],
  syntax: Syntax,
): Judged {
  let found: ActorMention | undefined
  let least = Number.POSITIVE_INFINITY
  for (const actor of actors) {
    if (!span || actor.members.length > 0) continue
    if (actor.span.start >= span.end || actor.span.end <= span.start) continue
    // The mention nearest in extent is the one that was labelled.
    const off = Math.abs(actor.span.start - span.start) + Math.abs(actor.span.end - span.end)
    if (off < least) [found, least] = [actor, off]
  }
  return {
    label,
    found,
    country: found !== undefined && found.country === label.country,
    sector: found !== undefined && label.sectors.includes(found.sectors[0] ?? ''),
    syntax,
  }
}
