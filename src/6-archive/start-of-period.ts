import type { Period } from './answers.ts'

/** The first day of the day's year, month or week (which begins on Monday, ISO 8601). */
export function startOfPeriod(day: string, period: Period): string {
  if (period === 'year') return `${day.slice(0, 4)}-01-01`
  if (period === 'month') return `${day.slice(0, 7)}-01`
  if (period === 'day') return day
  const time = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(time)) return day
  const weekday = (new Date(time).getUTCDay() + 6) % 7
  return new Date(time - weekday * 86_400_000).toISOString().slice(0, 10)
}
