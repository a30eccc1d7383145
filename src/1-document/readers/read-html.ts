import { Readability } from '@mozilla/readability'
import type { DomDocument } from './dom.ts'
import { htmlLines } from './html-lines.ts'
import { isBoilerplate } from './is-boilerplate.ts'
import { openHtml } from './open-html.ts'
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
  const lines = mainLines(document, facts)
  if (lines.length === 0) {
    yield refusal('is HTML without running text')
    return
  }
  const { title, published, site, url, language } = facts
  yield found({
    text: lines.join('\n\n'),
    title,
    published,
    source: site,
    url,
    language: language && primary(language),
  })
}

const primary = (language: string) => language.trim().replace('_', '-')

function mainLines(document: DomDocument, facts: PageFacts): readonly string[] {
  const all = htmlLines(document.body ?? document)
  const article = new Readability(document as never, { charThreshold: 250 }).parse()
  const main = article?.content ? openHtml(article.content) : null
  const lines = main ? htmlLines(main.body) : all
  return lines.filter((line) => !isBoilerplate(line) && line !== facts.title)
}
