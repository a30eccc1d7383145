import { isDigit, isLetter, isSpace, isUpper } from './characters.ts'
import { ABBREVIATIONS, JOINED_PREFIXES, SPLIT_WORDS } from './token-lists.ts'

/** Words of a stretch of text: offsets, and whether each is glued to the one before inside one token. */
export interface Words {
  readonly start: number[]
  readonly end: number[]
  readonly glued: number[]
}

/**
 * Splits `text[from, to)` into UD words as the English treebanks do, losing nothing: what stands between words is white
 * space. Contractions and possessives are two words of one token ("do" + "n't"); hyphens stand alone ("10" "-" "member")
 * but for prefixes ("co-operation"); an abbreviation keeps its stop.
 */
export function tokenize(text: string, from: number, to: number, out: Words): void {
  const around: Around = { next: 0, quoted: false }
  let i = from
  while (i < to) {
    if (isSpace(text.charCodeAt(i))) {
      i++
      continue
    }
    let end = i + 1
    while (end < to && !isSpace(text.charCodeAt(end))) end++
    let next = end
    while (next < to && isSpace(text.charCodeAt(next))) next++
    around.next = next < to ? text.charCodeAt(next) : 0
    splitChunk(text, i, end, around, out)
    i = next
  }
}

/** What stands round a chunk: the character that begins the next one (0 for none), and whether a single quote is open. */
interface Around {
  next: number
  quoted: boolean
}

const push = (out: Words, start: number, end: number, glued = 0): void => {
  out.start.push(start)
  out.end.push(end)
  out.glued.push(glued)
}

const OPENING = new Set('"\'`“‘„‚«‹([{<*_~#$£€¥¡¿'.split(''))
const CLOSING = new Set('"\'`”’“»›)]}>*_~,;:!?%…'.split(''))

/** A chunk is what stands between white space. */
function splitChunk(text: string, from: number, to: number, around: Around, out: Words): void {
  if (to - from > 1 && looksLikeAddress(text, from, to)) {
    splitAddress(text, from, to, out)
    return
  }
  if (isEmoticon(text, from, to) || isRun(text, from, to)) {
    push(out, from, to)
    return
  }
  let start = from
  while (start < to - 1 && OPENING.has(text[start] as string) && !opensWord(text, start, to)) {
    const run = runOf(text, start, to)
    if (isApostrophe(text[start]) || text[start] === '‘') around.quoted = run === start + 1
    push(out, start, run)
    start = run
  }
  let end = to
  const stops: number[] = []
  while (end > start + 1) {
    const c = text[end - 1] as string
    if (c === '.') {
      if (text[end - 2] === '.') {
        let dots = end
        while (dots > start && text[dots - 1] === '.') dots--
        if (end - dots === 2 && keepsStop(text, start, dots + 1, to, around.next)) dots++
        stops.push(dots, end)
        end = dots
        if (end === start) break
        continue
      }
      if (keepsStop(text, start, end, to, around.next)) break
    } else if (!CLOSING.has(c)) break
    stops.push(end - 1, end)
    end--
  }
  if (end > start) splitCore(text, start, end, out)
  for (let s = stops.length - 2; s >= 0; s -= 2) {
    const [a, b] = [stops[s] as number, stops[s + 1] as number]
    const before = out.end.at(-1)
    if (before === a && canJoin(text, out.start.at(-1) as number, a, b)) out.end[out.end.length - 1] = b
    else if (before === a && isApostrophe(text[a])) pushApostrophe(text, a, b, around, out)
    else push(out, a, b)
  }
}

/** An apostrophe after a word: it closes a quote that is open, else it is the possessive of a plural ("envoys'"). */
function pushApostrophe(text: string, a: number, b: number, around: Around, out: Words): void {
  const possessive = !around.quoted && /[sxz]/i.test(text[a - 1] ?? '')
  push(out, a, b, possessive ? 1 : 0)
  around.quoted = false
}

/** "''", "``", "--", "!!!" and the like are one word. */
const canJoin = (text: string, start: number, a: number, b: number): boolean =>
  "'’`!?*_~-<>".includes(text[a] as string) && text[a] === text[start] && text[a] === text[b - 1]

