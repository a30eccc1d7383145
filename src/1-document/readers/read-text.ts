import { isHeading } from '../find-paragraphs.ts'
import { normaliseText } from '../normalise-text.ts'
import { dateInUrl } from './date-in-url.ts'
import { found, type ReadHints, type Reading, refusal } from './reading.ts'

/**
 * Reads plain text. A first line that is an address is the document's address; a first line that looks like a headline,
 * with text under it, is the title.
 */
export function* readText(text: string, { whole = false }: ReadHints): Generator<Reading> {
  const { text: even } = normaliseText(text)
  if (whole && even !== '') {
    yield found({ text: even })
    return
  }
  const address = /^https?:\/\/\S+$/.exec(even.slice(0, even.indexOf('\n') + 1).trim())
  const url = address && even.length > address[0].length ? address[0] : null
  const rest = url === null ? even : even.slice(url.length).trimStart()
  if (rest === '') yield refusal('holds no text')
  else yield found({ ...splitTitle(rest), url, published: url && dateInUrl(url) })
}

function splitTitle(text: string): { title?: string; text: string } {
  const [first = '', second = ''] = text.split('\n', 2)
  const rest = text.slice(first.length).trimStart()
  return second === '' && rest !== '' && isHeading(first, 160) ? { title: first, text: rest } : { text }
}
