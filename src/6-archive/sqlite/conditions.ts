import type { Filter } from '../answers.ts'
import { ArchiveError } from '../archive-error.ts'
import type { Cell } from './driver.ts'
import { fullTextQuery } from './full-text.ts'

/** The tables of items that are listed by day. */
export type Kind = 'document' | 'event' | 'statement' | 'position' | 'commitment' | 'figure'

/** Where rows come from and what must hold of them; the item is always called x, its document d. */
export interface Question {
  readonly from: string
  readonly where: readonly string[]
  readonly parameters: readonly Cell[]
  /** Columns that rows are ordered by: a day and the item's number. */
  readonly order: readonly [string, string]
  /** The drive may give an item more than once. */
  readonly group: boolean
}

const FTS: Readonly<Partial<Record<Kind, string>>> = {
  document: 'document_fts',
  event: 'event_fts',
  statement: 'statement_fts',
}
const WORDS: Readonly<Partial<Record<Kind, string>>> = {
  position: `x.proposition || ' ' || x.evidence`,
  commitment: `x.act || ' ' || x.evidence`,
  figure: `x.measure || ' ' || x.evidence`,
}
/** In which role a party counts, where not in every one. */
const ROLE: Readonly<Partial<Record<Kind, string>>> = { statement: 'speaker', position: 'holder' }

/** Turns a filter into SQL over one table. */
export function ask(kind: Kind, filter: Filter): Question {
  const where: string[] = []
  const fromParameters: Cell[] = []
  const parameters: Cell[] = []
  const need = (condition: string, ...values: readonly Cell[]) => {
    where.push(condition)
    parameters.push(...values)
  }
  checkDays(filter)
  const drive = driveFrom(kind, filter, need)
  const day = drive.order[0]
  if (filter.from) need(`${day} >= ?`, filter.from)
  if (filter.to) need(`${day} <= ?`, filter.to)
  // an item without a day is in no period
  if (filter.to && !filter.from) need(`${day} <> ''`)
  if (filter.source) need('d.source = ?', filter.source)
  if (filter.document) need('d.id = ?', filter.document)
  if (filter.minConfidence !== undefined && kind !== 'document' && kind !== 'figure')
    need('x.confidence >= ?', filter.minConfidence)
  needParties(kind, filter, drive.driven, need)
  needColumns(kind, filter, need)
  return { ...drive, where, parameters: [...fromParameters, ...parameters] }
}

type Need = (condition: string, ...values: readonly Cell[]) => void

const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/

function checkDays({ from, to, dueFrom, dueTo }: Filter) {
  for (const day of [from, to, dueFrom, dueTo])
    if (day !== undefined && day !== '' && !DAY.test(day))
      throw new ArchiveError(
        'bad-question',
        `a day like 2013-07-02 was expected, not ${JSON.stringify(day.slice(0, 40))}`,
      )
}

/** The table that the question begins with: the one that leaves the fewest rows. */
function driveFrom(kind: Kind, filter: Filter, need: Need) {
  const document = kind === 'document' ? '' : ' join document d on d.n = x.document'
  const item = kind === 'document' ? 'document d' : `${kind} x`
  const self = kind === 'document' ? 'd' : 'x'
  const byDay = [`${self}.day`, `${self}.n`] as const
  const due = kind === 'commitment' && (filter.dueFrom !== undefined || filter.dueTo !== undefined)
  const order = due ? (['x.due_to', 'x.n'] as const) : byDay
  const words = filter.q?.trim()
  if (words) {
    const fts = FTS[kind]
    if (fts) {
      need(`${fts} match ?`, fullTextQuery(words) ?? '"\u0001"')
      // cross join: the planner must not begin at the other end
      return {
        from: `${fts} f cross join ${item} on ${self}.n = f.rowid${document}`,
        order,
        group: false,
        driven: false,
      }
    }
    for (const word of words.split(/\s+/).slice(0, 10))
      need(`${WORDS[kind]} like ? escape '\\'`, `%${word.replace(/["*]/g, '').replace(/[\\%_]/g, '\\$&')}%`)
  }
  const [only] = filter.actor ?? []
  if (kind !== 'document' && kind !== 'figure' && filter.actor?.length === 1 && only !== undefined && !due) {
    need(`p.${partyColumn(only)} = ?`, only)
    need('p.kind = ?', kind)
    const role = ROLE[kind]
    if (role) need('p.role = ?', role)
    return {
      from: `party p cross join ${item} on x.n = p.item${document}`,
      order: ['p.day', 'p.item'] as const,
      group: true,
      driven: true,
    }
  }
  return { from: `${item}${document}`, order, group: false, driven: false }
}

const partyColumn = (key: string) => (/^[A-Z]{3}$/.test(key) ? 'country' : 'entity')

function needParties(kind: Kind, filter: Filter, driven: boolean, need: Need) {
  if (kind === 'document' || kind === 'figure') {
    for (const keys of [filter.actor, filter.other]) if (keys?.length) needInDocument(keys, kind, need)
    return
  }
  const role = ROLE[kind]
  if (filter.actor?.length && !driven) needParty(kind, filter.actor, role, need)
  if (filter.other?.length) needParty(kind, filter.other, undefined, need)
  if (filter.sector?.length)
    need(
      `exists (select 1 from party q where q.kind = ? and q.item = x.n and q.sector in (${marks(filter.sector)}))`,
      kind,
      ...filter.sector,
    )
}

function needParty(kind: Kind, keys: readonly string[], role: string | undefined, need: Need) {
  need(
    `exists (select 1 from party q where q.kind = ? and q.item = x.n${role ? ` and q.role = '${role}'` : ''}
     and (q.entity in (${marks(keys)}) or q.country in (${marks(keys)})))`,
    kind,
    ...keys,
    ...keys,
  )
}

function needInDocument(keys: readonly string[], kind: Kind, need: Need) {
  need(
    `exists (select 1 from entity_document l join entity y on y.entity = l.entity where l.document = ${kind === 'document' ? 'd.n' : 'x.document'}
     and (y.entity in (${marks(keys)}) or y.country in (${marks(keys)})))`,
    ...keys,
    ...keys,
  )
}

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ')

/** Filters that are a column of some kinds; of a kind without the column they ask nothing. */
const COLUMNS: readonly (readonly [keyof Filter, string, readonly Kind[]])[] = [
  ['type', 'type', ['event', 'commitment']],
  ['quad', 'quad', ['event']],
  ['status', 'status', ['event', 'commitment']],
  ['stance', 'stance', ['position']],
  ['strength', 'strength', ['commitment']],
  ['measure', 'measure', ['figure']],
]

function needColumns(kind: Kind, filter: Filter, need: Need) {
  for (const [field, column, kinds] of COLUMNS) {
    const values = filter[field]
    if (Array.isArray(values) && values.length > 0 && kinds.includes(kind))
      need(`x.${column} in (${marks(values)})`, ...(values as string[]))
  }
  if (kind === 'event' && filter.context?.length)
    need(
      `(${filter.context.map(() => `' ' || x.contexts || ' ' like ?`).join(' or ')})`,
      ...filter.context.map((it) => `% ${it} %`),
    )
  if (kind === 'event' && filter.place?.length)
    need(
      `(x.place in (${marks(filter.place)}) or x.place_country in (${marks(filter.place)}))`,
      ...filter.place,
      ...filter.place,
    )
  if (kind === 'commitment') {
    if (filter.dueFrom || filter.dueTo) need('x.due_to is not null')
    if (filter.dueFrom) need('x.due_to >= ?', filter.dueFrom)
    if (filter.dueTo) need('x.due_to <= ?', filter.dueTo)
  }
}
