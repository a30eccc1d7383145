import { createRequire } from 'node:module'

/** What is wrong with an archive's file: its pages, its indexes, half-linked happenings, counts that do not add up. */
export function faultsOf(file: string): string[] {
  const open = createRequire(import.meta.url)('libsql') as new (
    file: string,
  ) => {
    prepare(sql: string): { all(...parameters: unknown[]): { [column: string]: unknown }[] }
    close(): void
  }
  const driver = new open(file)
  const faults: string[] = []
  const none = (what: string, sql: string) => {
    const rows = driver.prepare(sql).all()
    if (rows.length > 0) faults.push(`${what}: ${JSON.stringify(rows[0])} and ${rows.length - 1} more`)
  }
  const [checked] = driver.prepare('pragma integrity_check').all()
  if (checked?.integrity_check !== 'ok') faults.push(JSON.stringify(checked))
  none(
    'an event of no happening',
    'select id from event where happening not in (select n from happening) or happening is null',
  )
  none(
    'a statement of no quotation',
    'select id from statement where quotation not in (select n from quotation) or quotation is null',
  )
  none(
    'a commitment of no undertaking',
    'select id from commitment where undertaking not in (select n from undertaking) or undertaking is null',
  )
  none(
    'a happening that counts wrong',
    'select h.id from happening h where h.reports <> (select count(*) from event e where e.happening = h.n)',
  )
  none(
    'a document without a record',
    'select id from document d where not exists (select 1 from record r where r.document = d.n and r.current = 1)',
  )
  for (const table of [
    'document',
    'event',
    'happening',
    'statement',
    'quotation',
    'commitment',
    'undertaking',
  ]) {
    none(
      `${table}s and their index`,
      `select n from ${table} except select id as n from ${table}_fts_docsize`,
    )
    none(`the index of ${table}s`, `select id as n from ${table}_fts_docsize except select n from ${table}`)
    none(
      `the count of ${table}s`,
      `select value from counter where name = '${table}s' and value <> (select count(*) from ${table}${table === 'document' ? ' where replaced_by is null' : ''})`,
    )
  }
  driver.close()
  return faults
}
