import type { Party } from '../answers.ts'
import type { Driver, Row } from './driver.ts'

/** The tables whose items can be asked for. */
export type Table =
  | 'document'
  | 'event'
  | 'happening'
  | 'statement'
  | 'quotation'
  | 'position'
  | 'commitment'
  | 'undertaking'
  | 'figure'

/** An entity that only its own document knows: nobody asks for it by name. */
export const isLocal = (entity: string) => /^[0-9a-f]{16}\//.test(entity)

/** Numbers for the keys that items are found by; a key has one number as long as the archive lives. */
export function keyring(driver: Driver) {
  const known = new Map<string, number>()
  const MOST = 300_000
  const find = (key: string): number | undefined => {
    const held = known.get(key)
    if (held !== undefined) return held
    const row = driver.prepare('select n from key where key = ?').get([key])
    if (row) known.set(key, Number(row.n))
    return row ? Number(row.n) : undefined
  }
  return {
    find,
    take(key: string): number {
      const found = find(key)
      if (found !== undefined) return found
      const row = driver.prepare('insert into key (key) values (?) returning n').get([key])
      const n = Number(row?.n)
      if (known.size >= MOST) known.clear()
      known.set(key, n)
      return n
    },
    /** A transaction that was rolled back has given numbers that nothing holds. */
    forget: () => known.clear(),
  }
}
export type Keyring = ReturnType<typeof keyring>

const MOST_READ = 5000
/** Cells that were read before: the same parties stand in many rows, and a row is read many times. */
const read = new Map<string, readonly Party[]>()

/** Reads the parties out of a row's cell. */
export function readParties(cell: unknown): readonly Party[] {
  const json = String(cell)
  if (json === '[]') return NOBODY
  const held = read.get(json)
  if (held) return held
  const list = JSON.parse(json) as [string, string | null, string | null, string | null][]
  const parties = list.map(([entity, name, country, sector]) => ({ entity, name, country, sector }))
  if (read.size >= MOST_READ) read.clear()
  read.set(json, parties)
  return parties
}
const NOBODY: readonly Party[] = []

/** Parties as a row's cell holds them. */
export const writeParties = (parties: readonly Party[]) =>
  JSON.stringify(parties.map(({ entity, name, country, sector }) => [entity, name, country, sector]))

/** How many documents tell of it is a key, so that the strongest can be asked for first; so many and more are one. */
export const MOST_TOLD = 32

/** What an item can be found by: what its row tells, and of its documents whether they are copies and who printed them. */
export function keysOf(table: Table, row: Row, sources: readonly string[], copy: boolean): string[] {
  const keys = new Set<string>()
  const add = (name: string, value: unknown) => {
    if (value !== null && value !== undefined && value !== '') keys.add(`${name}:${value}`)
  }
  const parties = (cell: unknown, role: 'lead' | 'target') => {
    for (const { entity, country, sector } of readParties(cell)) {
      if (!isLocal(entity)) {
        keys.add(`party:${entity}`)
        keys.add(`${role}:${entity}`)
      }
      if (country !== null) {
        keys.add(`party:${country}`)
        keys.add(`${role}:${country}`)
      }
      add('sector', sector)
    }
  }
  for (const source of sources) add('source', source)
  if (copy) keys.add('copy:yes')
  const [leads, targets] = PARTIES[table] ?? []
  if (leads) parties(row[leads], 'lead')
  if (targets) parties(row[targets], 'target')
  for (const column of COLUMNS[table] ?? []) add(column, row[column])
  if (table === 'event' || table === 'happening') {
    for (const context of String(row.contexts).split(' ')) add('context', context)
    add('place', row.place)
    add('place', row.place_country)
    add('cell', cellOf(row.latitude, row.longitude))
  }
  if (table === 'happening' || table === 'quotation')
    keys.add(`told:${Math.min(MOST_TOLD, Number(row.documents))}`)
  // the doubtful can be asked for first
  if (typeof row.confidence === 'number' && table !== 'happening')
    keys.add(`doubt:${doubtOf(row.confidence)}`)
  return [...keys]
}

export const DOUBTS = 20
export const doubtOf = (confidence: number) => Math.min(DOUBTS - 1, Math.floor(confidence * DOUBTS))

/** The columns with who acts and to whom it is done. */
export const PARTIES: Readonly<Partial<Record<Table, readonly [string, string]>>> = {
  event: ['actors', 'recipients'],
  happening: ['actors', 'recipients'],
  statement: ['speakers', 'addressees'],
  quotation: ['speakers', 'addressees'],
  position: ['holders', 'toward'],
  commitment: ['givers', 'takers'],
  undertaking: ['givers', 'takers'],
}

/** Columns that are keys as they stand. */
const COLUMNS: Readonly<Partial<Record<Table, readonly string[]>>> = {
  document: ['language'],
  event: ['type', 'quad', 'status', 'rule'],
  happening: ['type', 'quad', 'status'],
  position: ['stance'],
  commitment: ['type', 'strength', 'status'],
  undertaking: ['type', 'strength', 'status'],
  figure: ['measure'],
}

/** The square of ten degrees in which a place lies. */
export function cellOf(latitude: unknown, longitude: unknown): string | null {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null
  return `${Math.floor(latitude / 10)},${Math.floor(longitude / 10)}`
}
