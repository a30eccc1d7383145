import type { Filter } from '../answers.ts'
import { ArchiveError } from '../archive-error.ts'
import type { Cell } from './driver.ts'
import { fullTextQuery } from './full-text.ts'
import { FIRST_DATED, firstNumber, numberBehind } from './item-number.ts'
import { cellOf, isLocal, type Keyring, type Table } from './keys.ts'

/** What must hold of the rows of a table; the item is called x, its document d. */
export interface Question {
  readonly table: Table
  /** The question to the full-text index; null where it is not asked. */
  readonly match: string | null
  /** Nothing can answer: a key is asked for that no item has. */
  readonly none: boolean
  /** Numbers of items, from the first to below the second. */
  readonly from: number
  readonly below: number
  /** What the index does not know. */
  readonly where: readonly string[]
  readonly parameters: readonly Cell[]
}

/** Turns a filter into a question to one table. */
export function ask(table: Table, filter: Filter, keys: Keyring, today: string): Question {
  checkDays(filter)
  const groups = keyGroups(table, filter)
  const numbers = groups.map((group) =>
    group.map((key) => keys.find(key)).filter((n): n is number => n !== undefined),
  )
  const parts = numbers.map((group) => `keys : ${anyOf(group)}`)
  const words = filter.q?.trim()
  const query = words ? fullTextQuery(words) : null
  if (query !== null) parts.push(`${table === 'document' ? '{title words}' : 'words'} : (${query})`)
  const { where, parameters } = residue(table, filter, today)
  return {
    table,
    match: parts.length > 0 ? parts.join(' AND ') : null,
    none:
      numbers.some((group) => group.length === 0) || (words !== undefined && words !== '' && query === null),
    from: filter.from ? firstNumber(filter.from) : filter.to ? FIRST_DATED : 0,
    below: filter.to ? numberBehind(filter.to) : Number.MAX_SAFE_INTEGER,
    // the index holds no former versions of an item, the table does
    where: table === 'document' && parts.length === 0 ? [...where, 'x.replaced_by is null'] : where,
    parameters,
  }
}

const anyOf = (numbers: readonly number[]) => `(${numbers.map((n) => `_${n}`).join(' OR ')})`

const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/

function checkDays({ from, to, dueFrom, dueTo }: Filter) {
  for (const day of [from, to, dueFrom, dueTo])
    if (day !== undefined && day !== '' && !DAY.test(day))
      throw new ArchiveError(
        'bad-question',
        `a day like 2013-07-02 was expected, not ${JSON.stringify(day.slice(0, 40))}`,
      )
}

/** In which role an actor counts, where not in every one: who said it, who holds it. */
const LEADS: readonly Table[] = ['statement', 'quotation', 'position']

/** Keys of which an item must have one of each list. */
function keyGroups(table: Table, filter: Filter): string[][] {
  const groups: string[][] = []
  const need = (name: string, values: readonly string[] | undefined) => {
    if (values?.length) groups.push(values.map((value) => `${name}:${value}`))
  }
  const lead = LEADS.includes(table) || filter.role === 'actor' ? 'lead' : 'party'
  const hasParties = table !== 'figure'
  if (hasParties) {
    need(table === 'document' ? 'party' : filter.role === 'recipient' ? 'target' : lead, named(filter.actor))
    need('party', named(filter.other))
  }
  if (filter.source) groups.push([`source:${filter.source}`])
  if (table !== 'document') need('sector', filter.sector)
  for (const [name, values, tables] of [
    ['type', filter.type, ['event', 'happening', 'commitment', 'undertaking']],
    ['quad', filter.quad, ['event', 'happening']],
    ['context', filter.context, ['event', 'happening']],
    ['place', filter.place, ['event', 'happening', 'document']],
    ['rule', filter.rule, ['event']],
    ['status', filter.status, ['event', 'happening', 'commitment']],
    ['stance', filter.stance, ['position']],
    ['strength', filter.strength, ['commitment', 'undertaking']],
    ['measure', filter.measure, ['figure']],
  ] as const)
    if ((tables as readonly string[]).includes(table)) need(name, values)
  if (filter.box && (table === 'event' || table === 'happening')) {
    const cells = cellsOf(filter.box)
    if (cells.length <= MOST_CELLS) groups.push(cells)
  }
  return groups
}

