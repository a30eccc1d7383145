import { Upos } from '#syntax'
import { addDays, daysInMonth, isoDay, pad } from '../calendar.ts'
import type { Tense } from './anchor.ts'
import { at, isCapital, readNumber } from './cursor.ts'
import { nearWeekday, nearYear } from './resolve.ts'
import type { Reading, Rule, Timex } from './timex.ts'
import { DAY_PARTS, DECADES, MONTHS, ordinal, SEASONS, WEEKDAYS } from './vocabulary.ts'

const found = (
  first: number,
  next: number,
  value: string,
  basis: Timex['basis'],
  type: Timex['type'] = 'DATE',
  mod: string | null = null,
): Timex => ({ first, next, type, value, mod, basis })

/** A year in digits at `i`, 0 for none. */
export function yearAt(r: Reading, i: number): number {
  const word = at(r, i)
  return /^(1[0-9]|20)\d\d$/.test(word) ? Number(word) : 0
}

/** ", 1998", "1998", "of 1998" or "last year" behind a month or season: the year and the word behind it. */
function yearBehind(r: Reading, i: number): { year: number; next: number; basis: Timex['basis'] } | null {
  const gap = at(r, i) === ',' || at(r, i) === 'of' ? 1 : 0
  const year = yearAt(r, i) || yearAt(r, i + gap)
  if (year) return { year, next: (yearAt(r, i) ? i : i + gap) + 1, basis: 'stated' }
  const words = spelledYear(r, i + gap)
  if (words) return { ...words, basis: 'stated' }
  const side = ['last', 'this', 'next'].indexOf(at(r, i + gap)) - 1
  if (side < -1 || at(r, i + gap + 1) !== 'year' || !r.today || at(r, i) === ',') return null
  return { year: r.today.year + side, next: i + gap + 2, basis: 'implied' }
}

/** "nineteen ninety-seven", "two thousand" as a year in words, as speech is written down. */
function spelledYear(r: Reading, i: number): { year: number; next: number } | null {
  if (at(r, i) === 'two' && at(r, i + 1) === 'thousand') return { year: 2000, next: i + 2 }
  const rest = at(r, i) === 'nineteen' ? readNumber(r, i + 1) : null
  return rest && rest.value > 9 && rest.value < 100 ? { year: 1900 + rest.value, next: rest.next } : null
}

/** Words that point ahead of the day of telling: "until Tuesday", "by March 1", "payable Dec. 15". */
const AHEAD = new Set(['until', 'till', 'by', 'through', 'payable', 'effective', 'due', 'before'])
/** … and behind it. */
const BEHIND = new Set(['since', 'ended', 'from'])

function tenseBefore(r: Reading, i: number): Tense {
  if (AHEAD.has(at(r, i - 1))) return 'future'
  return BEHIND.has(at(r, i - 1)) ? 'past' : r.tense(i)
}

/** The year that the story has got to, where it tells of years gone by or no day of publication is known. */
function storyYear(r: Reading, month: number, i: number): number {
  if (!r.story) return 0
  if (r.today && (r.today.year - r.story.year < 2 || r.tense(i) === 'future')) return 0
  return r.story.month > month + 6 ? r.story.year + 1 : r.story.year
}

function dayAt(r: Reading, i: number): number {
  const word = at(r, i)
  const n = /^\d{1,2}$/.test(word) ? Number(word) : /^\d{1,2}(st|nd|rd|th)$/.test(word) ? ordinal(word) : 0
  return n >= 1 && n <= 31 ? n : 0
}

function withDay(r: Reading, first: number, next: number, month: number, day: number): Timex | null {
  const behind = yearBehind(r, next)
  if (behind)
    return day <= daysInMonth(behind.year, month)
      ? found(first, behind.next, isoDay({ year: behind.year, month, day }), behind.basis)
      : null
  const told = storyYear(r, month, first)
  if (told && day <= daysInMonth(told, month))
    return found(first, next, isoDay({ year: told, month, day }), 'implied')
  if (!r.today) return found(first, next, `XXXX-${pad(month, 2)}-${pad(day, 2)}`, 'unknown')
  const year = nearYear(r.today, month, tenseBefore(r, first))
  return found(first, next, isoDay({ year, month, day: Math.min(day, daysInMonth(year, month)) }), 'implied')
}

