import { Upos } from '#syntax'
import { addDays, addMonths, type Day, isoDay, pad } from '../calendar.ts'
import { at, phrase, readNumber } from './cursor.ts'
import { duration, shift, unitValue } from './resolve.ts'
import type { Reading, Rule, Timex } from './timex.ts'
import { DAY_PARTS, MONTHS, REFERENCES, SEASONS, UNITS, type Unit, VAGUE, WEEKDAYS } from './vocabulary.ts'

const found = (
  first: number,
  next: number,
  value: string,
  basis: Timex['basis'] = 'implied',
  type: Timex['type'] = 'DATE',
): Timex => ({ first, next, type, value, mod: null, basis })
const LARGE: ReadonlySet<Unit> = new Set(['Y', 'Q', 'M', 'W', 'WE', 'DE', 'CE', 'D'])

/** "today", "yesterday evening", "tomorrow", "tonight", "this morning". */
export const namedDay: Rule = (r, i) => {
  const word = at(r, i)
  if (!r.today)
    return word === 'today' || word === 'yesterday' || word === 'tomorrow'
      ? found(i, i + 1, 'XXXX-XX-XX', 'unknown')
      : null
  const move = word === 'today' ? 0 : word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : null
  if (move !== null) {
    const part = DAY_PARTS.get(at(r, i + 1))
    const day = isoDay(addDays(r.today, move))
    return part ? found(i, i + 2, `${day}T${part}`, 'implied', 'TIME') : found(i, i + 1, day)
  }
  if (word === 'tonight') return found(i, i + 1, `${isoDay(r.today)}TNI`, 'implied', 'TIME')
  if (word === 'overnight') return found(i, i + 1, `${isoDay(r.today)}TNI`, 'implied', 'TIME')
  const part = DAY_PARTS.get(at(r, i + 1))
  if (part && (word === 'this' || word === 'last')) {
    const day = word === 'last' ? addDays(r.today, -1) : r.today
    return found(i, i + 2, `${isoDay(day)}T${part}`, 'implied', 'TIME')
  }
  return null
}

const SIDES: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['past', -1],
  ['next', 1],
  ['coming', 1],
  ['following', 1],
  ['upcoming', 1],
  ['this', 0],
  ['current', 0],
  ['same', 0],
])

/** "last year", "this week", "the next month", "the following day", "the past year". */
export const besideNow: Rule = (r, i) => {
  const the = at(r, i) === 'the' ? 1 : 0
  const side = SIDES.get(at(r, i + the))
  const fiscal = at(r, i + the + 1) === 'fiscal' ? 1 : 0
  if (fiscal) return fiscalYear(r, i, i + the + 2, side)
  const unit = UNITS.get(at(r, i + the + 1))
  if (side === undefined || !unit || !LARGE.has(unit) || at(r, i + the + 1).endsWith('s')) return null
  const word = at(r, i + the)
  const narrates = word === 'following' || word === 'previous' || word === 'same' || (the && unit === 'D')
  const anchor = narrates ? (r.narrative ?? r.today) : r.today
  if (!anchor)
    return found(i, i + the + 2, unit === 'Y' ? 'XXXX' : unit === 'M' ? 'XXXX-XX' : 'XXXX-XX-XX', 'unknown')
  if (word === 'past' && unit !== 'D') return found(i, i + the + 2, duration(1, unit), 'stated', 'DURATION')
  return found(i, i + the + 2, unitValue(shift(anchor, unit, side), unit))
}

/** "the current fiscal year", read as a calendar year. */
function fiscalYear(r: Reading, first: number, noun: number, side: number | undefined): Timex | null {
  if (side === undefined || at(r, noun) !== 'year' || !r.today) return null
  return found(first, noun + 1, String(r.today.year + side))
}

