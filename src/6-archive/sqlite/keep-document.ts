import type { Record } from '#record'
import { BANDS, bandsOf, likeness } from '../happenings/sketch.ts'
import type { Terms } from '../happenings/terms.ts'
import { toParty } from '../parties.ts'
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
    copy_of: signature === null ? null : findOriginal(driver, signature, itemColumns(record).item),
    story: null,
    story_why: null,
    arrival,
    places: placesOf(record),
  } satisfies Row
}

/** The document of which this is a copy; a version of an item is no copy of another one. */
function findOriginal(driver: Driver, signature: Uint32Array, item: string | null): number | null {
  const near = driver
    .prepare(
      `select distinct b.document, s.sketch, coalesce(o.n, d.n) as original, d.arrival from document_band b
       cross join document_sketch s on s.document = b.document cross join document d on d.n = b.document
       left join document o on o.n = d.copy_of
       where coalesce(o.replaced_by, d.replaced_by) is null and coalesce(o.item, d.item, '') <> ? and b.band in (${Array.from({ length: BANDS }, () => '?').join(', ')}) order by d.arrival limit 50`,
    )
    .all([item ?? 'none', ...bandsOf(signature)])
  for (const row of near)
    if (likeness(signature, new Uint32Array(bytesOf(row.sketch).buffer)) >= COPY_FROM)
      return Number(row.original)
  return null
}

/** A blob as bytes of its own: libsql gives an ArrayBuffer, node:sqlite a Uint8Array. */
export function bytesOf(cell: unknown): Uint8Array<ArrayBuffer> {
  return cell instanceof ArrayBuffer || cell instanceof Uint8Array ? new Uint8Array(cell) : new Uint8Array()
}

/** Keeps what later documents are compared with. */
export function keepSketch(driver: Driver, n: number, signature: Uint32Array | null, terms: Terms) {
  const weights = new Uint8Array(terms.weights.buffer)
  const blob = Buffer.concat([new Uint8Array(terms.hashes.buffer), weights])
  driver
    .prepare('insert into document_sketch (document, sketch, terms) values (?, ?, ?)')
    .run([n, Buffer.from(signature?.buffer ?? new ArrayBuffer(0)), blob])
  if (signature === null) return
  const band = driver.prepare('insert into document_band (band, document) values (?, ?)')
  for (const hash of new Set(bandsOf(signature))) band.run([hash, n])
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

/** Counts those who are named into the directory of actors. */
export function keepMentions(driver: Driver, n: number, day: string, mentioned: readonly Mentioned[]) {
  const count = driver.prepare(
    `insert into entity (entity, name, country, sector, role, documents, mentions) values (?, ?, ?, ?, ?, 1, ?)
     on conflict (entity) do update set documents = documents + 1, mentions = mentions + excluded.mentions,
     country = coalesce(country, excluded.country), sector = coalesce(sector, excluded.sector), role = coalesce(role, excluded.role)
     returning n, documents`,
  )
  for (const { entity, name, country, sector, role, mentions } of mentioned) {
    const row = count.get([entity, name, country, sector, role, mentions])
    const actor = Number(row?.n)
    if (row?.documents === 1)
      driver.prepare('insert into entity_fts (rowid, name) values (?, ?)').run([actor, name])
    driver
      .prepare(
        'insert into entity_document (document, entity, mentions, country, role) values (?, ?, ?, ?, ?)',
      )
      .run([n, actor, mentions, country, role])
    if (role !== null && day !== '') countRole(driver, actor, role, day)
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

/** Takes a document's actors out of the directory again. */
export function dropMentions(driver: Driver, n: number) {
  const rows = driver
    .prepare('select entity, mentions, role from entity_document where document = ?')
    .all([n])
  for (const { entity = null, mentions = null, role = null } of rows) {
    const left = driver
      .prepare(
        'update entity set documents = documents - 1, mentions = mentions - ? where n = ? returning documents',
      )
      .get([mentions, entity])
    if (left?.documents === 0) {
      driver.prepare('delete from entity where n = ?').run([entity])
      driver.prepare('delete from entity_fts where rowid = ?').run([entity])
    }
    if (role === null) continue
    driver
      .prepare('update entity_role set documents = documents - 1 where entity = ? and role = ?')
      .run([entity, role])
    driver.prepare('delete from entity_role where entity = ? and documents <= 0').run([entity])
  }
  driver.prepare('delete from entity_document where document = ?').run([n])
}