/** "July 2", "July 2, 2013", "Jan. 5th" and "2 July 2013". */
export const monthDay: Rule = (r, i) => {
  const month = MONTHS.get(at(r, i))
  if (month && isCapital(r, i)) {
    const day = dayAt(r, i + 1)
    if (day && at(r, i + 2) !== ':') return withDay(r, i, i + 2, month, day)
    return null
  }
  const day = dayAt(r, i)
  const of = at(r, i + 1) === 'of' ? 1 : 0
  const after = day ? MONTHS.get(at(r, i + 1 + of)) : undefined
  return after && isCapital(r, i + 1 + of) ? withDay(r, i, i + 2 + of, after, day) : null
}

/** Words that may stand before "May" and "March" when they are months. */
const BEFORE_MONTH = new Set(
  'in of since until by from to early late mid last next this during before after for through till between and - every each'.split(
    ' ',
  ),
)

/** "July 2013", "July", "last July". */
export const monthAlone: Rule = (r, i) => {
  const month = MONTHS.get(at(r, i))
  if (!month || !isCapital(r, i)) return null
  const behind = yearBehind(r, i + 1)
  if (behind) return found(i, behind.next, `${pad(behind.year, 4)}-${pad(month, 2)}`, behind.basis)
  const doubtful = ['may', 'march', 'jan', 'august'].includes(at(r, i)) && r.syntax.upos[i + 1] !== Upos.PUNCT
  if (doubtful && !BEFORE_MONTH.has(at(r, i - 1))) return null
  const told = storyYear(r, month, i)
  if (told) return found(i, i + 1, `${pad(told, 4)}-${pad(month, 2)}`, 'implied')
  if (!r.today) return found(i, i + 1, `XXXX-${pad(month, 2)}`, 'unknown')
  return found(i, i + 1, `${pad(nearYear(r.today, month, tenseBefore(r, i)), 4)}-${pad(month, 2)}`, 'implied')
}

/** "last July", "next March", "this September". */
export const relativeMonth: Rule = (r, i) => {
  const side = at(r, i)
  const month = MONTHS.get(at(r, i + 1))
  if (
    !month ||
    !isCapital(r, i + 1) ||
    !r.today ||
    !['last', 'next', 'this', 'past', 'coming'].includes(side)
  )
    return null
  const { year, month: now } = r.today
  const y =
    side === 'this'
      ? year
      : side === 'next' || side === 'coming'
        ? month > now
          ? year
          : year + 1
        : month < now
          ? year
          : year - 1
  return found(i, i + 2, `${pad(y, 4)}-${pad(month, 2)}`, 'implied')
}

/** "2013-07-02", "7/2/2013", "07/02/98". */
export const numericDate: Rule = (r, i) => {
  const word = at(r, i)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word)
  if (iso) return valid(i, i + 1, Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const slash = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(word)
  if (slash) return valid(i, i + 1, fullYear(Number(slash[3])), Number(slash[1]), Number(slash[2]))
  if (yearAt(r, i) && at(r, i + 1) === '-' && at(r, i + 3) === '-' && dayAt(r, i + 2) && dayAt(r, i + 4))
    return valid(i, i + 5, yearAt(r, i), Number(at(r, i + 2)), Number(at(r, i + 4)))
  return null
}

const fullYear = (n: number) => (n >= 100 ? n : n > 50 ? 1900 + n : 2000 + n)

function valid(first: number, next: number, year: number, month: number, day: number): Timex | null {
  if (month > 12 && day <= 12) return valid(first, next, year, day, month)
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return found(first, next, isoDay({ year, month, day }), 'stated')
}