/** Those whom the whole archive knows; who is known to one document alone is asked for otherwise. */
const named = (actors: readonly string[] | undefined) =>
  actors?.some(isLocal) ? (actors.every(isLocal) ? [] : actors.filter((it) => !isLocal(it))) : actors

/** A box of more squares leaves so much that the rows themselves are looked at. */
const MOST_CELLS = 60

function cellsOf([west, south, east, north]: readonly [number, number, number, number]): string[] {
  const cells: string[] = []
  const width = west <= east ? east - west : east + 360 - west
  for (let latitude = south; latitude < north + 10; latitude += 10)
    for (let step = 0; step < width + 10; step += 10) {
      const longitude = west + Math.min(step, width)
      const cell = cellOf(Math.min(latitude, north), longitude > 180 ? longitude - 360 : longitude)
      if (cell) cells.push(`cell:${cell}`)
    }
  return [...new Set(cells)]
}

/** What the index does not hold is asked of the rows. */
function residue(table: Table, filter: Filter, today: string) {
  const where: string[] = []
  const parameters: Cell[] = []
  const need = (condition: string, ...values: readonly Cell[]) => {
    where.push(condition)
    parameters.push(...values)
  }
  const scored = table !== 'document' && table !== 'figure' && !['quotation', 'undertaking'].includes(table)
  if (filter.minConfidence !== undefined && scored) need('x.confidence >= ?', filter.minConfidence)
  if (filter.copies === 'without' && isItem(table))
    need(`${table === 'document' ? 'x' : 'd'}.copy_of is null`)
  if (filter.document)
    need(
      table === 'document'
        ? 'x.id = ?'
        : isItem(table)
          ? 'x.document = (select n from document where id = ?)'
          : inDocument(table),
      filter.document,
    )
  if (filter.after) {
    const arrival = Number(filter.after)
    if (!Number.isSafeInteger(arrival))
      throw new ArchiveError('bad-question', 'after: an arrival that this archive gave was expected')
    need(isItem(table) && table !== 'document' ? 'd.arrival > ?' : 'x.arrival > ?', arrival)
  }
  if (filter.box && (table === 'event' || table === 'happening')) {
    const [west, south, east, north] = filter.box
    need('x.latitude between ? and ?', south, north)
    need(west <= east ? 'x.longitude between ? and ?' : '(x.longitude >= ? or x.longitude <= ?)', west, east)
  }
  if (table === 'commitment' || table === 'undertaking') {
    if (filter.dueFrom || filter.dueTo) need('x.due_to is not null')
    if (filter.dueFrom) need('x.due_to >= ?', filter.dueFrom)
    if (filter.dueTo) need('x.due_to < ?', `${filter.dueTo}~`)
  }
  if (table === 'undertaking' && filter.status?.length)
    need(
      `${statusOf} in (${filter.status.map(() => '?').join(', ')})`,
      filter.asOf ?? today,
      ...filter.status,
    )
  const locals = (filter.actor ?? []).filter(isLocal)
  if (locals.length > 0 && locals.length === filter.actor?.length) needLocal(table, locals, need)
  return { where, parameters }
}

/** SQL of what became of an undertaking; its one parameter is the day on which it is asked. */
export const statusOf = `case when x.status = 'open' and x.due_to < ? then 'missed' else x.status end`

/** Tables whose rows belong to one document. */
export const isItem = (table: string) => !['happening', 'quotation', 'undertaking', 'story'].includes(table)

const MEMBERS: Readonly<Partial<Record<Table, string>>> = {
  happening: 'event',
  quotation: 'statement',
  undertaking: 'commitment',
}
const inDocument = (table: Table) =>
  `x.n in (select m.${table} from ${MEMBERS[table]} m where m.document = (select n from document where id = ?))`

/** Somebody whom one document alone knows is looked for in that document. */
function needLocal(
  table: Table,
  locals: readonly string[],
  need: (condition: string, ...values: readonly Cell[]) => void,
) {
  const columns: Readonly<Partial<Record<Table, string>>> = {
    event: 'x.actors || x.recipients',
    statement: 'x.speakers',
    position: 'x.holders',
    commitment: 'x.givers || x.takers',
  }
  const column = columns[table]
  if (!column) return need('false')
  need(
    `(${locals.map(() => `(d.id between ? and ? and instr(${column}, ?) > 0)`).join(' or ')})`,
    ...locals.flatMap((it) => {
      const hex = it.slice(0, 16)
      return [`sha256:${hex}`, `sha256:${hex}~`, `"${it}"`]
    }),
  )
}
