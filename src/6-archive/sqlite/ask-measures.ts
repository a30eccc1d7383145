import type {
  DyadRow,
  Edge,
  Facets,
  FacetValue,
  Filter,
  Party,
  Period,
  PlaceCount,
  Stats,
  TimelinePoint,
} from '../answers.ts'
import type { FacetKind } from '../archive.ts'
import { edgesOf } from '../edges.ts'
import { getOrMake } from '../get-or-make.ts'
import { startOfPeriod } from '../start-of-period.ts'
import { ask, isItem, type Question } from './ask.ts'
import type { Cell, Driver, Row } from './driver.ts'
import { firstNumber, numberBehind } from './item-number.ts'
import { isLocal, type Keyring, readParties } from './keys.ts'
import { ALL, pairsOf } from './tally.ts'

/** Measures look at so many items at most, the newest first. */
const MOST_LOOKED_AT = 10_000
const SUMS = `sum(events) as events, sum(happenings) as happenings, sum(verbal_cooperation) as vc, sum(material_cooperation) as mc,
  sum(verbal_conflict) as vx, sum(material_conflict) as mx, sum(intensity) as intensity`

const QUAD_SUMS: Readonly<Record<string, 'vc' | 'mc' | 'vx' | 'mx'>> = {
  'verbal-cooperation': 'vc',
  'material-cooperation': 'mc',
  'verbal-conflict': 'vx',
  'material-conflict': 'mx',
}

/** Fields of a filter that say something. */
function asked(filter: Filter): string[] {
  return Object.entries(filter)
    .filter(([, value]) => value !== undefined && value !== '' && (!Array.isArray(value) || value.length > 0))
    .map(([name]) => name)
}

/** Rows that a question finds, the newest first, and whether there are more of them. */
function rowsOf(
  driver: Driver,
  question: Question,
  columns: string,
  most: number,
): { rows: Row[]; more: boolean } {
  if (question.none) return { rows: [], more: false }
  const { table, match, from, below } = question
  const origin = isItem(table) && table !== 'document' ? ' cross join document d on d.n = x.document' : ''
  const where = [
    ...(match === null ? [] : [`${table}_fts match ?`]),
    `x.n >= ?`,
    `x.n < ?`,
    ...question.where,
  ]
  const source = match === null ? `${table} x` : `${table}_fts f cross join ${table} x on x.n = f.rowid`
  const order = match === null ? 'x.n' : 'f.rowid'
  const rows = driver
    .prepare(
      `select ${columns} from ${source}${origin} where ${where.join(' and ').replaceAll('x.n >=', `${order} >=`).replaceAll('x.n <', `${order} <`)} order by ${order} desc limit ${most + 1}`,
    )
    .all([...(match === null ? [] : [match]), from, below, ...question.parameters])
  return { rows: rows.slice(0, most), more: rows.length > most }
}

const PLAIN_TIMELINE = ['from', 'to', 'actor', 'status']

/** What happened in each period, with the documents read beside it; asserted acts unless the filter says otherwise. */
export function askTimeline(
  driver: Driver,
  keys: Keyring,
  filter: Filter,
  period: Period,
  today: string,
): TimelinePoint[] {
  const fields = asked(filter)
  const onlyAsserted =
    filter.status === undefined || (filter.status.length === 1 && filter.status[0] === 'asserted')
  const summed =
    (period === 'month' || period === 'year') &&
    fields.every((field) => PLAIN_TIMELINE.includes(field)) &&
    (filter.actor?.length ?? 0) <= 1 &&
    onlyAsserted &&
    (filter.from ?? '').length <= 7 &&
    (filter.to ?? '').length <= 7
  return summed
    ? fromTally(driver, keys, filter, period)
    : counted(driver, keys, { status: ['asserted'], ...filter }, period, today)
}

