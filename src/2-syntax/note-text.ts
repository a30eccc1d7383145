import type { Note } from '#document'
import { isDigit, isLetter } from './characters.ts'
import { LONGEST_SENTENCE } from './split-sentences.ts'

/** A word of more characters than this is hardly one. */
const LONGEST_WORD = 500
/** Sentences of fewer words say nothing of a text's nature. */
const FEW = 6

interface Words {
  readonly start: ArrayLike<number>
  readonly end: ArrayLike<number>
}

/** Marks what is no English prose, by sentence: neighbours of one kind are one note. */
export function noteText(text: string, words: Words, sentenceStart: ArrayLike<number>): Note[] {
  const notes: Note[] = []
  let open = ''
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    const [from, to] = [sentenceStart[s] as number, sentenceStart[s + 1] as number]
    const span = { start: words.start[from] as number, end: words.end[to - 1] as number }
    if (to - from >= LONGEST_SENTENCE)
      notes.push({ rule: 'sentence-too-long', span, message: `cut at ${LONGEST_SENTENCE} words` })
    for (let i = from; i < to; i++) {
      const [start, end] = [words.start[i] as number, words.end[i] as number]
      if (end - start > LONGEST_WORD)
        notes.push({
          rule: 'word-too-long',
          span: { start, end },
          message: `${end - start} characters in one word`,
        })
    }
    const nature = to - from < FEW ? '' : natureOf(text, words, from, to)
    const last = notes.at(-1)
    if (nature !== '' && nature === open && last?.rule === nature && last.span)
      notes[notes.length - 1] = { ...last, span: { start: last.span.start, end: span.end } }
    else if (nature !== '') notes.push({ rule: nature, span, message: MESSAGES[nature] })
    open = nature
  }
  return notes
}

const MESSAGES = {
  'other-script': 'most words are in another script than the Latin one; read as if they were English',
  'few-letters': 'hardly a word has letters',
} as const

/** What most words of a sentence begin with, if it is neither Latin letters nor digits. */
function natureOf(text: string, words: Words, from: number, to: number): '' | keyof typeof MESSAGES {
  let [latin, other, signs] = [0, 0, 0]
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(words.start[i] as number)
    if (isDigit(c)) latin++
    else if (!isLetter(c)) signs++
    else if (c < 0x250 || (c >= 0x1e00 && c < 0x1f00)) latin++
    else other++
  }
  if (other > latin) return 'other-script'
  return signs > 9 * (latin + other) ? 'few-letters' : ''
}
