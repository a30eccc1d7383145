/** The first and last day that an EDTF date may mean; open ends are null. */
export interface Days {
  readonly from: string | null
  readonly to: string | null
}

/** Reads the days out of an EDTF date; null for what is no date. */
export function edtfDays(edtf: string): Days | null {
  const parts = edtf.split('/')
  if (parts.length > 2) return null
  const [first = '', second] = parts
  if (second === undefined) return oneDate(first)
  const from = isOpen(first) ? { from: null, to: null } : oneDate(first)
  const to = isOpen(second) ? { from: null, to: null } : oneDate(second)
  return from && to ? { from: from.from, to: to.to } : null
}

const isOpen = (part: string) => part === '' || part === '..'

const SEASON_MONTHS: Readonly<Record<string, readonly [number, number]>> = {
  '21': [3, 5],
  '22': [6, 8],
  '23': [9, 11],
  '24': [12, 12],
  '33': [1, 3],
  '34': [4, 6],
  '35': [7, 9],
  '36': [10, 12],
  '40': [1, 6],
  '41': [7, 12],
}

function oneDate(text: string): Days | null {
  const plain = text.replace(/[?~%]/g, '').replace(/T.*$/, '')
  const match = /^(\d{2}[\dX]{2})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/.exec(plain)
  if (!match) return null
  const [, year = '', month, day] = match
  const low = year.replaceAll('X', '0')
  const high = year.replaceAll('X', '9')
  if (month === undefined || month.includes('X')) return { from: `${low}-01-01`, to: `${high}-12-31` }
  const months = SEASON_MONTHS[month] ?? [Number(month), Number(month)]
  if (months[0] < 1 || months[1] > 12) return null
  if (day === undefined || day.includes('X'))
    return {
      from: `${low}-${two(months[0])}-01`,
      to: `${high}-${two(months[1])}-${lastDay(high, months[1])}`,
    }
  return { from: `${low}-${month}-${day}`, to: `${high}-${month}-${day}` }
}

const two = (number: number) => String(number).padStart(2, '0')

function lastDay(year: string, month: number): string {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? '30' : '31'
  const y = Number(year)
  return (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0 ? '29' : '28'
}

/** The day so many days later, ISO 8601; an impossible day comes back as it is. */
export function shiftDay(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) ? day : new Date(time + days * 86_400_000).toISOString().slice(0, 10)
}
