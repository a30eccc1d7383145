import { SECTORS, type Sector } from '../plover.ts'

/** The columns of a file of actors, in any order; `kind`, `id` and `name` must be there. */
export const ACTOR_COLUMNS = [
  'kind',
  'id',
  'name',
  'aliases',
  'country',
  'sectors',
  'role',
  'start',
  'end',
  'source',
  'gender',
] as const
export type ActorColumn = (typeof ACTOR_COLUMNS)[number]

export const ACTOR_KINDS = ['country', 'demonym', 'capital', 'org', 'person', 'role', 'noun'] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** One reviewed fact about an actor: a name, or a person in one office from `start` to `end`. */
export interface ActorRow {
  readonly kind: ActorKind
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly country: string | null
  readonly sectors: readonly Sector[]
  readonly role: string | null
  /** ISO date, month or year; null when unknown or, for `end`, still in office. */
  readonly start: string | null
  readonly end: string | null
  readonly gender: 'm' | 'f' | null
}

const isKind = (text: string): text is ActorKind => (ACTOR_KINDS as readonly string[]).includes(text)
const isSector = (text: string): text is Sector => (SECTORS as readonly string[]).includes(text)
const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/

/** Reads rows of a tab- or comma-separated text with a heading line; a bad row throws with file, line, column and what was expected. */
export function readActorRows(text: string, file: string): readonly ActorRow[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const apart = (lines[0] ?? '').includes('\t') ? '\t' : ','
  const heading = splitLine(lines[0] ?? '', apart).map((cell) => cell.trim())
  for (const need of ['kind', 'id', 'name'])
    if (!heading.includes(need))
      throw new Error(
        `${file}:1: expected a column "${need}" among ${ACTOR_COLUMNS.join(', ')}; found ${heading.join(', ')}`,
      )
  return lines.flatMap((line, i) =>
    i === 0 || line.trim() === '' ? [] : [readRow(splitLine(line, apart), heading, `${file}:${i + 1}`)],
  )
}

const readRow = (cells: readonly string[], heading: readonly string[], where: string): ActorRow =>
  readActorRow((column) => (cells[heading.indexOf(column)] ?? '').trim(), where)

/** Reads one row from its cells; throws with where it stands, the column and what was expected. */
export function readActorRow(cell: (column: ActorColumn) => string, where: string): ActorRow {
  const wrong = (column: ActorColumn, expected: string): never => {
    throw new Error(`${where}: column "${column}": expected ${expected}, found "${cell(column)}"`)
  }
  const kind = cell('kind')
  if (!isKind(kind)) return wrong('kind', `one of ${ACTOR_KINDS.join(', ')}`)
  if (!cell('id')) wrong('id', 'an id such as "person/jane-doe"')
  if (!cell('name')) wrong('name', 'a name')
  if (cell('country') && !/^[A-Z]{3}$/.test(cell('country')))
    wrong('country', 'an ISO 3166-1 alpha-3 code or nothing')
  const sectors = cell('sectors')
    .split(/[ |;]+/)
    .filter((code) => code !== '')
  if (!sectors.every(isSector)) wrong('sectors', `codes out of ${SECTORS.join(' ')}`)
  for (const column of ['start', 'end'] as const)
    if (cell(column) && !DAY.test(cell(column))) wrong(column, 'a date such as 2013, 2013-02 or 2013-02-01')
  if (!['', 'm', 'f'].includes(cell('gender'))) wrong('gender', '"m", "f" or nothing')
  return {
    kind,
    id: cell('id'),
    name: cell('name'),
    aliases: cell('aliases')
      .split('|')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    country: cell('country') || null,
    sectors: sectors.filter(isSector),
    role: cell('role') || null,
    start: cell('start') || null,
    end: cell('end') || null,
    gender: cell('gender') === 'm' ? 'm' : cell('gender') === 'f' ? 'f' : null,
  }
}

/** Cells of a line; quoted cells may hold the separator. */
export function splitLine(line: string, apart: string): string[] {
  if (!line.includes('"')) return line.split(apart)
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const c = line[i] as string
    if (c === '"' && quoted && line[i + 1] === '"') cell += line[++i]
    else if (c === '"') quoted = !quoted
    else if (c === apart && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += c
  }
  cells.push(cell)
  return cells
}