function runOf(text: string, start: number, to: number): number {
  const c = text[start] as string
  let end = start + 1
  if ("'‘`*_~#<>$".includes(c)) while (end < to && text[end] === c) end++
  return end
}

/** An address keeps its inner punctuation; what brackets and quotes stand round it are words of their own. */
function splitAddress(text: string, from: number, to: number, out: Words): void {
  let start = from
  while (start < to - 1 && '<(["\'“‘'.includes(text[start] as string)) {
    push(out, start, start + 1)
    start++
  }
  let end = to
  while (end > start + 1 && '.,;:!?)>]"\'”’'.includes(text[end - 1] as string)) end--
  push(out, start, end)
  for (let i = end; i < to; i++) push(out, i, i + 1)
}

const EYES = ':;=8'
const MOUTHS = ')(DPp]['

/** ":-)" and ":)" as a whole. */
function isEmoticon(text: string, from: number, to: number): boolean {
  const n = to - from
  if (n < 2 || n > 4 || !EYES.includes(text[from] as string)) return false
  return MOUTHS.includes(text[to - 1] as string) && (n === 2 || "-o^')(".includes(text[from + 1] as string))
}

/** "=====", "----", "$$$", "<<", "--==": signs that draw a line are one word. */
function isRun(text: string, from: number, to: number): boolean {
  if (to - from < 2) return false
  for (let i = from; i < to; i++) if (!'=-_*~#$<>+'.includes(text[i] as string)) return false
  return true
}

function looksLikeAddress(text: string, from: number, to: number): boolean {
  const chunk = text.slice(from, Math.min(to, from + 300))
  return (
    chunk.includes('://') ||
    chunk.startsWith('www.') ||
    (/^[^@\s]+@[^@\s]+\.[a-z]/i.test(chunk) && !chunk.includes('('))
  )
}

/** Whether the full stop that ends text[start, end) belongs to the word: initials, "U.S.", listed abbreviations. */
function keepsStop(text: string, start: number, end: number, to: number, next: number): boolean {
  let from = end - 1
  while (from > start && (isLetter(text.charCodeAt(from - 1)) || text[from - 1] === '.')) from--
  if (from > start && (isApostrophe(text[from - 1]) || isDigit(text.charCodeAt(from - 1)))) return false
  const word = text.slice(from, end)
  if (word.length === 2 && isUpper(word.charCodeAt(0))) return word !== 'I.' || next !== 0 || end < to
  if (/^(?:\p{L}\.)+$/u.test(word)) return true
  const lower = word.toLowerCase()
  // "No. 10", but "Did he? No."; "etc." inside a sentence, but not at its end.
  if (lower === 'no.') return end === to && isDigit(next)
  if (lower === 'etc.' && end === to && (next === 0 || isUpper(next))) return false
  return ABBREVIATIONS.has(lower)
}

const isApostrophe = (c: string | undefined): boolean => c === "'" || c === '’' || c === '`' || c === '´'

/** A sign that belongs to the word that it opens: "#grain", "'s", "'70s". */
const opensWord = (text: string, at: number, to: number): boolean =>
  text[at] === '#' ? isLetter(text.charCodeAt(at + 1)) : isClitic(text, at, to)

/** An apostrophe that opens a clitic or an elided number ('70s, 's). */
function isClitic(text: string, at: number, to: number): boolean {
  if (!isApostrophe(text[at])) return false
  const rest = text.slice(at + 1, Math.min(to, at + 4)).toLowerCase()
  return /^(?:s|re|ve|ll|d|m)(?![a-z])/.test(rest) || /^\d\ds?/.test(rest)
}

/** The inside of a chunk: no outer punctuation any more. */
function splitCore(text: string, from: number, to: number, out: Words): void {
  let start = from
  for (let i = from; i < to; i++) {
    const c = text[i] as string
    const cut = cutAt(text, i, from, start, to, c)
    if (cut === 0) continue
    if (i > start) splitWord(text, start, i, out)
    push(out, i, i + cut)
    start = i + cut
    i = start - 1
  }
  if (start < to) splitWord(text, start, to, out)
}

