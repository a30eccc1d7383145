import { unwrapLines } from './unwrap-lines.ts'

/** A text made even, and the names of what had to be mended on the way. */
export interface NormalisedText {
  readonly text: string
  /** Rules that changed more than white space, e.g. `lone-surrogate`. */
  readonly mended: readonly string[]
}

/** What windows-1252 has at 0x80–0x9F; where such a code stands in a text, a wrong decoder put it there. */
const WINDOWS_1252 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
const WINDOWS_1252_CODES = [
  0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95,
  0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
]

/** Soft hyphens, zero-width spaces, direction marks, byte order marks: they only break words apart. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
const LINE_END = /\r\n?|[\u2028\u2029\v\f]/g
const WRONGLY_DECODED = /[\u0080-\u009f]/g
const LONE_SURROGATE = /\p{Cs}/gu
const CONTROL = /[^\P{Cc}\n]/gu
const OTHER_SPACE = /[^\S\n ]/g
/** More marks on one letter than any language writes: they make Unicode normalisation slow. */
const ANY_MARK = /\p{M}{2}/u
const MARKS = /(\p{M}{16})\p{M}+/gu

/** Makes one line of a text: a title, a name. */
export function normaliseLine(raw: string): string {
  return mendCharacters(raw).text.replace(/\s+/g, ' ').trim()
}

/** Makes line ends, spaces and characters even; a paragraph becomes one line; quotation marks and dashes stay as they are. */
export function normaliseText(raw: string): NormalisedText {
  const { text, mended } = mendCharacters(raw)
  const lines = unwrapLines(text.split('\n').map((line) => line.trimEnd()))
  const out: string[] = []
  for (const line of lines) {
    const bare = line.trim()
    if (bare !== '' || (out.length > 0 && out[out.length - 1] !== '')) out.push(bare)
  }
  if (out[out.length - 1] === '') out.pop()
  return { text: out.join('\n'), mended }
}

function mendCharacters(raw: string): NormalisedText {
  const mended: string[] = []
  const step = (rule: string | null, before: string, after: string) => {
    if (rule !== null && before !== after) mended.push(rule)
    return after
  }
  let text = raw.replace(LINE_END, '\n').replace(INVISIBLE, '').replace(OTHER_SPACE, ' ')
  text = step('wrongly-decoded', text, text.replace(WRONGLY_DECODED, fromWindows1252))
  text = step('control-character', text, text.replace(CONTROL, ''))
  text = step('lone-surrogate', text, text.replace(LONE_SURROGATE, '\ufffd'))
  if (ANY_MARK.test(text)) text = step('too-many-marks', text, text.replace(MARKS, '$1'))
  return { text: text.normalize('NFC'), mended }
}

function fromWindows1252(wrong: string): string {
  const at = WINDOWS_1252_CODES.indexOf(wrong.charCodeAt(0))
  return at < 0 ? '' : WINDOWS_1252.charAt(at)
}
