import { getOrMake } from '../get-or-make.ts'
import type { Driver, Row } from './driver.ts'
import { type Keyring, keysOf, type Table } from './keys.ts'

const TABLES: readonly Table[] = [
  'document',
  'event',
  'happening',
  'statement',
  'quotation',
  'position',
  'commitment',
  'undertaking',
  'figure',
]
const COUNT = `update key set ${TABLES.map((table) => `${table}s = ${table}s + ?`).join(', ')} where n = ?`

interface Entry {
  readonly title: string | null
  readonly words: string
  readonly keys: string
}

/**
 * Writes the full-text tables at the end of a transaction, in the order of their numbers: SQLite's index would write
 * a piece of its own for each row that comes out of order.
 */
export function indexWriter(driver: Driver, keys: Keyring) {
  const put = new Map<Table, Map<number, Entry>>()
  const drop = new Map<Table, Set<number>>()
  /** Key → by how much it stands in each table more often. */
  const counts = new Map<number, Float64Array>()

  const count = (table: Table, names: readonly string[], by: 1 | -1): number[] => {
    const column = TABLES.indexOf(table)
    return names.map((name) => {
      const n = keys.take(name)
      const of = getOrMake(counts, n, () => new Float64Array(TABLES.length))
      of[column] = (of[column] ?? 0) + by
      return n
    })
  }

  return {
    put(
      table: Table,
      row: Row,
      words: string,
      sources: readonly string[],
      copy: boolean,
      more: readonly string[] = [],
    ) {
      const numbers = count(table, [...keysOf(table, row, sources, copy), ...more], 1)
      const title = table === 'document' ? String(row.title ?? '') : null
      const entry = { title, words, keys: numbers.map((n) => `_${n}`).join(' ') }
      getOrMake(put, table, () => new Map<number, Entry>()).set(Number(row.n), entry)
    },
    /** Takes an item out; its row must be as it was when it was put in. */
    drop(table: Table, row: Row, sources: readonly string[], copy: boolean, more: readonly string[] = []) {
      count(table, [...keysOf(table, row, sources, copy), ...more], -1)
      const n = Number(row.n)
      // what this transaction has put in is not in the index yet
      if (put.get(table)?.delete(n)) return
      getOrMake(drop, table, () => new Set<number>()).add(n)
    },
    flush() {
      for (const [table, numbers] of drop)
        for (const n of [...numbers].sort((a, b) => a - b))
          driver.prepare(`delete from ${table}_fts where rowid = ?`).run([n])
      for (const [table, entries] of put) write(driver, table, entries)
      for (const [n, of] of counts) driver.prepare(COUNT).run([...of, n])
      this.forget()
    },
    forget() {
      put.clear()
      drop.clear()
      counts.clear()
    },
  }
}

function write(driver: Driver, table: Table, entries: ReadonlyMap<number, Entry>) {
  const columns = table === 'document' ? 'rowid, title, words, keys' : 'rowid, words, keys'
  const sql = `insert into ${table}_fts (${columns}) values (${table === 'document' ? '?, ' : ''}?, ?, ?)`
  for (const [n, { title, words, keys }] of [...entries].sort(([a], [b]) => a - b))
    driver.prepare(sql).run(title === null ? [n, words, keys] : [n, title, words, keys])
}
