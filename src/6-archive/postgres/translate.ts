import type { Cell } from '../sqlite/driver.ts'
import { matchQuery } from './match-query.ts'
import { textVector } from './text-vector.ts'

/** A statement of the archive in PostgreSQL's words, and what becomes of its parameters. */
export interface Translated {
  readonly sql: string
  readonly bind: (parameters: readonly Cell[]) => Cell[]
}

/** Names are not stemmed; everything else is. */
const isStemmed = (table: string) => table !== 'entity_fts'

/**
 * The archive's SQL is SQLite's. It differs from PostgreSQL's in few places, each of which is put into other words
 * here: the marks of parameters, full-text tables, `insert or ignore`, names in `do update`, some functions.
 */
export function translate(sql: string): Translated {
  return translateInsertIntoIndex(sql) ?? translateStatement(sql)
}

const INTO_INDEX = /^\s*insert into (\w+_fts) \(rowid, ([\w, ]+)\) values \([?, ]+\)\s*$/i
const PART_OF = { title: 'A', words: 'B', keys: 'C', name: 'B' } as const

function translateInsertIntoIndex(sql: string): Translated | null {
  const [, table = '', list = ''] = INTO_INDEX.exec(sql) ?? []
  if (table === '') return null
  const columns = list.split(/,\s*/).map((column) => PART_OF[column as keyof typeof PART_OF])
  return {
    sql: `insert into ${table} (rowid, words) values ($1, $2::text::tsvector)`,
    bind: ([rowid = null, ...texts]) => [
      rowid,
      textVector(
        columns.map((weight, i) => ({ text: String(texts[i] ?? ''), weight })),
        isStemmed(table),
      ),
    ],
  }
}

function translateStatement(sql: string): Translated {
  const numbered = numberParameters(inWords(sql))
  const matches = new Map<number, string>()
  const alias = /\b(\w+_fts) f\b/.exec(numbered)
  const asked = numbered.replace(/\b(\w+_fts) match \$(\d+)/gi, (_, table: string, n: string) => {
    matches.set(Number(n) - 1, table)
    return `${alias?.[1] === table ? 'f' : table}.words @@ $${n}::text::tsquery`
  })
  const ranked = asked.replace(
    /\brank as (\w+) from (\w+_fts) where \2\.words @@ (\$\d+::text::tsquery)/gi,
    (_, name, table, query) =>
      `-ts_rank(${table}.words, ${query}) as ${name} from ${table} where ${table}.words @@ ${query}`,
  )
  return {
    sql: ranked,
    bind: (parameters) =>
      parameters.map((cell, i) => {
        const table = matches.get(i)
        return table === undefined ? cell : matchQuery(String(cell), isStemmed(table))
      }),
  }
}

/** `?` to `$1`, outside of quotes. */
function numberParameters(sql: string): string {
  let n = 0
  return sql.replace(/'(?:[^']|'')*'|\?/g, (found) => (found === '?' ? `$${++n}` : found))
}

/** Other words for the same. */
function inWords(sql: string): string {
  let text = sql
    .replace(/\bcross join\b/gi, 'join')
    .replace(
      /\bjson_each\(\?\) (\w+)/gi,
      '(select value::bigint as value from jsonb_array_elements_text(?::text::jsonb)) $1',
    )
    .replace(/\bfrom json_each\(\?\)(?! \w)/gi, 'from jsonb_array_elements_text(?::text::jsonb)')
    .replace(/\bjson_group_array\(([^()]*)\)/gi, "coalesce(json_agg($1), '[]')::text")
    .replace(/\binstr\(([^()]*), \?\)/gi, 'strpos($1, ?)')
    .replace(/\blike \?/gi, 'ilike ?')
    .replace(/\(select \?, 0 union all/gi, '(select ?::text collate "C", 0 union all')
    .replace(
      /\b(min|max)\(([\w.]+), ([\w.]+)\)/gi,
      (_, which: string, a: string, b: string) =>
        `${which.toLowerCase() === 'min' ? 'least' : 'greatest'}(${a}, ${b})`,
    )
  if (/^\s*insert or ignore into/i.test(text))
    text = `${text.replace(/insert or ignore into/i, 'insert into')} on conflict do nothing`
  return qualify(text)
}

/** In `do update set n = n + 1` PostgreSQL wants to be told whose n: the table's. */
function qualify(sql: string): string {
  const [, table = ''] = /^\s*insert into (\w+)/i.exec(sql) ?? []
  const found = /\bdo update set ([\s\S]*?)(?=\breturning\b|$)/i.exec(sql)
  if (table === '' || !found) return sql
  const set = found[1] ?? ''
  const columns = new Set([...set.matchAll(/(?:^|,)\s*(\w+)\s*=/g)].map(([, column]) => column ?? ''))
  const qualified = set.replace(
    /(?<![\w.'])([a-z_]+)(?!\w)(\s*=)?/gi,
    (whole, word: string, assigned?: string) =>
      columns.has(word) && assigned === undefined ? `${table}.${word}` : whole,
  )
  return sql.slice(0, found.index) + sql.slice(found.index).replace(set, () => qualified)
}
