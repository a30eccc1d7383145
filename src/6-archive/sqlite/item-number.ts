import type { Driver } from './driver.ts'

/** So many items a day have numbers of that day; those beyond take the next day's, which costs them their order alone. */
const A_DAY = 2 ** 22

/** Days since the year 0, from 1; 0 for '' and for what is no day. */
function dayNumber(day: string): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)
  if (!match) return 0
  const month = Number(match[2])
  const date = Number(match[3])
  if (month < 1 || month > 12 || date < 1 || date > 31) return 0
  // a year that begins in March has its leap day at the end
  const year = Number(match[1]) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const ofEra = year - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear + 61
}

/** The first number that an item of this day may have; '2013' and '2013-07' stand for their first day. */
export function firstNumber(day: string): number {
  return dayNumber(day.length === 4 ? `${day}-01-01` : day.length === 7 ? `${day}-01` : day) * A_DAY
}

/** The first number behind this day, month or year. */
export function numberBehind(day: string): number {
  if (day.length === 4) return firstNumber(String(Number(day) + 1).padStart(4, '0'))
  if (day.length === 10) return firstNumber(day) + A_DAY
  const [year = '', month = ''] = day.split('-')
  return month === '12'
    ? numberBehind(year)
    : firstNumber(`${year}-${String(Number(month) + 1).padStart(2, '0')}`)
}

/** Items that have a day have at least this number. */
export const FIRST_DATED = A_DAY

/** Gives each new item of a table the next number of its day. */
export function numberer(driver: Driver) {
  const last = new Map<string, number>()
  return {
    next(table: string, day: string): number {
      const from = firstNumber(day)
      const key = `${table} ${from}`
      let n = last.get(key)
      if (n === undefined) {
        const row = driver
          .prepare(`select max(n) as n from ${table} where n >= ? and n < ?`)
          .get([from, from + A_DAY])
        n = typeof row?.n === 'number' ? row.n : from
      }
      n++
      last.set(key, n)
      return n
    },
    /** Another process may have written since. */
    forget: () => last.clear(),
  }
}
