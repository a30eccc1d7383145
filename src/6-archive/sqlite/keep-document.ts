import type { Record } from '#record'
import { getOrMake } from '../get-or-make.ts'
import { BANDS, bandsOf, likeness } from '../happenings/sketch.ts'
import type { Terms } from '../happenings/terms.ts'
import { toParty } from '../parties.ts'
import { bytesOf } from './bytes-of.ts'
import { clueDay } from './clues.ts'
import type { Driver, Row } from './driver.ts'
import { itemColumns } from './item-versions.ts'
import { isLocal } from './keys.ts'

/** Two documents are copies from this share of common five-word shingles on. */
const COPY_FROM = 0.8

/** The row of a document that the archive does not have yet, its copies looked up. */
export function documentRow(
  driver: Driver,
  n: number,
  arrival: number,
  record: Record,
  signature: Uint32Array | null,
) {
  const { document } = record
  return {
    n,
    id: document.id,
    external_id: document.externalId,
    source: document.source,
    url: document.url,
    title: document.title,
    published: document.published,
    day: (document.published ?? '').slice(0, 10),
    language: document.language,
    text: document.text,
    words: document.text.split(/\s+/).length,
    ...itemColumns(record),
    replaced_by: null,
    copy_of:
      signature === null
        ? null
        : findOriginal(
            driver,
            signature,
            bandPeriod((document.published ?? '').slice(0, 10)),
            itemColumns(record).item,
          ),
    story: null,
    story_why: null,
    arrival,
    places: placesOf(record),
  } satisfies Row
}

/** The document of which this is a copy; a version of an item is no copy of another one. */
function findOriginal(
  driver: Driver,
  signature: Uint32Array,
  period: number,
  item: string | null,
): number | null {
  const near = driver
    .prepare(
      `select distinct b.document, s.sketch, coalesce(o.n, d.n) as original, d.arrival from document_band b
       cross join document_sketch s on s.document = b.document cross join document d on d.n = b.document
       left join document o on o.n = d.copy_of
       where coalesce(o.replaced_by, d.replaced_by) is null and coalesce(o.item, d.item, '') <> ?
       and b.period in (?, ?) and b.band in (${Array.from({ length: BANDS }, () => '?').join(', ')}) order by d.arrival limit 50`,
    )
    .all([item ?? 'none', period, Math.max(0, period - 1), ...bandsOf(signature)])
  for (const row of near)
    if (likeness(signature, new Uint32Array(bytesOf(row.sketch).buffer)) >= COPY_FROM)
      return Number(row.original)
  return null
}

/** Reprints follow within weeks: a document is compared with those of its own and the last 64 days. */
const bandPeriod = (day: string) => Math.floor(clueDay(day) / 64)

/** Keeps what later documents are compared with. */
export function keepSketch(
  driver: Driver,
  n: number,
  day: string,
  signature: Uint32Array | null,
  terms: Terms,
) {
  const weights = new Uint8Array(terms.weights.buffer)
  const blob = Buffer.concat([new Uint8Array(terms.hashes.buffer), weights])
  driver
    .prepare('insert into document_sketch (document, sketch, terms) values (?, ?, ?)')
    .run([n, Buffer.from(signature?.buffer ?? new ArrayBuffer(0)), blob])
  if (signature === null) return
  const band = driver.prepare('insert into document_band (period, band, document) values (?, ?, ?)')
  for (const hash of new Set(bandsOf(signature))) band.run([bandPeriod(day), hash, n])
}

/** The places that a record names, as the document's row holds them. */
export function placesOf(record: Record): string {
  const places = new Map<string, [string, string | null, number | null, number | null, number]>()
  for (const { name, country, latitude, longitude } of record.places) {
    const known = places.get(name)
    if (known) known[4]++
    else places.set(name, [name, country, latitude, longitude, 1])
  }
  return JSON.stringify([...places.values()])
}

/** Actors as a document names them. */
interface Mentioned {
  readonly entity: string
  readonly name: string
  readonly country: string | null
  readonly sector: string | null
  readonly role: string | null
  mentions: number
}