function fromTally(driver: Driver, keys: Keyring, filter: Filter, period: Period): TimelinePoint[] {
  const [actor] = filter.actor ?? []
  const key = actor === undefined ? ALL : keys.find(`party:${actor}`)
  if (key === undefined) return []
  const length = period === 'year' ? 4 : 7
  const rows = driver
    .prepare(
      `select substr(period, 1, ${length}) as period, ${SUMS} from tally where key = ? and period >= ? and period <= ? group by 1 order by 1`,
    )
    .all([key, filter.from ?? '0', `${filter.to ?? '9999'}~`])
  const read = documentsRead(driver, length)
  return rows
    .filter((row) => Number(row.events) > 0 || Number(row.happenings) > 0)
    .map((row) =>
      toPoint(
        startOfPeriod(`${row.period}${length === 4 ? '-01-01' : '-01'}`, period),
        row,
        read.get(String(row.period)) ?? 0,
      ),
    )
}

function documentsRead(driver: Driver, length: number): Map<string, number> {
  return new Map(
    driver
      .prepare(
        `select substr(period, 1, ${length}) as period, sum(documents) as n from tally where key = ? group by 1`,
      )
      .all([ALL])
      .map(({ period, n }) => [String(period), Number(n)]),
  )
}

/** Counts by number alone: an item's number tells its day. */
function counted(
  driver: Driver,
  keys: Keyring,
  filter: Filter,
  period: Period,
  today: string,
): TimelinePoint[] {
  const points = new Map<string, { [sum: string]: number }>()
  const point = (day: string) =>
    getOrMake(points, startOfPeriod(day, period), () => ({
      events: 0,
      happenings: 0,
      vc: 0,
      mc: 0,
      vx: 0,
      mx: 0,
      intensity: 0,
    }))
  const add = (sums: { [sum: string]: number }, name: string, by: number) => {
    sums[name] = (sums[name] ?? 0) + by
  }
  const events = ask('event', { ...filter, copies: 'without' }, keys, today)
  for (const row of rowsOf(driver, events, 'x.day, x.quad, x.intensity', 100_000).rows) {
    if (row.day === '') continue
    const sums = point(String(row.day))
    add(sums, 'events', 1)
    add(sums, QUAD_SUMS[String(row.quad)] ?? 'vc', 1)
    add(sums, 'intensity', Number(row.intensity))
  }
  const happenings = ask('happening', filter, keys, today)
  for (const { day } of rowsOf(driver, happenings, 'x.day', 100_000).rows)
    if (day !== '') add(point(String(day)), 'happenings', 1)
  const sorted = [...points].sort(([a], [b]) => (a < b ? -1 : 1))
  return sorted.map(([start, sums]) => toPoint(start, sums, readIn(driver, start, period)))
}

function readIn(driver: Driver, start: string, period: Period): number {
  if (period === 'month' || period === 'year') {
    const prefix = start.slice(0, period === 'year' ? 4 : 7)
    const row = driver
      .prepare('select sum(documents) as n from tally where key = ? and period between ? and ?')
      .get([ALL, prefix, `${prefix}~`])
    return Number(row?.n ?? 0)
  }
  const days = period === 'week' ? 7 : 1
  const from = firstNumber(start)
  const row = driver
    .prepare('select count(*) as n from document where n >= ? and n < ? and replaced_by is null')
    .get([from, from + days * (numberBehind(start) - from)])
  return Number(row?.n ?? 0)
}

function toPoint(
  period: string,
  sums: { readonly [name: string]: Cell | undefined },
  documentsRead: number,
): TimelinePoint {
  const number = (name: string) => Number(sums[name] ?? 0)
  const events = number('events')
  const cooperation = number('vc') + number('mc')
  const conflict = number('vx') + number('mx')
  return {
    period,
    events,
    happenings: number('happenings'),
    verbalCooperation: number('vc'),
    materialCooperation: number('mc'),
    verbalConflict: number('vx'),
    materialConflict: number('mx'),
    intensity: round(number('intensity')),
    documentsRead,
    balance: events === 0 ? null : round((cooperation - conflict) / events),
    perThousand: documentsRead === 0 ? null : round((1000 * events) / documentsRead),
  }
}

const round = (value: number) => Math.round(value * 1000) / 1000

const MOST_DYADS = 5000
const PLAIN_DYADS = ['from', 'to', 'actor', 'other', 'status']