/** "Tuesday", "last Friday", "Monday night", "Tuesday, July 2, 2013". */
export const weekdayRule: Rule = (r, i) => {
  const side = ['last', 'next', 'this', 'past', 'coming'].includes(at(r, i)) ? at(r, i) : ''
  const w = i + (side ? 1 : 0)
  const target = WEEKDAYS.get(at(r, w))
  if (!target || !isCapital(r, w)) return null
  const date = at(r, w + 1) === ',' ? monthDay(r, w + 2) : monthDay(r, w + 1)
  if (date) return { ...date, first: i }
  const part = DAY_PARTS.get(at(r, w + 1))
  const next = w + (part ? 2 : 1)
  if (!r.today)
    return found(i, next, `XXXX-WXX-${target}${part ? `T${part}` : ''}`, 'unknown', part ? 'TIME' : 'DATE')
  const ahead = side === 'next' || side === 'coming'
  const back = side === 'last' || side === 'past'
  const near = nearWeekday(r.today, target, ahead ? 'future' : back ? 'past' : tenseBefore(r, i))
  const same = isoDay(near) === isoDay(r.today)
  const day = same && (ahead || back) ? addDays(near, ahead ? 7 : -7) : near
  return found(i, next, `${isoDay(day)}${part ? `T${part}` : ''}`, 'implied', part ? 'TIME' : 'DATE')
}

/** "in 1979", "the 1995 election", "fiscal 1989"; not "1,995 men" or "1995 people". */
export const yearAlone: Rule = (r, i) => {
  const the = at(r, i) === 'the' && at(r, i + 1) === 'year' ? 2 : 0
  const spelled = the || at(r, i) === 'nineteen' ? spelledYear(r, i + the) : null
  if (spelled) return found(i, spelled.next, String(spelled.year), 'stated')
  if (the && yearAt(r, i + 2)) return found(i, i + 3, String(yearAt(r, i + 2)), 'stated')
  const fiscal = at(r, i) === 'fiscal' ? 1 : 0
  const year = yearAt(r, i + fiscal)
  if (!year) return null
  const before = at(r, i - 1)
  if (
    ['$', '£', '€', '#', 'no.', 'nearly', 'about', '/', ':'].includes(before) ||
    ['%', 'percent', 'people', 'men', 'miles', ':', '/'].includes(at(r, i + 1 + fiscal))
  )
    return null
  if (year < 1400 && !['in', 'since', 'of', 'year'].includes(before)) return null
  return found(i, i + 1 + fiscal, String(year), 'stated')
}

/** "in his 30s" tells an age. */
const OWN = new Set(['his', 'her', 'their', 'my', 'your', 'our'])

