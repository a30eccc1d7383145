import { isHeading } from '../find-paragraphs.ts'
import { normaliseText } from '../normalise-text.ts'
import { found, type ReadHints, type Reading, refusal } from './reading.ts'

/** Reads plain text: a first line that looks like a headline, with text under it, is the title. */
export function* readText(text: string, _hints: ReadHints): Generator<Reading> {
  const { text: even } = normaliseText(text)
  if (even === '') {
    yield refusal('holds no text')
    return
  }
  const [first = '', second = ''] = even.split('\n', 2)
  const rest = even.slice(first.length).trimStart()
  const titled = second === '' && rest !== '' && isHeading(first, 160)
  yield found(titled ? { title: first, text: rest } : { text: even })
}