/** Events between countries (or those who have none) by period, with the documents read beside them. */
export function askDyads(
  driver: Driver,
  keys: Keyring,
  filter: Filter,
  period: 'year' | 'month',
  today: string,
): DyadRow[] {
  const fields = asked(filter)
  const sides = [...(filter.actor ?? []), ...(filter.other ?? [])]
  const summed =
    fields.every((field) => PLAIN_DYADS.includes(field)) &&
    (filter.status === undefined || (filter.status.length === 1 && filter.status[0] === 'asserted')) &&
    sides.every((side) => /^[A-Z]{3}$/.test(side)) &&
    (filter.from ?? '').length <= 7 &&
    (filter.to ?? '').length <= 7
  const length = period === 'year' ? 4 : 7
  const rows = summed
    ? summedDyads(driver, keys, filter, length)
    : countedDyads(driver, keys, { status: ['asserted'], ...filter }, length, today)
  const read = documentsRead(driver, length)
  return rows.slice(0, MOST_DYADS).map((row) => ({
    period: String(row.period),
    actor: String(row.actor),
    recipient: String(row.recipient),
    events: Number(row.events),
    happenings: Number(row.happenings),
    verbalCooperation: Number(row.vc),
    materialCooperation: Number(row.mc),
    verbalConflict: Number(row.vx),
    materialConflict: Number(row.mx),
    intensity: round(Number(row.intensity) / Math.max(1, Number(row.events))),
    documentsRead: read.get(String(row.period)) ?? 0,
  }))
}

function summedDyads(driver: Driver, keys: Keyring, filter: Filter, length: number): Row[] {
  const numbersOf = (names: readonly string[] | undefined) =>
    names?.length
      ? names.map((name) => keys.find(`party:${name}`)).filter((n): n is number => n !== undefined)
      : null
  const [one, other] = [numbersOf(filter.actor), numbersOf(filter.other)]
  const list = (numbers: readonly number[]) => `(${numbers.join(', ')})`
  const sides: string[] = []
  const first = one ?? other
  const second = one === null ? null : other
  if (first === null) sides.push('true')
  else {
    sides.push(`actor in ${list(first)}${second ? ` and recipient in ${list(second)}` : ''}`)
    sides.push(`recipient in ${list(first)}${second ? ` and actor in ${list(second)}` : ''}`)
  }
  const union = sides
    .map(
      (side) =>
        `select actor, recipient, period, events, happenings, verbal_cooperation, material_cooperation, verbal_conflict, material_conflict, intensity from dyad where ${side} and period >= ? and period <= ?`,
    )
    .join(' union ')
  const range = [filter.from ?? '0', `${filter.to ?? '9999'}~`]
  return driver
    .prepare(
      `select s.period, substr(a.key, 7) as actor, substr(b.key, 7) as recipient, s.events, s.happenings, s.vc, s.mc, s.vx, s.mx, s.intensity
       from (select substr(period, 1, ${length}) as period, actor, recipient, ${SUMS} from (${union}) both_sides
         group by 1, 2, 3 having sum(events) > 0) s
       join key a on a.n = s.actor join key b on b.n = s.recipient order by s.period, s.events desc, a.key, b.key limit ${MOST_DYADS}`,
    )
    .all(sides.flatMap(() => range))
}

function countedDyads(driver: Driver, keys: Keyring, filter: Filter, length: number, today: string): Row[] {
  const question = ask('event', { ...filter, copies: 'without' }, keys, today)
  const { rows } = rowsOf(
    driver,
    question,
    'x.day, x.quad, x.intensity, x.actors, x.recipients, x.happening',
    100_000,
  )
  const sideOf = (it: Party) => it.country ?? (isLocal(it.entity) ? '' : it.entity)
  const dyads = new Map<string, { row: DyadSums; told: Set<Cell | undefined> }>()
  for (const row of rows) {
    if (row.day === '') continue
    const [actors, recipients] = [readParties(row.actors), readParties(row.recipients)]
    const among = (names: readonly string[] | undefined, side: string) =>
      !names?.length ||
      names.includes(side) ||
      [...actors, ...recipients].some((it) => sideOf(it) === side && names.includes(it.entity))
    for (const [a, b] of pairsOf(actors.map(sideOf), recipients.map(sideOf))) {
      const straight = among(filter.actor, a) && among(filter.other, b)
      if (!straight && !(among(filter.actor, b) && among(filter.other, a))) continue
      const period = String(row.day).slice(0, length)
      const key = `${period} ${a} ${b}`
      const dyad = dyads.get(key) ?? { row: emptyDyad(period, a, b), told: new Set() }
      dyads.set(key, dyad)
      dyad.told.add(row.happening)
      dyad.row.events++
      dyad.row[QUAD_SUMS[String(row.quad)] ?? 'vc']++
      dyad.row.intensity += Number(row.intensity)
    }
  }
  return [...dyads.values()]
    .map(({ row, told }) => ({ ...row, happenings: told.size }))
    .sort((a, b) => (a.period === b.period ? b.events - a.events : a.period < b.period ? -1 : 1))
}

