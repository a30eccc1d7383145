import { createRequire } from 'node:module'
import { ArchiveError } from '../archive-error.ts'

/** What SQLite keeps in a cell. */
export type Cell = string | number | null | Uint8Array

export type Row = Readonly<Record<string, Cell>>

/** A prepared statement; parameters are always given as one list. */
export interface Prepared {
  run(parameters?: readonly Cell[]): void
  all(parameters?: readonly Cell[]): Row[]
  get(parameters?: readonly Cell[]): Row | undefined
  iterate(parameters?: readonly Cell[]): Iterable<Row>
}

/** The little of SQLite that the archive needs, the same over each binding. */
export interface Driver {
  readonly binding: 'node:sqlite' | 'libsql' | 'postgres'
  exec(sql: string): void
  /** Prepared once for each text of SQL, then kept. */
  prepare(sql: string): Prepared
  close(): void
}

/** What both bindings offer; their own types differ in what the archive does not use. */
interface RawStatement {
  run(...parameters: unknown[]): unknown
  all(...parameters: unknown[]): unknown[]
  get(...parameters: unknown[]): unknown
  iterate(...parameters: unknown[]): Iterable<unknown>
}
interface RawDatabase {
  exec(sql: string): unknown
  prepare(sql: string): RawStatement
  close(): unknown
}

const require = createRequire(import.meta.url)
const MOST_PREPARED = 300

/** Opens a file with the SQLite inside Node where there is one, else with libsql. */
export function openDriver(file: string, readOnly: boolean): Driver {
  return openNodeSqlite(file, readOnly) ?? openLibsql(file, readOnly)
}

function openNodeSqlite(file: string, readOnly: boolean): Driver | null {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 13)) return null
  const { DatabaseSync } = require('node:sqlite') as {
    DatabaseSync: new (file: string, options: { readOnly: boolean }) => RawDatabase
  }
  return wrap('node:sqlite', new DatabaseSync(file, { readOnly }), (list) => list)
}

function openLibsql(file: string, readOnly: boolean): Driver {
  const Libsql = loadLibsql()
  // libsql takes a single object for named parameters: a list is never mistaken for one
  return wrap('libsql', new Libsql(file, { readonly: readOnly }), (list) => [list])
}

function loadLibsql(): new (file: string, options: { readonly: boolean }) => RawDatabase {
  try {
    return require('libsql')
  } catch (error) {
    throw new ArchiveError(
      'no-driver',
      'no SQLite here: use Node 22.13 or newer, or install the package libsql (npm install libsql)',
      { cause: error },
    )
  }
}

function wrap(binding: Driver['binding'], raw: RawDatabase, pass: (list: Cell[]) => unknown[]): Driver {
  const kept = new Map<string, Prepared>()
  const prepare = (sql: string): Prepared => {
    const known = kept.get(sql)
    if (known) return known
    const statement = raw.prepare(sql)
    const all = (list: readonly Cell[] = []) => statement.all(...pass([...list])) as Row[]
    const prepared: Prepared = {
      run: (list = []) => void statement.run(...pass([...list])),
      all,
      get: (list = []) => statement.get(...pass([...list])) as Row | undefined,
      iterate: (list = []) => statement.iterate(...pass([...list])) as Iterable<Row>,
    }
    // questions come in endless shapes: the oldest statement makes room
    if (kept.size >= MOST_PREPARED) kept.delete(kept.keys().next().value ?? '')
    kept.set(sql, prepared)
    return prepared
  }
  return { binding, exec: (sql) => void raw.exec(sql), prepare, close: () => void raw.close() }
}