/** "the latest period", "the full year", "year-end", "that year", "the next morning". */
export const latest: Rule = (r, i) => {
  if (!r.today) return null
  if (phrase(r, i, 'the latest period')) return found(i, i + 3, unitValue(addMonths(r.today, -3), 'Q'))
  if (phrase(r, i, 'the full year')) return found(i, i + 3, unitValue(r.today, 'Y'))
  for (const words of ['year end', 'year - end', "year 's end"]) {
    const n = phrase(r, i, words)
    if (n) return { ...found(i, i + n, unitValue(r.today, 'Y')), mod: 'END' }
  }
  if (r.narrative && phrase(r, i, 'that year')) return found(i, i + 2, unitValue(r.narrative, 'Y'))
  const part = DAY_PARTS.get(at(r, i + 2))
  if (r.narrative && part && (phrase(r, i, 'the next') || phrase(r, i, 'the following')))
    return found(i, i + 3, `${isoDay(addDays(r.narrative, 1))}T${part}`, 'implied', 'TIME')
  return null
}

/** "the past two weeks", "the next three years", "the first nine months": lengths of time. */
export const stretchOfTime: Rule = (r, i) => {
  const the = at(r, i) === 'the' || at(r, i) === 'these' || at(r, i) === 'those' ? 1 : 0
  const side = [
    'past',
    'last',
    'next',
    'coming',
    'previous',
    'first',
    'final',
    'following',
    'recent',
  ].includes(at(r, i + the))
    ? 1
    : 0
  if (!the && !side) return null
  const recent = side && at(r, i + the) === 'recent' ? UNITS.get(at(r, i + the + 1)) : undefined
  if (recent && at(r, i + the + 1).endsWith('s'))
    return found(i, i + the + 2, duration('X', recent), 'stated', 'DURATION')
  const q = quantity(r, i + the + side)
  const unit = q ? UNITS.get(at(r, q.next)) : undefined
  if (!q || !unit || isAge(r, q.next)) return null
  return found(i, q.next + 1, duration(q.value, unit), 'stated', 'DURATION')
}

/** "two to three weeks" counts from its lower end. */
function upperEnd(r: Reading, next: number): number {
  const upper =
    at(r, next) === 'to' || at(r, next) === 'or' || at(r, next) === '-' ? readNumber(r, next + 1) : null
  return upper && UNITS.has(at(r, skipFill(r, upper.next))) ? upper.next : next
}

/** Words between a number and its unit: "20 more years", "eight trading days", "the six-month". */
const FILL = new Set([
  'more',
  'additional',
  'full',
  'straight',
  'consecutive',
  'trading',
  'business',
  'working',
  'long',
  'short',
  'whole',
  'further',
  '-',
])

const skipFill = (r: Reading, i: number): number =>
  FILL.has(at(r, i)) && UNITS.has(at(r, i + 1)) ? i + 1 : i

/** A number or a vague quantity before a unit. */
function quantity(r: Reading, i: number): { value: number | 'X'; next: number } | null {
  const n = /^(1[5-9]|20)\d\d$/.test(at(r, i)) ? null : readNumber(r, i)
  if (n) return { value: n.value, next: skipFill(r, upperEnd(r, n.next)) }
  if (at(r, i) === 'a' || at(r, i) === 'an') {
    if (at(r, i + 1) === 'couple') return { value: 2, next: i + 2 + (at(r, i + 2) === 'of' ? 1 : 0) }
    if (at(r, i + 1) === 'few') return { value: 'X', next: i + 2 }
    if (at(r, i + 1) === 'dozen') return { value: 12, next: i + 2 }
    if (at(r, i + 1) === 'hundred') return { value: 100, next: i + 2 }
    if (at(r, i + 1) === 'number' && at(r, i + 2) === 'of') return { value: 'X', next: i + 3 }
    return { value: 1, next: i + 1 }
  }
  if (phrase(r, i, 'half a')) return { value: 0.5, next: i + 2 }
  if (phrase(r, i, 'half an')) return { value: 0.5, next: i + 2 }
  if (VAGUE.has(at(r, i))) return { value: 'X', next: i + 1 + (at(r, i + 1) === 'of' ? 1 : 0) }
  return null
}

