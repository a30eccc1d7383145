import type { RecordEvent } from '../api/types.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "2013-11-24T…" as "24 Nov 2013"; what is no such date comes back as it is. */
export function day(value: string | null): string {
  if (value === null) return 'undated'
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$/.exec(value)
  if (found === null) return value
  const [, year = '', month, date] = found
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  if (name === undefined) return year
  return date === undefined ? `${name} ${year}` : `${Number(date)} ${name} ${year}`
}

/** EDTF in words where it is a date, an interval or open at an end. */
export function edtf(value: string): string {
  const [from = '', to] = value.split('/')
  if (to === undefined) return simple(from)
  if (from === '..' || from === '') return `until ${simple(to)}`
  if (to === '..' || to === '') return `from ${simple(from)}`
  return `${simple(from)} to ${simple(to)}`
}

function simple(value: string): string {
  if (value.endsWith('~')) return `about ${simple(value.slice(0, -1))}`
  if (value.endsWith('?')) return `perhaps ${simple(value.slice(0, -1))}`
  return day(value)
}

const PLAIN_TYPE: { readonly [type: string]: string } = {
  AGREE: 'agree',
  CONSULT: 'consult',
  SUPPORT: 'support',
  CONCEDE: 'concede',
  COOPERATE: 'cooperate',
  AID: 'aid',
  RETREAT: 'retreat',
  REQUEST: 'request',
  ACCUSE: 'accuse',
  REJECT: 'reject',
  THREATEN: 'threaten',
  PROTEST: 'protest',
  SANCTION: 'sanction',
  MOBILIZE: 'mobilise',
  COERCE: 'coerce',
  ASSAULT: 'assault',
}

/** A PLOVER type as a plain verb. */
export function typeWord(type: string): string {
  return PLAIN_TYPE[type] ?? type.toLowerCase()
}

const QUADS: { readonly [quad: string]: string } = {
  'verbal-cooperation': 'verbal cooperation',
  'material-cooperation': 'material cooperation',
  'verbal-conflict': 'verbal conflict',
  'material-conflict': 'material conflict',
}

/** A quad class in words. */
export function quadWord(quad: string): string {
  return QUADS[quad] ?? quad
}

const STATUS: { readonly [status in RecordEvent['status']]: string } = {
  asserted: 'told as having happened',
  negated: 'told as not having happened',
  planned: 'planned or foreseen',
  hypothetical: 'conditional or merely possible',
  historical: 'told as the past before this report',
}

/** What a status means. */
export function statusMeaning(status: RecordEvent['status']): string {
  return STATUS[status]
}

/** 0.734 as "73 %". */
export function percent(value: number): string {
  return `${Math.round(value * 100)} %`
}

/** 1234567.5 as "1,234,567.5". */
export function number(value: number): string {
  const [whole = '', rest] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return rest === undefined ? grouped : `${grouped}.${rest}`
}
