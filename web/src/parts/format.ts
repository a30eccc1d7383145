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

/** A type as a verb: of one, of several, with whom it is done; and what several do to each other. */
const VERBS: { readonly [type: string]: readonly [one: string, many: string, toWhom: string] } = {
  AGREE: ['agrees', 'agree', 'with'],
  CONSULT: ['consults', 'consult', 'with'],
  SUPPORT: ['supports', 'support', ''],
  CONCEDE: ['concedes', 'concede', 'to'],
  COOPERATE: ['cooperates', 'cooperate', 'with'],
  AID: ['aids', 'aid', ''],
  RETREAT: ['retreats', 'retreat', 'before'],
  REQUEST: ['makes a request', 'make a request', 'of'],
  ACCUSE: ['accuses', 'accuse', ''],
  REJECT: ['rejects', 'reject', ''],
  THREATEN: ['threatens', 'threaten', ''],
  PROTEST: ['protests', 'protest', 'against'],
  SANCTION: ['sanctions', 'sanction', ''],
  MOBILIZE: ['mobilises', 'mobilise', 'against'],
  COERCE: ['coerces', 'coerce', ''],
  ASSAULT: ['assaults', 'assault', ''],
}

/** The verb of a deed done by one or several, to somebody or to nobody named. */
export function deedWord(type: string, several: boolean, toSomebody: boolean): string {
  const [one, many, toWhom] = VERBS[type] ?? [type.toLowerCase(), type.toLowerCase(), '']
  return `${several ? many : one}${toSomebody && toWhom !== '' ? ` ${toWhom}` : ''}`
}

/** PLOVER's sixteen types, from cooperation to conflict. */
export const PLOVER_TYPES: readonly string[] = Object.keys(VERBS)

/** A PLOVER type as a plain verb. */
export function typeWord(type: string): string {
  return VERBS[type]?.[1] ?? type.toLowerCase()
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

const STATUS: { readonly [status: string]: string } = {
  asserted: 'told as having happened',
  negated: 'told as not having happened',
  planned: 'planned or foreseen',
  hypothetical: 'conditional or merely possible',
  historical: 'told as the past before this report',
}

/** What a status means. */
export function statusMeaning(status: string): string {
  return STATUS[status] ?? status
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
