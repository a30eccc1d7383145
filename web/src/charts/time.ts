import { scaleUtc } from 'd3-scale'

export type TimeScale = ReturnType<typeof scaleUtc<number, number>>

const DAY = 86_400_000
/** Midnight UTC at the beginning of an ISO day, month or year. */
export const instant = (day: string): number => Date.parse(`${(`${day}-01-01`).slice(0, 10)}T00:00:00Z`)

/** "2013-07-02" of an instant. */
export const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** The day so many days later. */
export const shift = (day: string, days: number): string => isoDay(instant(day) + days * DAY)

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((instant(to) - instant(from)) / DAY)

/** A scale of time over a width, in UTC: days in the record have no zone. */
export function timeScale(from: string, to: string, left: number, right: number): TimeScale {
  return scaleUtc<number, number>()
    .domain([instant(from), instant(to) + DAY])
    .range([left, right])
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Ticks with the fewest words that tell them apart: the year where it begins, else the month, else the day. */
export function timeTicks(
  scale: TimeScale,
  width: number,
): { readonly at: number; readonly label: string; readonly strong: boolean }[] {
  const ticks = scale.ticks(Math.max(2, Math.floor(width / 90)))
  return ticks.map((tick, i) => {
    const month = tick.getUTCMonth()
    const date = tick.getUTCDate()
    const newYear = month === 0 && date === 1
    const first = i === 0 && !newYear
    const year = tick.getUTCFullYear()
    const label = newYear
      ? String(year)
      : date === 1
        ? `${MONTHS[month]}${first ? ` ${year}` : ''}`
        : `${date} ${MONTHS[month]}${first ? ` ${year}` : ''}`
    return { at: scale(tick), label, strong: newYear || first }
  })
}

/** The day behind the last one of a period that begins on a day. */
export function periodEnd(start: string, period: 'day' | 'week' | 'month' | 'year'): string {
  if (period === 'day') return shift(start, 1)
  if (period === 'week') return shift(start, 7)
  const date = new Date(instant(start))
  if (period === 'month') date.setUTCMonth(date.getUTCMonth() + 1)
  else date.setUTCFullYear(date.getUTCFullYear() + 1)
  return isoDay(date.getTime())
}
