import {
  addDays,
  addMonths,
  type Day,
  isoDay,
  isoMonth,
  isoWeek,
  pad,
  quarterStart,
  weekday,
} from '../calendar.ts'
import type { Tense } from './anchor.ts'
import type { Unit } from './vocabulary.ts'

/** A TIMEX3 value for the unit of time that a day lies in. */
export function unitValue(day: Day, unit: Unit): string {
  switch (unit) {
    case 'Y':
      return pad(day.year, 4)
    case 'Q':
      return `${pad(day.year, 4)}-Q${Math.ceil(day.month / 3)}`
    case 'M':
      return isoMonth(day)
    case 'W':
      return isoWeek(day)
    case 'WE':
      return `${isoWeek(day)}-WE`
    case 'DE':
      return pad(Math.floor(day.year / 10), 3)
    case 'CE':
      return pad(Math.floor(day.year / 100), 2)
    default:
      return isoDay(day)
  }
}

/** The day so many units before (negative) or after. Fractions are rounded to the next smaller unit. */
export function shift(day: Day, unit: Unit, count: number): Day {
  switch (unit) {
    case 'CE':
      return addMonths(day, Math.round(count * 1200))
    case 'DE':
      return addMonths(day, Math.round(count * 120))
    case 'Y':
      return addMonths(day, Math.round(count * 12))
    case 'Q':
      return addMonths(quarterStart(day), Math.round(count * 3))
    case 'M':
      return addMonths(day, Math.round(count))
    case 'W':
    case 'WE':
      return addDays(day, Math.round(count * 7))
    case 'D':
      return addDays(day, Math.round(count))
    default:
      return day
  }
}

/** The weekday nearest to today in the direction of the tense; today itself when it is that day. */
export function nearWeekday(today: Day, target: number, tense: Tense): Day {
  const back = (weekday(today) - target + 7) % 7
  if (back === 0) return today
  return tense === 'future' ? addDays(today, 7 - back) : addDays(today, -back)
}

/** The year of a month without one: the next when the tense looks ahead, else the nearest, rather before than behind. */
export function nearYear(today: Day, month: number, tense: Tense): number {
  const ahead = month - today.month
  if (tense === 'future') return ahead >= 0 ? today.year : today.year + 1
  // A month just ahead is this year's even where the verb looks back ("was planned for March"): else one says "last March".
  if (tense === 'past') return ahead <= 3 ? today.year : today.year - 1
  if (ahead > 6) return today.year - 1
  return ahead < -6 ? today.year + 1 : today.year
}

/** TIMEX3 duration: P2Y, PT30M, PXD (vague), P2DE. */
export function duration(count: number | 'X', unit: Unit): string {
  const n = count === 'X' ? 'X' : String(count)
  if (unit === 'MIN') return `PT${n}M`
  if (unit === 'S' || unit === 'H') return `PT${n}${unit}`
  if (unit === 'WE') return `P${n}WE`
  if (unit === 'Q') return count === 'X' ? 'PXQ' : `P${count * 3}M`
  return `P${n}${unit}`
}