/** "the 1990s", "the '80s", "the early nineties", "the 19th century". */
export const decade: Rule = (r, i) => {
  const whole = /^(1\d|20)(\d)0s$/.exec(at(r, i))
  if (whole) return found(i, i + 1, `${whole[1]}${whole[2]}`, 'stated')
  const apostrophe = at(r, i) === "'" || at(r, i) === '’' || at(r, i) === '‘' ? 1 : 0
  const short = /^['’‘]?(\d)0s$/.exec(at(r, i + apostrophe))
  if (short && !OWN.has(at(r, i - 1)))
    return found(i, i + 1 + apostrophe, `${Number(short[1]) < 2 ? '20' : '19'}${short[1]}`, 'implied')
  const named = DECADES.get(at(r, i))
  if (named && !OWN.has(at(r, i - 1))) return found(i, i + 1, `19${named / 10}`, 'implied')
  const n = ordinal(at(r, i))
  const gap = at(r, i + 1) === '-' ? 1 : 0
  if (n && n > 3 && at(r, i + 1 + gap) === 'century') return found(i, i + 2 + gap, pad(n - 1, 2), 'stated')
  return null
}

const BEFORE_SEASON = new Set(['in', 'of', 'into', 'during', 'by', 'until', 'for', 'since', 'through'])

/** "summer 1998", "last winter", "this fall", "the spring of 2011". */
export const season: Rule = (r, i) => {
  const side = ['last', 'next', 'this', 'the', 'past', 'coming'].includes(at(r, i)) ? at(r, i) : ''
  const w = i + (side ? 1 : 0)
  const code = SEASONS.get(at(r, w))
  if (!code) return null
  const behind = yearBehind(r, w + 1)
  if (behind) return found(i, behind.next, `${behind.year}-${code}`, 'stated')
  if (!r.today || !side || (side === 'the' && !BEFORE_SEASON.has(at(r, i - 1)))) return null
  const ordered = ['WI', 'SP', 'SU', 'FA']
  const now = Math.floor((r.today.month % 12) / 3)
  const ahead = ordered.indexOf(code) - now
  const back = side === 'last' || side === 'past' || (side === 'the' && r.tense(i) === 'past')
  const year = back
    ? ahead < 0
      ? r.today.year
      : r.today.year - 1
    : side === 'next' && ahead <= 0
      ? r.today.year + 1
      : r.today.year
  return found(i, w + 1, `${year}-${code}`, 'implied')
}

/** The year that stands before a quarter: "the 1988 second quarter", "last year's third quarter". */
function yearBefore(r: Reading, i: number): { year: number; next: number } | null {
  const year = yearAt(r, i)
  if (year) return { year, next: i + 1 + (/^['’]s$/.test(at(r, i + 1)) ? 1 : 0) }
  const side = ['last', 'this', 'next'].indexOf(at(r, i)) - 1
  if (side < -1 || at(r, i + 1) !== 'year' || !/^['’]s$/.test(at(r, i + 2)) || !r.today) return null
  return { year: r.today.year + side, next: i + 3 }
}

/** "the third quarter of 1998", "first-quarter", "the 1988 quarter", "this year's first half". */
export const quarter: Rule = (r, i) => {
  const the = at(r, i) === 'the' ? 1 : 0
  const before = yearBefore(r, i + the)
  const fiscal = at(r, before?.next ?? i + the) === 'fiscal' ? 1 : 0
  const w = (before?.next ?? i + the) + fiscal
  if (before && r.quarter && /^(quarter|period)$/.test(at(r, w)))
    return found(i, w + 1, `${before.year}-${r.quarter}`, 'implied')
  const n = ordinal(at(r, w))
  const gap = at(r, w + 1) === '-' ? 1 : 0
  const noun = at(r, w + 1 + gap)
  if (!n || n > 4 || (noun !== 'quarter' && !(noun === 'half' && n < 3 && (the || before)))) return null
  const behind = before ? null : yearBehind(r, w + 2 + gap)
  const letter = noun === 'quarter' ? 'Q' : 'H'
  const next = behind?.next ?? w + 2 + gap
  if (before) return found(i, next, `${before.year}-${letter}${n}`, 'stated')
  if (!behind && !r.today) return found(i, next, `XXXX-${letter}${n}`, 'unknown')
  const now = r.today ? Math.ceil(r.today.month / (letter === 'Q' ? 3 : 6)) : 0
  const tense = r.tense(w)
  const year =
    behind?.year ?? (r.today ? (n > now && tense !== 'future' ? r.today.year - 1 : r.today.year) : 0)
  return found(i, next, `${year}-${letter}${n}`, behind?.basis ?? 'implied')
}

/** "3 p.m.", "10:30 a.m. on Tuesday", "noon", "midnight", "0900 GMT". */
export const clock: Rule = (r, i) => {
  const plain = at(r, i)
  const time = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(plain)
  const half = at(r, i + 1).replace(/\./g, '')
  let [hour, minute, next] = [-1, 0, i + 1]
  if (time && (half === 'am' || half === 'pm')) {
    hour = (Number(time[1]) % 12) + (half === 'pm' ? 12 : 0)
    minute = Number(time[2] ?? 0)
    next = i + 2
  } else if (time?.[2] && /^\d{1,2}:/.test(plain) && Number(time[1]) < 24) {
    hour = Number(time[1])
    minute = Number(time[2])
  } else if (/^\d{4}$/.test(plain) && ['gmt', 'utc', 'hours'].includes(at(r, i + 1))) {
    hour = Number(plain.slice(0, 2))
    minute = Number(plain.slice(2))
  } else if (plain === 'noon' || plain === 'midnight') hour = plain === 'noon' ? 12 : 0
  if (hour < 0 || hour > 24 || minute > 59) return null
  while (['gmt', 'utc', 'est', 'edt', 'et', 'local', 'time', 'cet'].includes(at(r, next))) next++
  const on = at(r, next) === 'on' || at(r, next) === ',' ? 1 : 0
  const day = weekdayRule(r, next + on) ?? monthDay(r, next + on)
  const stamp = `T${pad(hour, 2)}:${pad(minute, 2)}`
  if (day && day.type === 'DATE') return { ...day, first: i, type: 'TIME', value: day.value + stamp }
  if (!r.today) return found(i, next, `XXXX-XX-XX${stamp}`, 'unknown', 'TIME')
  return found(i, next, `${isoDay(r.today)}${stamp}`, 'implied', 'TIME')
}