const BEFORE_ANCHOR: ReadonlyMap<string, number> = new Map([
  ['ago', -1],
  ['earlier', -1],
  ['before', -1],
  ['later', 1],
  ['hence', 1],
  ['afterwards', 1],
])

/** "two days ago", "a year earlier", "three weeks later", "a year-earlier". */
export const fromAnchor: Rule = (r, i) => {
  const q = quantity(r, i) ?? (UNITS.has(at(r, i)) ? { value: 1 as number | 'X', next: i } : null)
  if (!q) return null
  const unit = UNITS.get(at(r, q.next))
  if (!unit) return null
  const gap = at(r, q.next + 1) === '-' ? 1 : 0
  const word = at(r, q.next + 1 + gap)
  const side = BEFORE_ANCHOR.get(word)
  if (side === undefined || (q.next === i && !gap && word !== 'earlier' && word !== 'ago')) return null
  if (word === 'before' && at(r, q.next + 2 + gap) !== '' && !/^[.,;]$/.test(at(r, q.next + 2 + gap)))
    return null
  const next = q.next + 2 + gap
  if (q.value === 'X') return found(i, next, side < 0 ? 'PAST_REF' : 'FUTURE_REF', 'stated')
  const anchor = word === 'ago' || word === 'hence' || gap ? r.today : (r.narrative ?? r.today)
  if (!anchor) return found(i, next, 'XXXX', 'unknown')
  if (!LARGE.has(unit)) return found(i, next, `${isoDay(anchor)}`, 'implied', 'TIME')
  const then = shift(anchor, unit, side * q.value)
  if (unit === 'Y' && q.value === 1 && side < 0 && r.quarter)
    return found(i, next, `${then.year}-${r.quarter}`)
  return found(i, next, unitValue(then, unit))
}

/** "every day", "each Thursday", "daily", "twice a week", "annually". */
export const sets: Rule = (r, i) => {
  const word = at(r, i)
  const adverb = ADVERBS.get(word)
  // "a quarterly dividend" is a kind of dividend.
  if (adverb && (word !== 'quarterly' || r.syntax.upos[i] === Upos.ADV))
    return found(i, i + 1, adverb, 'stated', 'SET')
  if (word !== 'every' && word !== 'each') return null
  const n = readNumber(r, i + 1)
  const unit = UNITS.get(at(r, n?.next ?? i + 1))
  if (unit) return found(i, (n?.next ?? i + 1) + 1, duration(n?.value ?? 1, unit), 'stated', 'SET')
  const day = WEEKDAYS.get(at(r, i + 1))
  if (day) return found(i, i + 2, `XXXX-WXX-${day}`, 'stated', 'SET')
  const month = MONTHS.get(at(r, i + 1))
  if (month) return found(i, i + 2, `XXXX-${pad(month, 2)}`, 'stated', 'SET')
  const season = SEASONS.get(at(r, i + 1))
  return season ? found(i, i + 2, `XXXX-${season}`, 'stated', 'SET') : null
}

const ADVERBS: ReadonlyMap<string, string> = new Map([
  ['daily', 'P1D'],
  ['weekly', 'P1W'],
  ['monthly', 'P1M'],
  ['quarterly', 'P3M'],
  ['annually', 'P1Y'],
  ['yearly', 'P1Y'],
])

