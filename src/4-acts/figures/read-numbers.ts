import { type Syntax, Upos } from '#syntax'
import { CROWDS, DOZENS, SCALES, TENS, UNITS } from './number-words.ts'

/** A number as it stands: words [first, last], qualifiers ("nearly", "at least", "or so") among them. */
export interface ReadNumber {
  readonly first: number
  readonly last: number
  /** Words of the bare number. */
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
  readonly approximate: boolean
}

/** Finds numbers in digits and words, ranges and crowds ("dozens"), in text order. */
export function readNumbers(syntax: Syntax): readonly ReadNumber[] {
  const out: ReadNumber[] = []
  for (let i = 0; i < syntax.length; i++) {
    const bare = readCrowd(syntax, i) ?? readPlain(syntax, i)
    if (!bare) continue
    const number = qualify(syntax, joinRange(syntax, bare))
    out.push(number)
    i = number.last
  }
  return out
}

interface Bare {
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
  readonly approximate: boolean
}

/** "dozens", "hundreds of thousands", "tens of millions". */
function readCrowd({ lower, length }: Syntax, i: number): Bare | null {
  const crowd = CROWDS.get(lower[i] as string)
  if (!crowd) return null
  const next = i + 2 < length && lower[i + 1] === 'of' ? CROWDS.get(lower[i + 2] as string) : undefined
  if (!next) return { from: i, to: i, low: crowd[0], high: crowd[1], approximate: true }
  const scale = next[0] / 2
  return { from: i, to: i + 2, low: crowd[0] * scale, high: (crowd[1] + 1) * scale - 1, approximate: true }
}

/** Digits or words with their scales: "2.5 million", "twenty-one", "two hundred and six", "a dozen". */
function readPlain(syntax: Syntax, i: number): Bare | null {
  const { lower, upos, length } = syntax
  const word = lower[i] as string
  const digits = readDigits(word)
  if (digits !== null) {
    // "10 000": a space between thousands.
    if (/^[1-9]\d{0,2}$/.test(word) && /^\d{3}$/.test(lower[i + 1] ?? ''))
      return exact(i, i + 1, digits * 1000 + Number(lower[i + 1]))
    const part = lower[i + 1] === '-' ? fraction(lower[i + 2] ?? '') : null
    if (part !== null) return exact(i, i + 2, digits + part)
    const scale = i + 1 < length ? SCALES.get(lower[i + 1] as string) : undefined
    return scale === undefined || (lower[i + 1] as string).length < 2
      ? exact(i, i, digits)
      : exact(i, i + 1, round(digits * scale))
  }
  if (word === 'half' && lower[i + 1] === 'a') {
    const scale = SCALES.get(lower[i + 2] ?? '')
    if (scale !== undefined && (lower[i + 2] ?? '').length > 3) return exact(i, i + 2, scale / 2)
  }
  if (word === 'a' && i + 1 < length) {
    const dozen = DOZENS.get(lower[i + 1] as string)
    const scale = SCALES.get(lower[i + 1] as string)
    if (dozen !== undefined && lower[i + 1] !== 'score') return rough(i, i + 1, dozen, lower[i + 2] ?? '')
    if (scale !== undefined && (lower[i + 1] as string).length > 3) return exact(i, i + 1, scale)
    return null
  }
  if (upos[i] !== Upos.NUM && !UNITS.has(word) && !TENS.has(word) && !hyphened(word)) return null
  return readWords(syntax, i)
}

const exact = (from: number, to: number, value: number): Bare => ({
  from,
  to,
  low: value,
  high: value,
  approximate: false,
})

const rough = (from: number, to: number, value: number, next: string): Bare =>
  next === 'or' ? { from, to, low: value, high: value, approximate: true } : exact(from, to, value)

const hyphened = (word: string): boolean => word.includes('-') && readHyphened(word) !== null

/** "twenty-one". */
function readHyphened(word: string): number | null {
  const dash = word.indexOf('-')
  const tens = TENS.get(word.slice(0, dash))
  const unit = UNITS.get(word.slice(dash + 1))
  return tens !== undefined && unit !== undefined && unit > 0 && unit < 10 ? tens + unit : null
}

function readWords({ lower, length }: Syntax, i: number): Bare | null {
  let total = 0
  let part = 0
  let to = i - 1
  for (let w = i; w < length && w < i + 12; w++) {
    const word = lower[w] as string
    const small = UNITS.get(word) ?? TENS.get(word) ?? readHyphened(word)
    const scale = word.length > 3 || word === 'mln' || word === 'bln' ? SCALES.get(word) : undefined
    const dozen = DOZENS.get(word)
    if (small !== null && small !== undefined) part += small
    else if (scale !== undefined && w > i) {
      if (scale === 100) part = Math.max(1, part) * 100
      else {
        total += Math.max(1, part) * scale
        part = 0
      }
    } else if (dozen !== undefined && w > i) part *= dozen
    else if ((word === 'and' || word === '-') && w > i && joins(lower, w)) continue
    else break
    to = w
  }
  return to < i ? null : exact(i, to, total + part)
}

