import type { ActorProfile, ActorRow, Filter, Page, PageOptions } from '../answers.ts'
import { edgesOf } from '../edges.ts'
import type { Cell, Driver, Row } from './driver.ts'
import { isLocal, type Keyring, readParties } from './keys.ts'
import { limitOf, readCursor, writeCursor } from './list.ts'
import { unpackRecord } from './pack-record.ts'
import { toActorRow } from './rows.ts'

/** Words of so few letters begin so many names that the directory is read from its top instead. */
const SHORT = 2

/** The directory of actors: those whom most documents name come first. */
export function askActors(
  driver: Driver,
  filter: Pick<Filter, 'q' | 'sector' | 'actor'>,
  page: PageOptions,
): Page<ActorRow> {
  const limit = limitOf(page.limit)
  const where: string[] = []
  const parameters: Cell[] = []
  const words = ((filter.q ?? '').match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 10)
  const long = words.filter((word) => word.length > SHORT)
  if (long.length > 0) {
    where.push('n in (select rowid from entity_fts where entity_fts match ?)')
    parameters.push(long.map((word) => `"${word}"*`).join(' AND '))
  }
  for (const word of words)
    if (word.length <= SHORT) {
      where.push(`(' ' || name like ?)`)
      parameters.push(`% ${word}%`)
    }
  if (filter.sector?.length) {
    where.push(`sector in (${filter.sector.map(() => '?').join(', ')})`)
    parameters.push(...filter.sector)
  }
  if (filter.actor?.length) {
    const marks = filter.actor.map(() => '?').join(', ')
    where.push(`(entity in (${marks}) or country in (${marks}))`)
    parameters.push(...filter.actor, ...filter.actor)
  }
  if (page.cursor) {
    where.push('(documents, n) < (?, ?)')
    parameters.push(...readCursor(page.cursor))
  }
  const rows = driver
    .prepare(
      `select *, documents as at_first, n as at_n from entity ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
       order by documents desc, n desc limit ${limit + 1}`,
    )
    .all(parameters)
  const items = rows.slice(0, limit)
  return { items: items.map(toActorRow), next: rows.length > limit ? writeCursor(items.at(-1)) : null }
}

/** One actor; somebody whom one document alone knows is read from that document's record. */
export function askActor(driver: Driver, entity: string): ActorRow | null {
  const row = driver.prepare('select * from entity where entity = ?').get([entity])
  if (row) return toActorRow(row)
  if (/^[A-Z]{3}$/.test(entity)) return askCountry(driver, entity)
  if (!isLocal(entity)) return null
  const hex = entity.slice(0, 16)
  const found = driver
    .prepare(
      `select r.json from document d join record r on r.document = d.n and r.current = 1 where d.id between ? and ? limit 1`,
    )
    .get([`sha256:${hex}`, `sha256:${hex}~`])
  if (!found) return null
  const { actors } = unpackRecord(found.json, '')
  const mentions = actors.filter((it) => it.entity === entity.slice(17))
  const [first] = mentions
  if (!first) return null
  const { name, span, country, sector, role } = first
  return { entity, name: name ?? span.text, country, sector, role, documents: 1, mentions: mentions.length }
}

/** All who are of a country, as one actor under its alpha-3 code. */
function askCountry(driver: Driver, code: string): ActorRow | null {
  const key = driver.prepare('select documents from key where key = ?').get([`party:${code}`])
  if (!key) return null
  const named = driver
    .prepare('select name from entity where country = ? order by entity = ? desc, documents desc limit 1')
    .get([code, `country/${code}`])
  const { mentions } =
    driver.prepare('select sum(mentions) as mentions from entity where country = ?').get([code]) ?? {}
  return {
    entity: code,
    name: String(named?.name ?? code),
    country: code,
    sector: null,
    role: null,
    documents: Number(key.documents),
    mentions: Number(mentions ?? 0),
  }
}

const MOST_LOOKED_AT = 2000
const COUNTED = ['events', 'statements', 'positions', 'commitments'] as const

/** Who somebody is, what is recorded of them, and with whom they act; the latest 2,000 happenings are looked at. */
export function askProfile(driver: Driver, keys: Keyring, entity: string): ActorProfile | null {
  const actor = askActor(driver, entity)
  if (!actor) return null
  const count = (role: string, table: string) => {
    const row = driver.prepare(`select ${table} as count from key where key = ?`).get([`${role}:${entity}`])
    return Number(row?.count ?? 0)
  }
  const [events = 0, statements = 0, positions = 0, commitments = 0] = COUNTED.map((table) =>
    count('lead', table),
  )
  const key = keys.find(`party:${entity}`)
  const happenings =
    key === undefined
      ? []
      : driver
          .prepare(
            `select x.type, x.quad, x.contexts, x.actors, x.recipients, x.intensity from happening_fts f cross join happening x on x.n = f.rowid
             where happening_fts match ? order by f.rowid desc limit ${MOST_LOOKED_AT}`,
          )
          .all([`keys : _${key}`])
  return {
    actor,
    roles: driver
      .prepare(
        `select r.role, r.day_from, r.day_to, r.documents from entity_role r join entity y on y.n = r.entity
         where y.entity = ? order by r.documents desc, r.role limit 20`,
      )
      .all([entity])
      .map((row) => ({
        role: String(row.role),
        from: String(row.day_from),
        to: String(row.day_to),
        documents: Number(row.documents),
      })),
    counts: { events, asRecipient: count('target', 'events'), statements, positions, commitments },
    types: valuesOf(happenings, (row) => [String(row.type)]),
    with: edgesOf(
      happenings.map((row) => ({
        quad: String(row.quad),
        intensity: Number(row.intensity),
        actors: readParties(row.actors),
        recipients: readParties(row.recipients),
      })),
      (party) => (party.country === entity ? entity : party.entity),
    )
      .filter((edge) => edge.actor === entity || edge.other === entity)
      .slice(0, 30),
    topics: valuesOf(happenings, (row) => String(row.contexts).split(' ').filter(Boolean)),
  }
}

function valuesOf(rows: readonly Row[], read: (row: Row) => readonly string[]) {
  const counts = new Map<string, number>()
  for (const row of rows) for (const value of read(row)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([value, count]) => ({ value, name: null, count }))
}
