/** The proleptic Gregorian calendar on plain numbers: no clock, no zone. Days count from 1970-01-01. */

export interface Day {
  readonly year: number
  /** 1 … 12 */
  readonly month: number
  readonly day: number
}

/** Days since 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayNumber({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yoe = y - era * 400
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468
}

/** The day that lies so many days after 1970-01-01. */
export function dayOf(number: number): Day {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  )
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  }
}

export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days)

/** The same day of another month, or that month's last. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const count = year * 12 + (month - 1) + months
  const y = Math.floor(count / 12)
  const m = count - y * 12 + 1
  return { year: y, month: m, day: Math.min(day, daysInMonth(y, m)) }
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** 1 is Monday, 7 Sunday (ISO 8601). */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** ISO 8601 week: `2013-W27`. */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - weekday(day))
  const week =
    Math.floor((dayNumber(thursday) - dayNumber({ year: thursday.year, month: 1, day: 1 })) / 7) + 1
  return `${pad(thursday.year, 4)}-W${pad(week, 2)}`
}

/** Monday of an ISO week. */
export function weekStart(year: number, week: number): Day {
  const fourth = { year, month: 1, day: 4 }
  return addDays(fourth, 1 - weekday(fourth) + (week - 1) * 7)
}

export const pad = (n: number, width: number): string => String(n).padStart(width, '0')
export const isoDay = ({ year, month, day }: Day): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
export const isoMonth = ({ year, month }: Day): string => `${pad(year, 4)}-${pad(month, 2)}`

/** The day that an ISO 8601 date or date-time names in its own zone; null when it names none. */
export function parseDay(iso: string | null): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '')
  if (!found) return null
  const day = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) }
  const real =
    day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= daysInMonth(day.year, day.month)
  return real ? day : null
}

/** First day of the quarter that a day lies in. */
export const quarterStart = ({ year, month }: Day): Day => ({
  year,
  month: month - ((month - 1) % 3),
  day: 1,
})
