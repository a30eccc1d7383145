import type { DyadRow, Filter, Stats } from '../answers.ts'
import { ask } from './conditions.ts'
import type { Driver } from './driver.ts'

/** Events between countries by period, with the number of documents read beside them. */
export function askDyads(driver: Driver, filter: Filter, period: 'year' | 'month'): DyadRow[] {
  const length = period === 'year' ? 4 : 7
  const { from, where, parameters } = ask('event', { status: ['asserted'], ...filter, actor: [], other: [] })
  const keys = [...new Set([...(filter.actor ?? []), ...(filter.other ?? [])])]
  const both = (alias: string, values: readonly string[] | undefined) =>
    values?.length ? `${alias}.key in (${values.map(() => '?').join(', ')})` : '1'
  // a meeting lists all its parties as actors: each pair of them is a dyad, told once
  const sql = `
    with x0 as (select x.n, substr(x.day, 1, ${length}) as period, x.quad, x.intensity, x.happening from ${from}
      where x.day <> '' ${where.map((it) => `and ${it}`).join(' ')}),
    party0 as (select distinct x0.n, q.role, coalesce(q.country, q.entity) as key from x0 join party q on q.kind = 'event' and q.item = x0.n),
    pair as (
      select a.n, a.key as actor, b.key as recipient from party0 a join party0 b on b.n = a.n
      where a.role = 'actor' and b.role = 'recipient' and a.key <> b.key
      union
      select a.n, a.key, b.key from party0 a join party0 b on b.n = a.n
      where a.role = 'actor' and b.role = 'actor' and a.key < b.key
        and not exists (select 1 from party0 r where r.n = a.n and r.role = 'recipient')
    )
    select x0.period, a.key as actor, b.key as recipient, count(*) as events, count(distinct x0.happening) as happenings,
      sum(x0.quad = 'verbal-cooperation') as vc, sum(x0.quad = 'material-cooperation') as mc,
      sum(x0.quad = 'verbal-conflict') as vx, sum(x0.quad = 'material-conflict') as mx, avg(x0.intensity) as intensity,
      (select count(*) from document d0 where d0.day >= x0.period and d0.day < x0.period || '~') as documents_read
    from pair join x0 on x0.n = pair.n
      join (select distinct key from party0) a on a.key = pair.actor join (select distinct key from party0) b on b.key = pair.recipient
    where ${keys.length > 0 ? `(${both('a', filter.actor)} and ${both('b', filter.other)}) or (${both('b', filter.actor)} and ${both('a', filter.other)})` : '1'}
    group by x0.period, a.key, b.key order by x0.period, events desc, a.key, b.key limit 5000`
  const sides = [...(filter.actor ?? []), ...(filter.other ?? [])]
  return driver
    .prepare(sql)
    .all([...parameters, ...(keys.length > 0 ? [...sides, ...sides] : [])])
    .map((row) => ({
      period: String(row.period),
      actor: String(row.actor),
      recipient: String(row.recipient),
      events: Number(row.events),
      happenings: Number(row.happenings),
      verbalCooperation: Number(row.vc),
      materialCooperation: Number(row.mc),
      verbalConflict: Number(row.vx),
      materialConflict: Number(row.mx),
      intensity: Math.round(Number(row.intensity) * 1000) / 1000,
      documentsRead: Number(row.documents_read),
    }))
}

/** How much the archive holds, and of whom. */
export function askStats(driver: Driver): Stats {
  const one = (sql: string) => driver.prepare(sql).get() ?? {}
  const totals = one(
    `select count(*) as documents, count(copy_of) as copies, min(nullif(day, '')) as first, max(nullif(day, '')) as last,
     coalesce(sum(events), 0) as events, coalesce(sum(statements), 0) as statements, coalesce(sum(positions), 0) as positions,
     coalesce(sum(commitments), 0) as commitments, coalesce(sum(figures), 0) as figures from document`,
  )
  const count = (table: string) => Number(one(`select count(*) as total from ${table}`).total)
  return {
    documents: Number(totals.documents),
    copies: Number(totals.copies),
    events: Number(totals.events),
    happenings: count('happening'),
    statements: Number(totals.statements),
    positions: Number(totals.positions),
    commitments: Number(totals.commitments),
    figures: Number(totals.figures),
    actors: count('entity'),
    from: typeof totals.first === 'string' ? totals.first : null,
    to: typeof totals.last === 'string' ? totals.last : null,
    sources: driver
      .prepare(
        'select source, count(*) as documents from document group by source order by documents desc, source limit 200',
      )
      .all()
      .map((row) => ({
        source: row.source === null ? null : String(row.source),
        documents: Number(row.documents),
      })),
    coders: driver
      .prepare(
        `select c.version, c.model, count(*) as documents from record r join coder c on c.n = r.coder where r.current = 1
         group by c.n order by c.n`,
      )
      .all()
      .map((row) => ({
        version: String(row.version),
        model: String(row.model),
        documents: Number(row.documents),
      })),
  }
}