/** How many characters at `i` stand as a word of their own; 0 for none. */
function cutAt(text: string, i: number, from: number, start: number, to: number, c: string): number {
  const before = text.charCodeAt(i - 1)
  const after = text.charCodeAt(i + 1)
  if (c === '—' || c === '–' || c === '…') return 1
  if (c === '-') {
    let run = i
    while (run < to && text[run] === '-') run++
    if (run - i > 1) return run - i
    return cutsHyphen(text, i, start, to) ? 1 : 0
  }
  if (c === '.' && text[i + 1] === '.') {
    let run = i
    while (run < to && text[run] === '.') run++
    return run - i
  }
  if (c === '/' && i > from && i < to - 1)
    return isDigit(before) && isDigit(after)
      ? 0
      : isLetter(before) && isLetter(after) && i - start < 2
        ? 0
        : 1
  if (c === ',' || c === ':') return i > from && i < to - 1 && isDigit(before) && isDigit(after) ? 0 : 1
  if ('()[]{}"“”„«»;!?<>=&+|'.includes(c)) return c === '&' && i - start <= 2 && i < to - 1 ? 0 : 1
  if ('$£€¥%'.includes(c)) return 1
  return 0
}

/** Hyphens stand alone between words and between numbers, but not after a prefix, nor inside codes. */
function cutsHyphen(text: string, i: number, start: number, to: number): boolean {
  // What is broken off keeps its hyphen: "th- the envoy".
  if (i === to - 1 && i - start <= 3 && i > start && isLetter(text.charCodeAt(i - 1))) return false
  if (i === start || i === to - 1) return i - start > 0 || to - i > 1
  const left = text.slice(Math.max(start, i - 40), i).toLowerCase()
  if (JOINED_PREFIXES.has(left)) return false
  let end = i + 1
  while (end < to && (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)))) end++
  const right = text.slice(i + 1, end)
  const digits = /^[\d-]+$/
  if (
    digits.test(left) &&
    digits.test(right) &&
    (text[end] === '-' || left.includes('-') || (left.length !== 4 && right.length === 4))
  )
    return false
  if (digits.test(left) && text[end] === '-') return true
  if (/\d/.test(left) && /[a-z]/.test(left) && /\d/.test(right)) return false
  return true
}

/** A word without outer or inner punctuation but for apostrophes: splits its clitics off. */
function splitWord(text: string, from: number, to: number, out: Words): void {
  const word = text.slice(from, Math.min(to, from + 40)).toLowerCase()
  const parts = SPLIT_WORDS.get(word)
  if (parts && to - from === word.length) {
    push(out, from, from + parts)
    push(out, from + parts, to, 1)
    return
  }
  const cut = cliticAt(text, from, to)
  if (cut > from && cut < to) {
    splitWord(text, from, cut, out)
    push(out, cut, to, 1)
    return
  }
  const unit = unitAt(text, from, to)
  if (unit > 0) {
    push(out, from, unit)
    push(out, unit, to)
    return
  }
  push(out, from, to)
}

/** Where "n't", "'s", "'re" … begin inside a word; -1 for nowhere. */
function cliticAt(text: string, from: number, to: number): number {
  const n = to - from
  const at = (k: number) => (text[to - k] ?? '').toLowerCase()
  if (n > 3 && at(3) === 'n' && isApostrophe(text[to - 2]) && at(1) === 't') return to - 3
  if (n > 2 && isApostrophe(text[to - 2]) && 'smd'.includes(at(1))) return to - 2
  if (n > 3 && isApostrophe(text[to - 3]) && ['re', 've', 'll'].includes(at(2) + at(1))) return to - 3
  return -1
}

const UNITS = new Set([
  'am',
  'pm',
  'km',
  'kg',
  'mm',
  'cm',
  'mph',
  'mg',
  'ml',
  'gb',
  'mb',
  'ft',
  'bn',
  'hrs',
  'min',
  'yr',
  'yrs',
])

/** "10am" is two words. */
function unitAt(text: string, from: number, to: number): number {
  if (!isDigit(text.charCodeAt(from))) return 0
  let i = from
  while (i < to && (isDigit(text.charCodeAt(i)) || '.,:'.includes(text[i] as string))) i++
  return i < to && UNITS.has(text.slice(i, to).toLowerCase()) ? i : 0
}