/** Who is named in a record, each once; those whom only this document knows stay in it. */
export function mentionedIn(record: Record): Mentioned[] {
  const document = record.document.id.slice(7, 23)
  const found = new Map<string, Mentioned>()
  for (const actor of record.actors) {
    if (actor.members.length > 0) continue
    const { entity, name, country, sector } = toParty(actor, document)
    if (isLocal(entity)) continue
    const known = found.get(entity)
    if (known) known.mentions++
    else found.set(entity, { entity, name: name ?? entity, country, sector, role: actor.role, mentions: 1 })
  }
  return [...found.values()]
}

/** Counts those who are named into the directory of actors, at the end of a transaction. */
export function directoryKeeper(driver: Driver) {
  const numbers = new Map<string, number>()
  const counts = new Map<number, { documents: number; mentions: number }>()
  const MOST_KNOWN = 100_000

  const numberOf = ({ entity, name, country, sector, role }: Mentioned): number => {
    const held = numbers.get(entity)
    if (held !== undefined) return held
    const row =
      driver
        .prepare(
          `update entity set country = coalesce(country, ?), sector = coalesce(sector, ?), role = coalesce(role, ?) where entity = ? returning n`,
        )
        .get([country, sector, role, entity]) ??
      driver
        .prepare(
          `insert into entity (entity, name, country, sector, role, documents, mentions) values (?, ?, ?, ?, ?, 0, 0) returning n`,
        )
        .get([entity, name, country, sector, role])
    const n = Number(row?.n)
    if (numbers.size >= MOST_KNOWN) numbers.clear()
    numbers.set(entity, n)
    return n
  }

  return {
    keep(document: number, day: string, mentioned: readonly Mentioned[]) {
      for (const it of mentioned) {
        const n = numberOf(it)
        const count = getOrMake(counts, n, () => ({ documents: 0, mentions: 0 }))
        count.documents++
        count.mentions += it.mentions
        driver
          .prepare(
            'insert into entity_document (document, entity, mentions, country, role) values (?, ?, ?, ?, ?)',
          )
          .run([document, n, it.mentions, it.country, it.role])
        if (it.role !== null && day !== '') countRole(driver, n, it.role, day)
      }
    },
    /** Takes a document's actors out of the directory again. */
    drop(document: number) {
      const rows = driver
        .prepare('select entity, mentions, role from entity_document where document = ?')
        .all([document])
      for (const { entity, mentions, role = null } of rows) {
        const count = getOrMake(counts, Number(entity), () => ({ documents: 0, mentions: 0 }))
        count.documents--
        count.mentions -= Number(mentions)
        if (role === null) continue
        driver
          .prepare('update entity_role set documents = documents - 1 where entity = ? and role = ?')
          .run([Number(entity), role])
        driver.prepare('delete from entity_role where entity = ? and documents <= 0').run([Number(entity)])
      }
      driver.prepare('delete from entity_document where document = ?').run([document])
    },
    flush() {
      for (const [n, { documents, mentions }] of [...counts].sort(([a], [b]) => a - b)) {
        if (documents === 0 && mentions === 0) continue
        const row = driver
          .prepare(
            'update entity set documents = documents + ?, mentions = mentions + ? where n = ? returning name, documents, documents - ? as before',
          )
          .get([documents, mentions, n, documents])
        if (row?.before === 0)
          driver.prepare('insert into entity_fts (rowid, name) values (?, ?)').run([n, row.name ?? ''])
        if (row?.documents !== 0) continue
        // nobody names him any more
        driver.prepare('delete from entity where n = ?').run([n])
        driver.prepare('delete from entity_fts where rowid = ?').run([n])
        numbers.clear()
      }
      counts.clear()
    },
    forget() {
      numbers.clear()
      counts.clear()
    },
  }
}

function countRole(driver: Driver, actor: number, role: string, day: string) {
  driver
    .prepare(
      `insert into entity_role (entity, role, day_from, day_to, documents) values (?, ?, ?, ?, 1)
       on conflict (entity, role) do update set documents = documents + 1,
       day_from = min(day_from, excluded.day_from), day_to = max(day_to, excluded.day_to)`,
    )
    .run([actor, role, day, day])
}
