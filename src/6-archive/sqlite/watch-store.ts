import { createHash, randomUUID } from 'node:crypto'
import { ArchiveError } from '../archive-error.ts'
import type {
  Channel,
  Delivery,
  DeliveryRow,
  Firing,
  NewFiring,
  Watch,
  WatchRow,
  WatchStore,
} from '../watches.ts'
import type { Driver, Row } from './driver.ts'

type Work = <T>(task: () => T) => Promise<T>

/** Watches in the archive's own file. `work` answers, `write` does so inside a transaction. */
export function watchStore(driver: Driver, work: Work, write: Work): WatchStore {
  return {
    list: () => work(() => driver.prepare(`${WATCH} order by w.n`).all().map(toWatchRow)),
    get: (id) => work(() => driver.prepare(`${WATCH} where w.id = ?`).all([id]).map(toWatchRow)[0] ?? null),
    save: (watch, at) => write(() => save(driver, watch, at)),
    remove: (id) => write(() => remove(driver, id)),
    caught: (id, step) => write(() => caught(driver, id, step)),
    firings: (question = {}, page = {}) => work(() => askFirings(driver, question, page)),
    claim: (at, until, limit) => write(() => claim(driver, at, until, limit)),
    settle: (id, outcome) =>
      write(() =>
        driver
          .prepare('update delivery set state = ?, error = ?, next_at = coalesce(?, next_at) where n = ?')
          .run([
            outcome.state,
            outcome.error?.slice(0, 500) ?? null,
            outcome.state === 'waiting' ? outcome.nextAt : null,
            id,
          ]),
      ),
    deliveries: (question = {}) => work(() => askDeliveries(driver, question)),
  }
}

const WATCH = `select w.*,
  (select count(*) from firing f where f.watch = w.n) as firings,
  (select f.at from firing f where f.watch = w.n order by f.n desc limit 1) as last_fired,
  (select count(*) from delivery v join firing f on f.n = v.firing where f.watch = w.n and v.state = 'waiting') as waiting,
  (select count(*) from delivery v join firing f on f.n = v.firing
   where f.watch = w.n and v.state = 'waiting' and v.error is not null) as failing
  from watch w`

const toWatchRow = (row: Row): WatchRow => ({
  ...(JSON.parse(String(row.definition)) as Watch),
  uid: String(row.uid),
  madeAt: String(row.made_at),
  mark: String(row.mark),
  firings: Number(row.firings),
  lastFired: row.last_fired === null ? null : String(row.last_fired),
  waiting: Number(row.waiting),
  failing: Number(row.failing),
})

const nextNumber = (driver: Driver, table: 'watch' | 'firing' | 'delivery') =>
  Number(driver.prepare(`select coalesce(max(n), 0) + 1 as n from ${table}`).get()?.n)

function save(driver: Driver, watch: Watch, at: string) {
  const known = driver.prepare('select n from watch where id = ?').get([watch.id])
  const definition = JSON.stringify(watch)
  if (known) driver.prepare('update watch set definition = ? where n = ?').run([definition, known.n ?? 0])
  else
    driver
      .prepare(
        `insert into watch (n, id, uid, made_at, mark, definition) values (?, ?, ?, ?,
         coalesce((select value from counter where name = 'arrival'), 0), ?)`,
      )
      .run([nextNumber(driver, 'watch'), watch.id, randomUUID(), at, definition])
}

function remove(driver: Driver, id: string): boolean {
  const known = driver.prepare('select n from watch where id = ?').get([id])
  if (!known) return false
  const n = Number(known.n)
  driver.prepare('delete from delivery where firing in (select n from firing where watch = ?)').run([n])
  for (const table of ['firing_member', 'firing'])
    driver.prepare(`delete from ${table} where watch = ?`).run([n])
  driver.prepare('delete from watch where n = ?').run([n])
  return true
}

type Step = Parameters<WatchStore['caught']>[1]

function caught(driver: Driver, id: string, { from, to, at, firings }: Step): Firing[] | null {
  const row = driver.prepare('select * from watch where id = ?').get([id])
  if (!row || String(row.mark) !== from) return null
  const n = Number(row.n)
  const watch = JSON.parse(String(row.definition)) as Watch
  const kept = firings.flatMap((it) => keepFiring(driver, { n, uid: String(row.uid), watch }, it, at) ?? [])
  driver.prepare('update watch set mark = ? where n = ?').run([Number(to), n])
  return kept
}

interface Known {
  readonly n: number
  readonly uid: string
  readonly watch: Watch
}

