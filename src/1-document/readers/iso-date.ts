import { isIsoDate } from '../is-iso-date.ts'

/** How month names begin in English, French, German, Spanish, Italian, Portuguese, Dutch and the Nordic languages. */
const MONTHS = [
  /^(?:jan|ene|gen)/,
  /^(?:feb|f[ée]v)/,
  /^(?:m[aä]r|mrt)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mag|maj|mei)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|ao[uû]|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^nov/,
  /^(?:dec|déc|dez|dic|des)/,
]

/** Offsets of the zone names that mail and feeds use (RFC 2822 and the commonest beyond). */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  sgt: '+08:00',
  ist: '+05:30',
  jst: '+09:00',
}

interface Clock {
  readonly words: string
  readonly zone: string
}

/**
 * Makes an ISO 8601 date or date-time of a date as carriers write it: ISO with odd separators, RFC 2822, "July 2,
 * 2013", "2 July 2013 9:15 GMT", "20130702T091500Z", "02/07/2013" only where day and month cannot be mistaken. Null
 * where it cannot be told.
 */
export function isoDate(raw: string): string | null {
  const words = raw.trim().replace(/\s+/g, ' ').slice(0, 120)
  if (isIsoDate(words)) return words
  return numeric(words) ?? compact(words) ?? named(words) ?? slashed(words) ?? counted(words)
}

/** 2013-07-02 09:15:00+00:00, 2013/7/2, 2013-07-02T09:15:00.000+0000 */
function numeric(words: string): string | null {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(.*))?$/i.exec(words)
  if (!parts) return null
  return build(Number(parts[1]), Number(parts[2]), Number(parts[3]), readClock(parts[4] ?? ''))
}

/** 20130702, 20130702T091500Z, 20130702T091500+0100 */
function compact(words: string): string | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i.exec(words)
  if (!parts) return null
  const [, year, month, day, hour, minute, second, zone] = parts
  const clock =
    hour && minute ? { words: `${hour}:${minute}:${second ?? '00'}`, zone: zoneOf(zone ?? '') } : null
  return build(Number(year), Number(month), Number(day), clock)
}

/** Tue, 02 Jul 2013 09:15:00 GMT; July 2, 2013; 2nd July 2013; 26-FEB-1987 15:01:01.79 */
function named(words: string): string | null {
  const bare = words.replace(/^(?:\p{L}{3,10}\.?,? )(?=\d{1,2}[ -]\p{L}|\p{L}{3,9}\.? \d{1,2}\b)/iu, '')
  const first = /^(\d{1,2})(?:st|nd|rd|th|\.)?[- ](\p{L}{3,9})\.?,?[- ](\d{4}|\d\d)\b,?(.*)$/iu.exec(bare)
  if (first) return build(fullYear(first[3]), month(first[2]), Number(first[1]), readClock(first[4] ?? ''))
  const second = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b,?(.*)$/i.exec(bare)
  if (second) return build(Number(second[3]), month(second[1]), Number(second[2]), readClock(second[4] ?? ''))
  const alone = /^([a-z]{3,9})\.? (\d{4})$/i.exec(bare)
  return alone && month(alone[1]) > 0 ? checked(`${alone[2]}-${two(month(alone[1]))}`) : null
}

/** 25/12/2013 or 12/25/2013: one of the two numbers must be above 12, or both the same; with dots the day stands first. */
function slashed(words: string): string | null {
  const parts = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:[ ,]+(.*))?$/.exec(words)
  if (!parts) return null
  const [a, b, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const dayFirst = a > 12 || words.includes('.')
  if (!dayFirst && a <= 12 && b <= 12 && a !== b) return null
  return build(year, dayFirst ? b : a, dayFirst ? a : b, readClock(parts[4] ?? ''))
}

/** Seconds or milliseconds since 1970, of the years 1990 to 2100. */
function counted(words: string): string | null {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(words)) return null
  const instant = new Date(Number(words) * (words.length > 10 ? 1 : 1000))
  const year = instant.getUTCFullYear()
  return year < 1990 || year > 2100 ? null : instant.toISOString().replace(/\.\d+Z$/, 'Z')
}

const month = (name = '') => MONTHS.findIndex((begin) => begin.test(name.toLowerCase())) + 1

const fullYear = (year = '') =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900)

function readClock(words: string): Clock | null {
  const parts =
    /(\d{1,2})[:.](\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*(?:\(?([a-z]{1,4})?\)?)?\s*([+-]\d\d:?\d\d)?/i.exec(
      words,
    )
  if (!parts) return null
  const [, hours, minutes, seconds, half, name, offset] = parts
  const hour = Number(hours)
  const shifted = half ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour
  const zone = offset ? zoneOf(offset) : (ZONES[(name ?? '').toLowerCase()] ?? '')
  return { words: `${two(shifted)}:${minutes}:${seconds ?? '00'}`, zone }
}

const zoneOf = (zone: string) =>
  /^z$/i.test(zone) || /^[+-]00:?00$/.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')

const two = (number: number) => String(number).padStart(2, '0')

function build(year: number, month: number, day: number, clock: Clock | null): string | null {
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return (clock && checked(`${date}T${clock.words}${clock.zone}`)) ?? checked(date)
}

const checked = (date: string) => (isIsoDate(date) ? date : null)
