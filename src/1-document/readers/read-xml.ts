import { parseXml, type XmlElement } from './parse-xml.ts'
import { readFactivaXml } from './read-factiva-xml.ts'
import { readNewsml1 } from './read-newsml-1.ts'
import { readNewsmlG2 } from './read-newsml-g2.ts'
import { readNitf } from './read-nitf.ts'
import { readRitzau } from './read-ritzau.ts'
import { type ReadHints, type Reading, refusal } from './reading.ts'

/** Root elements of the XML that is read here. */
const ROOTS: Readonly<Record<string, (root: XmlElement) => Iterable<Reading>>> = {
  newsMessage: readNewsmlG2,
  newsItem: readNewsmlG2,
  packageItem: readNewsmlG2,
  contentSet: readNewsmlG2,
  NewsML: readNewsml1,
  nitf: readNitf,
  PPSResponse: readFactivaXml,
  XMLNewsQueuedResponse: readRitzau,
  RBNews: readRitzau,
}

/** Root elements that are known and never hold a text. */
const WITHOUT_TEXT: Readonly<Record<string, string>> = {
  conceptItem: 'a NewsML-G2 concept',
  knowledgeItem: 'a NewsML-G2 list of concepts',
  catalogItem: 'a NewsML-G2 catalogue',
  planningItem: 'a NewsML-G2 planning item',
  urlset: 'a sitemap',
  sitemapindex: 'a list of sitemaps',
  opml: 'a list of feeds (OPML)',
}

/** Reads news XML: NewsML-G2, NewsML 1, NITF, Factiva and Ritzau exports, told apart by the root element. */
export function* readXml(text: string, _hints: ReadHints): Generator<Reading> {
  const root = parseXml(text)
  if ('reason' in root) {
    yield refusal(root.reason, root.place)
    return
  }
  const read = ROOTS[root.name]
  const without = WITHOUT_TEXT[root.name]
  if (read) yield* read(root)
  else if (without) yield refusal(`is ${without}: it carries no news text`)
  else yield refusal(`is XML of a kind that is not read (root element ${root.name.slice(0, 40)})`)
}