interface DyadSums {
  readonly period: string
  readonly actor: string
  readonly recipient: string
  events: number
  vc: number
  mc: number
  vx: number
  mx: number
  intensity: number
}

const emptyDyad = (period: string, actor: string, recipient: string): DyadSums => ({
  period,
  actor,
  recipient,
  events: 0,
  vc: 0,
  mc: 0,
  vx: 0,
  mx: 0,
  intensity: 0,
})

/** The strongest ties between actors in the newest happenings that a filter lets through. */
export function askNetwork(
  driver: Driver,
  keys: Keyring,
  filter: Filter,
  limit: number,
  today: string,
): Edge[] {
  const question = ask('happening', { status: ['asserted'], ...filter }, keys, today)
  const { rows } = rowsOf(driver, question, 'x.quad, x.intensity, x.actors, x.recipients', MOST_LOOKED_AT)
  const acts = rows.map((row) => ({
    quad: String(row.quad),
    intensity: Number(row.intensity),
    actors: readParties(row.actors),
    recipients: readParties(row.recipients),
  }))
  return edgesOf(acts, ({ entity }) => (isLocal(entity) ? null : entity)).slice(
    0,
    Math.max(1, Math.min(500, limit)),
  )
}

/** Places with what happened there in the newest happenings that a filter lets through, the busiest first. */
export function askPlaces(
  driver: Driver,
  keys: Keyring,
  filter: Filter,
  limit: number,
  today: string,
): PlaceCount[] {
  const question = ask('happening', filter, keys, today)
  const placed = { ...question, where: [...question.where, 'x.latitude is not null'] }
  const { rows } = rowsOf(
    driver,
    placed,
    'x.id, x.place, x.place_country, x.latitude, x.longitude, x.quad, x.documents',
    MOST_LOOKED_AT,
  )
  const places = new Map<string, { row: Row; happenings: number; conflict: number }>()
  for (const row of rows) {
    const key = `${row.latitude},${row.longitude}`
    const known = places.get(key)
    const conflict = String(row.quad).endsWith('conflict') ? 1 : 0
    if (!known) places.set(key, { row, happenings: 1, conflict })
    else {
      known.happenings++
      known.conflict += conflict
      if (Number(row.documents) > Number(known.row.documents)) known.row = row
    }
  }
  return [...places.values()]
    .sort((a, b) => b.happenings - a.happenings)
    .slice(0, Math.max(1, Math.min(2000, limit)))
    .map(({ row, happenings, conflict }) => ({
      name: String(row.place),
      country: row.place_country === null ? null : String(row.place_country),
      latitude: Number(row.latitude),
      longitude: Number(row.longitude),
      happenings,
      conflict,
      happening: String(row.id),
    }))
}

/** Columns whose values are counted; those that name parties or contexts are taken apart. */
const FACETS: Readonly<Record<FacetKind, Readonly<Record<string, string>>>> = {
  document: { source: 'x.source', year: 'substr(x.day, 1, 4)', language: 'x.language' },
  event: {
    type: 'x.type',
    quad: 'x.quad',
    status: 'x.status',
    year: 'substr(x.day, 1, 4)',
    source: 'd.source',
    place: 'x.place',
    rule: 'x.rule',
    context: 'x.contexts',
    actor: 'x.actors',
    recipient: 'x.recipients',
  },
  happening: {
    type: 'x.type',
    quad: 'x.quad',
    status: 'x.status',
    year: 'substr(x.day, 1, 4)',
    place: 'x.place',
    context: 'x.contexts',
    actor: 'x.actors',
    recipient: 'x.recipients',
  },
  statement: { kind: 'x.kind', year: 'substr(x.day, 1, 4)', source: 'd.source', actor: 'x.speakers' },
  position: {
    stance: 'x.stance',
    year: 'substr(x.day, 1, 4)',
    source: 'd.source',
    actor: 'x.holders',
    recipient: 'x.toward',
  },
  commitment: {
    type: 'x.type',
    strength: 'x.strength',
    status: 'x.status',
    year: 'substr(x.day, 1, 4)',
    source: 'd.source',
    actor: 'x.givers',
    recipient: 'x.takers',
  },
  figure: { measure: 'x.measure', year: 'substr(x.day, 1, 4)', source: 'd.source' },
}
const MOST_VALUES = 20