/** "and" and hyphens join only inside a number: "two hundred and six", "twenty - one". */
function joins(lower: readonly string[], w: number): boolean {
  const before = lower[w - 1] as string
  const after = lower[w + 1] ?? ''
  if (lower[w] === '-') return TENS.has(before) && UNITS.has(after)
  return (before === 'hundred' || before === 'thousand') && (UNITS.has(after) || TENS.has(after))
}

/** "12", "1,200", "2.5", "4m", "1.5bn"; no years' "2013-14", no "3rd". */
export function readDigits(word: string): number | null {
  const found = /^(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?(k|m|mn|mln|bn|bln|tn)?$/.exec(word)
  if (!found) return null
  const [, whole = '', part = '', scale = ''] = found
  return round(Number(whole.replaceAll(',', '') + part) * (SCALES.get(scale) ?? 1))
}

/** "1/4" of "10-1/4"; null for anything else. */
function fraction(word: string): number | null {
  const found = /^(\d{1,2})\/(\d{1,2})$/.exec(word)
  return found ? Number(found[1]) / Number(found[2]) : null
}

/** Binary fractions of decimal products are tidied: 1.1 million is 1100000. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6

/** "40 to 50", "40-50", "between 40 and 50". */
function joinRange(syntax: Syntax, bare: Bare): Bare {
  const { lower, length } = syntax
  const { from } = bare
  // "between 10% and 15%", "10 to 15 percent": the sign may be said twice.
  const said = lower[bare.to + 1] === '%' && JOINING.has(lower[bare.to + 2] ?? '')
  const to = said ? bare.to + 1 : bare.to
  const link = lower[to + 1]
  if (to + 2 >= length || bare.low !== bare.high) return bare
  const between = lower[from - 1] === 'between' && (link === 'and' || link === 'to')
  // "rose from 30 to 40" is a change and no range.
  if (lower[from - 1] === 'from' && link === 'to') return bare
  if (!between && link !== 'to' && link !== '-' && link !== '–' && link !== 'or') return bare
  const other = readPlain(syntax, to + 2)
  if (!other || other.low !== other.high) return bare
  const low =
    bare.low < other.low && bare.low < 1000 && to === from ? scaled(syntax, bare.low, other) : bare.low
  if (low >= other.high || (link === 'to' && lower[from - 1] !== 'from' && other.high > low * 20)) return bare
  return { from: between ? from - 1 : from, to: other.to, low, high: other.high, approximate: true }
}

const JOINING = new Set(['and', 'to', '-', '–', 'or'])

/** "two to three million": the scale is said once. */
function scaled({ lower }: Syntax, low: number, other: Bare): number {
  const scale = SCALES.get(lower[other.to] as string) ?? 1
  return scale >= 1e3 && low * scale < other.high ? low * scale : low
}

const LEFT: readonly (readonly string[])[] = [
  ['at', 'least'],
  ['at', 'most'],
  ['more', 'than'],
  ['less', 'than'],
  ['fewer', 'than'],
  ['as', 'many', 'as'],
  ['as', 'few', 'as'],
  ['as', 'much', 'as'],
  ['up', 'to'],
  ['an', 'estimated'],
  ['close', 'to'],
  ['upwards', 'of'],
  ['in', 'excess', 'of'],
  ['not', 'less', 'than'],
  ['no', 'fewer', 'than'],
  ['over'],
  ['under'],
  ['above'],
  ['below'],
  ['nearly'],
  ['almost'],
  ['about'],
  ['around'],
  ['some'],
  ['roughly'],
  ['approximately'],
  ['estimated'],
  ['circa'],
  ['approaching'],
  ['maybe'],
  ['perhaps'],
  ['several'],
  ['many'],
  ['~'],
]

/** Takes in what makes a number approximate, before it and behind it; "$" before the number may stand between. */
function qualify({ lower, length, upos }: Syntax, bare: Bare): ReadNumber {
  let first = bare.from
  let { approximate } = bare
  if (first > 0 && upos[first - 1] === Upos.SYM) first--
  for (let again = 0; again < 3; again++) {
    const words = LEFT.find((it) => it.every((word, i) => lower[first - it.length + i] === word))
    if (!words) break
    first -= words.length
    approximate = true
  }
  let last = bare.to
  if (
    lower[last + 1] === 'or' &&
    (lower[last + 2] === 'so' || lower[last + 2] === 'more') &&
    last + 2 < length
  ) {
    last += 2
    approximate = true
  } else if (lower[last + 1] === '-' && lower[last + 2] === 'plus' && last + 2 < length) {
    last += 2
    approximate = true
  }
  return { ...bare, first, last, approximate }
}
