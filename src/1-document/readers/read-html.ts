import { Readability } from '@mozilla/readability'
import { dateInUrl } from './date-in-url.ts'
import type { DomDocument } from './dom.ts'
import { editionOf } from './edition-of.ts'
import { htmlLines } from './html-lines.ts'
import { isBoilerplate } from './is-boilerplate.ts'
import { mainText } from './main-text.ts'
import { contentOf, openHtml } from './open-html.ts'
import { type PageFacts, pageFacts } from './page-facts.ts'
import { found, type ReadHints, type Reading, refusal } from './reading.ts'

/** Reads a web page: its main text without menus, captions and advertisements; title and date as the page says. */
export function* readHtml(html: string, _hints: ReadHints): Generator<Reading> {
  const document = openHtml(html)
  if (!document) {
    yield refusal('nests its elements too deep for a page')
    return
  }
  const facts = pageFacts(document)
  const lines = withDeck(bestLines(html, document, facts), document, facts)
  if (lines.length === 0) {
    yield refusal('is HTML without running text')
    return
  }
  const { title, published, site, url, language } = facts
  const tag = language?.trim().replaceAll('_', '-') ?? null
  const day = published ?? (url && dateInUrl(url))
  yield found({
    text: lines.join('\n\n'),
    title,
    published: day,
    source: site,
    url,
    language: tag,
    subjects: facts.sections.map((code) => ({ scheme: 'section', code, name: null })),
    edition: editionOf({ title }),
  })
}

/** A text of so many characters is taken for the page's own without asking further. */
const ENOUGH = 300

/** Our own finding; what the page says in JSON-LD where that is much longer; Readability's where ours is next to nothing. */
function bestLines(html: string, document: DomDocument, facts: PageFacts): readonly string[] {
  const own = clean(mainText(document), facts)
  const told = facts.body === null ? [] : clean(bodyLines(facts.body), facts)
  const first = length(told) > 500 && length(own) < length(told) * 0.6 ? told : own
  if (first === told && told.length > 0) return told
  if (length(own) >= ENOUGH) return own
  const theirs = clean(readabilityLines(html), facts)
  return length(own) < length(theirs) ? theirs : own
}

/** Readability takes the page apart, so it gets one of its own. */
function readabilityLines(html: string): readonly string[] {
  const document = openHtml(html)
  const content = document && articleIn(document)
  const main = content ? openHtml(content) : null
  return main ? htmlLines(contentOf(main)) : []
}

/** Readability throws on broken trees and on pages above its limit: then it has found nothing. */
function articleIn(document: DomDocument): string | null {
  try {
    return (
      new Readability(document as never, { charThreshold: 250, maxElemsToParse: 20_000 }).parse()?.content ??
      null
    )
  } catch {
    return null
  }
}

/** JSON-LD bodies are plain text or, against the standard, HTML. */
function bodyLines(body: string): readonly string[] {
  const page = /<[a-z][^>]*>|&[a-z#0-9]+;/i.test(body) ? openHtml(body.replace(/\n/g, '<br>')) : null
  return page ? htmlLines(contentOf(page)) : body.split(/\n+/).map((line) => line.trim())
}

const length = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length, 0)

function clean(lines: readonly string[], { title, authors }: PageFacts): readonly string[] {
  return lines.filter(
    (line) => line !== '' && line !== title && !isBoilerplate(line) && !isByline(line, authors),
  )
}

/** "By Ana Lopez", "Ana Lopez Senior Reporter", for an author that the page names. */
function isByline(line: string, authors: readonly string[]): boolean {
  if (line.length > 120 || /[.!?]$/.test(line)) return false
  const bare = line.replace(/^by:? /i, '')
  return bare !== line ? line.length < 80 : authors.some((author) => bare.startsWith(author))
}

/** A standfirst often stands above the text's own element: it is known by being the page's description. */
function withDeck(
  lines: readonly string[],
  document: DomDocument,
  { description }: PageFacts,
): readonly string[] {
  if (
    !description ||
    description.length < 40 ||
    lines.length === 0 ||
    lines.slice(0, 4).some((line) => line.includes(description))
  )
    return lines
  return htmlLines(contentOf(document), () => false).includes(description.replace(/\s+/g, ' '))
    ? [description, ...lines]
    : lines
}
