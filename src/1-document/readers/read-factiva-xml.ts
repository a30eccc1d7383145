import { isoDate } from './iso-date.ts'
import { at, descendants, lineOf, textOf, type XmlElement, xmlLines } from './parse-xml.ts'
import { found, type Reading, refusal } from './reading.ts'

/** Reads a Factiva XML export: a document an article. */
export function* readFactivaXml(root: XmlElement): Generator<Reading> {
  const articles = [...descendants(root, 'article')]
  if (articles.length === 0) yield refusal('is a Factiva export without articles')
  for (const [i, article] of articles.entries()) yield readArticle(article, `article ${i + 1}`)
}

function readArticle(article: XmlElement, place: string): Reading {
  const parts = [...descendants(article, 'leadParagraph'), ...descendants(article, 'tailParagraphs')]
  const text = parts.map(partText).join('\n\n')
  const title = lineOf(at(article, 'headline'))
  if (text.trim() === '' && !title) return refusal('has neither title nor text', place)
  const date = lineOf(at(article, 'publicationDate'))
  return found(
    {
      text,
      title,
      published: date && isoDate(date),
      source: lineOf(at(article, 'sourceName')) ?? lineOf(at(article, 'publisherName')),
      externalId: lineOf(at(article, 'accessionNo')),
      language: lineOf(at(article, 'baseLanguage'))?.toLowerCase() ?? null,
      subjects: [...descendants(article, 'newsSubject'), ...descendants(article, 'region')].flatMap(
        (subject) => {
          const code = subject.attributes.get('code')
          return code ? [{ scheme: `factiva-${subject.name}`, code, name: lineOf(at(subject, 'name')) }] : []
        },
      ),
    },
    place,
  )
}

/** Paragraphs in elements, or text wrapped at a fixed width, which opening the document joins. */
function partText(part: XmlElement): string {
  const hasElements = part.children.some((child) => typeof child !== 'string')
  return hasElements ? xmlLines(part).join('\n\n') : textOf(part)
}
