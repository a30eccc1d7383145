const SHAPE =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T([01]\d|2[0-4]):([0-5]\d)(?::([0-5]\d|60)(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d(?::\d\d)?)?)?)?)?$/

/** Is this an ISO 8601 year, month, day or date-time that the calendar has? */
export function isIsoDate(date: string): boolean {
  const parts = SHAPE.exec(date)
  if (!parts) return false
  const month = Number(parts[2] ?? 1)
  const day = Number(parts[3] ?? 1)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(parts[1]), month)
}

/** Number of days of a month (1–12) in the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
