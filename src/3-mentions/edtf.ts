import { addDays, type Day, daysInMonth, isoDay, weekStart } from './calendar.ts'

/** First and last day that an EDTF value can mean, `YYYY-MM-DD`; null is an open end. */
export interface DayRange {
  readonly from: string | null
  readonly to: string | null
}

/**
 * The days that an EDTF value covers: dates of any precision, decades (`199X`), seasons and quarters (21–24, 33–36),
 * intervals with open ends (`2013-09/..`); qualifiers (`~ ? %`) and times of day are passed over. Null for anything else.
 *
 * @see ISO 8601-2:2019, EDTF levels 0 to 2
 */
export function edtfRange(edtf: string): DayRange | null {
  const parts = edtf.split('/')
  if (parts.length > 2) return null
  if (parts.length === 1) return single(edtf)
  const [first = '', last = ''] = parts
  const from = isOpen(first) ? { from: null, to: null } : single(first)
  const to = isOpen(last) ? { from: null, to: null } : single(last)
  return from && to ? { from: from.from, to: to.to } : null
}

const isOpen = (part: string): boolean => part === '' || part === '..'

function single(value: string): DayRange | null {
  const plain = value.replace(/[~?%]/g, '').replace(/T.*$/, '')
  const found = /^(\d{2,4})(X{0,2})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?$/.exec(plain)
  if (!found) return null
  const [, digits = '', blanks = '', mm, dd] = found
  if (digits.length + blanks.length !== 4) return null
  const low = Number(digits.padEnd(4, '0'))
  const high = Number(digits.padEnd(4, '9'))
  if (mm === undefined || mm === 'XX')
    return range({ year: low, month: 1, day: 1 }, { year: high, month: 12, day: 31 })
  if (blanks !== '') return null
  return inYear(low, Number(mm), dd)
}

function inYear(year: number, month: number, dd: string | undefined): DayRange | null {
  if (month >= 21 && month <= 24) return season(year, month - 21)
  if (month >= 33 && month <= 36) return months(year, (month - 33) * 3 + 1, 3)
  if (month >= 40 && month <= 41) return months(year, (month - 40) * 6 + 1, 6)
  if (month < 1 || month > 12) return null
  if (dd === undefined || dd === 'XX') return months(year, month, 1)
  const day = Number(dd)
  return day >= 1 && day <= daysInMonth(year, month)
    ? range({ year, month, day }, { year, month, day })
    : null
}

/** Northern seasons: spring is March to May; winter runs from December into the next year. */
const season = (year: number, index: number): DayRange =>
  index === 3 ? months(year, 12, 3) : months(year, 3 + index * 3, 3)

function months(year: number, first: number, count: number): DayRange {
  const last = first + count - 1
  const y = last > 12 ? year + 1 : year
  const m = last > 12 ? last - 12 : last
  return range({ year, month: first, day: 1 }, { year: y, month: m, day: daysInMonth(y, m) })
}

const range = (from: Day, to: Day): DayRange => ({ from: isoDay(from), to: isoDay(to) })

/** The EDTF form of a TIMEX3 value; null where it has none (durations, sets, vague references). */
export function edtfOf(value: string): string | null {
  const date = value.replace(/T.*$/, '')
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) return date
  if (/^\d{3}$/.test(date)) return `${date}X`
  if (/^\d{2}$/.test(date)) return `${date}XX`
  const quarter = /^(\d{4})-Q([1-4])$/.exec(date)
  if (quarter) return `${quarter[1]}-${32 + Number(quarter[2])}`
  const half = /^(\d{4})-H([12])$/.exec(date)
  if (half) return `${half[1]}-${39 + Number(half[2])}`
  const time = /^(\d{4})-(SP|SU|FA|WI)$/.exec(date)
  if (time) return `${time[1]}-${21 + ['SP', 'SU', 'FA', 'WI'].indexOf(time[2] as string)}`
  return edtfOfWeek(date)
}

function edtfOfWeek(date: string): string | null {
  const found = /^(\d{4})-W(\d{2})(-WE)?$/.exec(date)
  if (!found) return null
  const monday = weekStart(Number(found[1]), Number(found[2]))
  return `${isoDay(found[3] ? addDays(monday, 5) : monday)}/${isoDay(addDays(monday, 6))}`
}