/** "two years", "a month", "five-year", "several weeks", "years". */
export const lengths: Rule = (r, i) => {
  if (phrase(r, i, 'one day') && r.tense(i) === 'future') return found(i, i + 2, 'FUTURE_REF', 'stated')
  const q = quantity(r, i)
  if (q) {
    const unit = UNITS.get(at(r, q.next))
    if (!unit) return null
    if (q.value === 1 && at(r, i) === 'a' && isRate(r, i))
      return found(i, q.next + 1, duration(1, unit), 'stated', 'SET')
    // "three-quarters of" is a share.
    if (unit === 'Q' && at(r, q.next + 1) === 'of') return null
    if (isAge(r, q.next) || (unit === 'S' && at(r, q.next) === 'second' && q.value !== 1)) return null
    return found(i, q.next + 1, fraction(q.value, unit), 'stated', 'DURATION')
  }
  const unit = UNITS.get(at(r, i))
  const plural = at(r, i).endsWith('s')
  if (!unit || !plural || unit === 'S' || unit === 'Q' || unit === 'WE') return null
  if (['the', 'these', 'those', 'of', '-', 'seconds'].includes(at(r, i - 1)) || readNumber(r, i - 1))
    return null
  if (unit === 'D' && at(r, i - 1) === 'on') return null
  return found(i, i + 1, duration('X', unit), 'stated', 'DURATION')
}

/** "a 6-year-old": how old somebody is tells no time of an act. */
function isAge(r: Reading, unit: number): boolean {
  return /^-?olds?$/.test(at(r, unit + 1)) || (at(r, unit + 1) === '-' && at(r, unit + 2) === 'old')
}

/** "half an hour" is PT30M, "a year and a half" P1.5Y. */
function fraction(value: number | 'X', unit: Unit): string {
  if (typeof value === 'number' && value % 1 === 0.5 && unit === 'H')
    return `PT${value > 1 ? `${Math.floor(value)}H` : ''}30M`
  if (value === 0.5 && unit === 'Y') return 'P6M'
  return duration(value, unit)
}

/** "twice a week", "$3 a day": so much in each unit. */
function isRate(r: Reading, i: number): boolean {
  return (
    /^(once|twice|times|barrels|percent|dollars|cents|people|%|\$)$/.test(at(r, i - 1)) ||
    /^(million|billion)$/.test(at(r, i - 1)) ||
    /^\d/.test(at(r, i - 1))
  )
}

/** "the weekend", "the week", "the latest quarter", "the year": the present or the last one. */
export const theUnit: Rule = (r, i) => {
  if (at(r, i) !== 'the' || !r.today) return null
  const latest = at(r, i + 1) === 'latest' || at(r, i + 1) === 'fiscal' ? 1 : 0
  const next = i + 2 + latest
  const unit = UNITS.get(at(r, next - 1))
  if (unit === 'WE')
    return found(i, next, unitValue(addDays(r.today, r.tense(i) === 'future' ? 0 : -7), 'WE'))
  if (unit === 'Q' && at(r, next - 1) === 'quarter')
    return found(i, next, unitValue(addMonths(r.today, -3), 'Q'))
  const during = /^(of|in|for|during|throughout)$/.test(at(r, i - 1))
  if (unit === 'Y' && during && /^(ended|ending|ends)$/.test(at(r, next)))
    return found(i, next, 'P1Y', 'stated', 'DURATION')
  if (!during || (unit !== 'W' && unit !== 'Y') || at(r, next - 1).endsWith('s')) return null
  return /^(of|to|-|before|after|when|that)$/.test(at(r, next))
    ? null
    : found(i, next, unitValue(r.today, unit))
}

/** "now", "recently", "the past", "in the near future". */
export const reference: Rule = (r, i) => {
  for (const [words, value] of REFERENCES) {
    const n = phrase(r, i, words)
    if (
      !n ||
      (words === 'the past' && UNITS.has(at(r, i + n))) ||
      (words === 'now' && at(r, i + 1) === 'that') ||
      (words === 'soon' && (at(r, i - 1) === 'as' || r.tense(i) === 'past'))
    )
      continue
    const noun = UNITS.get(at(r, i + n))
    const takes = words === 'recent' && noun ? 1 : 0
    if (words === 'the past' && /^\w/.test(at(r, i + n)) && at(r, i - 1) !== 'in') continue
    return found(i, i + n + takes, value, 'stated')
  }
  return null
}

/** The day that a value names, for the narrative. */
export function dayOfValue(value: string): Day | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(value)
  return day ? { year: Number(day[1]), month: Number(day[2]), day: Number(day[3]) } : null
}