/** How the newest 10,000 items that a filter lets through divide by field. */
export function askFacets(
  driver: Driver,
  keys: Keyring,
  kind: FacetKind,
  filter: Filter,
  today: string,
): Facets {
  const fields = FACETS[kind]
  const columns = Object.entries(fields).map(([name, column]) => `${column} as ${name}`)
  const { rows, more } = rowsOf(driver, ask(kind, filter, keys, today), columns.join(', '), MOST_LOOKED_AT)
  return {
    counted: rows.length,
    more,
    fields: Object.fromEntries(Object.keys(fields).map((name) => [name, divide(rows, name)])),
  }
}

function divide(rows: readonly Row[], field: string): FacetValue[] {
  const counts = new Map<string, { name: string | null; count: number }>()
  const count = (value: string, name: string | null) => {
    const known = counts.get(value)
    if (known) known.count++
    else counts.set(value, { name, count: 1 })
  }
  for (const row of rows) {
    const cell = row[field]
    if (cell === null || cell === undefined || cell === '') continue
    if (field === 'actor' || field === 'recipient') {
      for (const { entity, name } of readParties(cell)) if (!isLocal(entity)) count(entity, name)
    } else if (field === 'context') for (const context of String(cell).split(' ')) count(context, null)
    else count(String(cell), null)
  }
  return [...counts]
    .map(([value, { name, count }]) => ({ value, name, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES)
}

/** How much the archive holds, and of whom. */
export function askStats(driver: Driver): Stats {
  const counters = new Map(
    driver
      .prepare('select name, value from counter')
      .all()
      .map(({ name, value }) => [String(name), Number(value)]),
  )
  const count = (name: string) => counters.get(name) ?? 0
  const one = (sql: string, ...parameters: Cell[]) => driver.prepare(sql).get(parameters)
  const first = one(
    'select day from document where n >= ? order by n limit 1',
    firstNumber('0001-01-01'),
  )?.day
  const last = one(
    'select day from document where n >= ? order by n desc limit 1',
    firstNumber('0001-01-01'),
  )?.day
  return {
    arrival: String(count('arrival')),
    documents: count('documents'),
    copies: count('copies'),
    events: count('events'),
    happenings: count('happenings'),
    statements: count('statements'),
    quotations: count('quotations'),
    positions: count('positions'),
    commitments: count('commitments'),
    undertakings: count('undertakings'),
    figures: count('figures'),
    stories: count('stories'),
    actors: Number(one('select count(*) as n from entity')?.n),
    from: typeof first === 'string' ? first : null,
    to: typeof last === 'string' ? last : null,
    sources: driver
      .prepare(
        `select substr(key, 8) as source, documents from key where key >= 'source:' and key < 'source;' and documents > 0 order by documents desc, key limit 200`,
      )
      .all()
      .map((row) => ({ source: String(row.source), documents: Number(row.documents) })),
    coders: askCoders(driver)
      .filter(({ current }) => current > 0)
      .map(({ coder, current }) => ({ version: coder.version, model: coder.model, documents: current })),
  }
}

/** The coders whose records are kept. */
export function askCoders(driver: Driver) {
  return driver
    .prepare(
      `select c.name, c.version, c.model, (select count(*) from record r where r.coder = c.n) as documents,
       (select count(*) from record r where r.coder = c.n and r.current = 1) as current from coder c order by c.n`,
    )
    .all()
    .map((row) => ({
      coder: { name: 'rapporteur' as const, version: String(row.version), model: String(row.model) },
      documents: Number(row.documents),
      current: Number(row.current),
    }))
}
