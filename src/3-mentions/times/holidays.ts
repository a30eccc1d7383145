import { addDays, type Day, dayNumber, isoDay, weekday } from '../calendar.ts'
import { at, phrase } from './cursor.ts'
import type { Reading, Rule, Timex } from './timex.ts'

/** The weekday (1 Monday … 7) of a month, the nth from the front, or from the back when negative. */
function nthWeekday(year: number, month: number, day: number, nth: number): Day {
  if (nth > 0) {
    const first = { year, month, day: 1 }
    return addDays(first, ((day - weekday(first) + 7) % 7) + (nth - 1) * 7)
  }
  const last = addDays({ year: month === 12 ? year + 1 : year, month: (month % 12) + 1, day: 1 }, -1)
  return addDays(last, -((weekday(last) - day + 7) % 7))
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return { year, month: Math.floor(n / 31), day: (n % 31) + 1 }
}

const fixed = (month: number, day: number) => (year: number) => ({ year, month, day })

/** Named days as news in English knows them, and the day that each falls on. */
const HOLIDAYS: readonly (readonly [string, (year: number) => Day])[] = [
  ['thanksgiving day', (year) => nthWeekday(year, 11, 4, 4)],
  ['thanksgiving', (year) => nthWeekday(year, 11, 4, 4)],
  ['christmas day', fixed(12, 25)],
  ['christmas eve', fixed(12, 24)],
  ['christmas', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  ["new year 's day", fixed(1, 1)],
  ["new year 's eve", fixed(12, 31)],
  ['new year’s day', fixed(1, 1)],
  ['new year’s eve', fixed(12, 31)],
  ['easter sunday', easter],
  ['easter monday', (year) => addDays(easter(year), 1)],
  ['good friday', (year) => addDays(easter(year), -2)],
  ['easter', easter],
  ['labor day', (year) => nthWeekday(year, 9, 1, 1)],
  ['memorial day', (year) => nthWeekday(year, 5, 1, -1)],
  ['veterans day', fixed(11, 11)],
  ['armistice day', fixed(11, 11)],
  ["valentine 's day", fixed(2, 14)],
  ['halloween', fixed(10, 31)],
  ['may day', fixed(5, 1)],
  ['bastille day', fixed(7, 14)],
]

const SIDES = new Set(['last', 'next', 'this'])

/** "Thanksgiving", "last Christmas", "Easter Sunday 1998", "New Year's Eve". */
export const holiday: Rule = (r, i) => {
  const side = SIDES.has(at(r, i)) ? at(r, i) : ''
  const first = i + (side ? 1 : 0)
  for (const [words, dayIn] of HOLIDAYS) {
    const n = phrase(r, first, words)
    if (n) return named(r, i, first + n, side, dayIn)
  }
  return null
}

function named(
  r: Reading,
  first: number,
  next: number,
  side: string,
  dayIn: (year: number) => Day,
): Timex | null {
  const gap = at(r, next) === ',' ? 1 : 0
  const year = /^(19|20)\d\d$/.test(at(r, next + gap)) ? Number(at(r, next + gap)) : 0
  const found = (end: number, day: Day, basis: Timex['basis']): Timex => ({
    first,
    next: end,
    type: 'DATE',
    value: isoDay(day),
    mod: null,
    basis,
  })
  if (year) return found(next + gap + 1, dayIn(year), 'stated')
  if (!r.today) return null
  const ahead = side === 'next' || (side === '' && r.tense(first) === 'future')
  const now = dayNumber(r.today)
  let day = dayIn(r.today.year)
  if (ahead && dayNumber(day) < now) day = dayIn(r.today.year + 1)
  if (!ahead && side !== 'this' && dayNumber(day) > now + (side ? 0 : 31)) day = dayIn(r.today.year - 1)
  return found(next, day, 'implied')
}