/** Keeps a firing, unless it is one that was kept before: then only its new members are. */
function keepFiring(
  driver: Driver,
  { n, uid, watch }: Known,
  { members, firing }: NewFiring,
  at: string,
): Firing | null {
  const known = driver
    .prepare(
      'select firing from firing_member where watch = ? and member in (select value from json_each(?)) limit 1',
    )
    .get([n, JSON.stringify(members)])
  const number = known ? Number(known.firing) : nextNumber(driver, 'firing')
  const member = driver.prepare(
    'insert into firing_member (watch, member, firing) values (?, ?, ?) on conflict (watch, member) do nothing',
  )
  for (const it of members) member.run([n, it, number])
  if (known) return null
  const digest = createHash('sha256').update(`${uid}\n${members[0]}`).digest('hex')
  const whole: Firing = { id: `firing.${digest.slice(0, 32)}`, watch: watch.id, at, ...firing }
  driver
    .prepare('insert into firing (n, id, watch, at, body) values (?, ?, ?, ?, ?)')
    .run([number, whole.id, n, at, JSON.stringify(whole)])
  const channels: readonly (Channel | null)[] = [
    watch.webhook ? 'webhook' : null,
    watch.command ? 'command' : null,
  ]
  for (const channel of channels)
    if (channel !== null)
      driver
        .prepare(
          `insert into delivery (n, firing, channel, state, attempts, next_at) values (?, ?, ?, 'waiting', 0, ?)`,
        )
        .run([nextNumber(driver, 'delivery'), number, channel, at])
  return whole
}

function askFirings(
  driver: Driver,
  { watch }: { readonly watch?: string | undefined },
  {
    limit = 50,
    cursor,
  }: { readonly limit?: number | undefined; readonly cursor?: string | null | undefined },
) {
  const before = cursor ? Number(cursor) : Number.MAX_SAFE_INTEGER
  if (!Number.isSafeInteger(before))
    throw new ArchiveError('bad-question', 'the cursor is not one that this archive gave')
  const most = Math.max(1, Math.min(500, limit))
  const rows = driver
    .prepare(
      `select f.n, f.body from firing f ${watch === undefined ? '' : 'join watch w on w.n = f.watch and w.id = ?'}
       where f.n < ? order by f.n desc limit ${most + 1}`,
    )
    .all([...(watch === undefined ? [] : [watch]), before])
  const items = rows.slice(0, most)
  return {
    items: items.map(({ body }) => JSON.parse(String(body)) as Firing),
    next: rows.length > most ? String(items.at(-1)?.n) : null,
  }
}

function claim(driver: Driver, at: string, until: string, limit: number): Delivery[] {
  const rows = driver
    .prepare(
      `select v.n, v.channel, v.attempts, f.body, w.definition from delivery v
       join firing f on f.n = v.firing join watch w on w.n = f.watch
       where v.state = 'waiting' and v.next_at <= ? order by v.next_at, v.n limit ${Math.max(1, Math.floor(limit))}`,
    )
    .all([at])
  const take = driver.prepare('update delivery set next_at = ?, attempts = attempts + 1 where n = ?')
  for (const { n = 0 } of rows) take.run([until, n])
  return rows.map((row) => ({
    id: Number(row.n),
    channel: String(row.channel) as Channel,
    attempts: Number(row.attempts),
    watch: JSON.parse(String(row.definition)) as Watch,
    firing: JSON.parse(String(row.body)) as Firing,
  }))
}

function askDeliveries(
  driver: Driver,
  { watch, state }: { readonly watch?: string; readonly state?: DeliveryRow['state'] },
): DeliveryRow[] {
  const where = [
    ...(watch === undefined ? [] : ['w.id = ?']),
    ...(state === undefined ? [] : ['v.state = ?']),
  ]
  return driver
    .prepare(
      `select v.*, f.id as firing_id, w.id as watch_id from delivery v join firing f on f.n = v.firing
       join watch w on w.n = f.watch ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by v.n desc limit 1000`,
    )
    .all([...(watch === undefined ? [] : [watch]), ...(state === undefined ? [] : [state])])
    .map((row) => ({
      id: Number(row.n),
      firing: String(row.firing_id),
      watch: String(row.watch_id),
      channel: String(row.channel) as Channel,
      state: String(row.state) as DeliveryRow['state'],
      attempts: Number(row.attempts),
      nextAt: String(row.next_at),
      error: row.error === null ? null : String(row.error),
    }))
}
