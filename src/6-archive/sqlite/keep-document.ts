import type { Record } from '#record'
import { BANDS, bandsOf, likeness, sketch } from '../happenings/sketch.ts'
import { toParty } from '../parties.ts'
import type { Driver } from './driver.ts'
import { inserter } from './insert.ts'

/** Two documents are copies from this share of common five-word shingles on. */
const COPY_FROM = 0.8

/** Writes a document that the archive does not have yet; gives its number. */
export function documentKeeper(driver: Driver) {
  const insert = inserter(driver, 'document', [
    'id',
    'external_id',
    'source',
    'url',
    'title',
    'published',
    'day',
    'language',
    'text',
    'words',
    'copy_of',
  ])
  return ({ document }: Record): number => {
    const signature = sketch(document.text)
    const n = insert({
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
      copy_of: signature === null ? null : findOriginal(driver, signature),
    })
    if (signature !== null) keepSketch(driver, n, signature)
    return n
  }
}

function findOriginal(driver: Driver, signature: Uint32Array): number | null {
  const any = Array.from({ length: BANDS }, () => '(band = ? and hash = ?)').join(' or ')
  const bands = bandsOf(signature).flatMap((hash, band) => [band, hash])
  const near = driver
    .prepare(
      `select distinct b.document, s.sketch, d.copy_of from document_band b
       join document_sketch s on s.document = b.document join document d on d.n = b.document
       where ${any} order by b.document limit 50`,
    )
    .all(bands)
  for (const row of near) {
    const other = new Uint32Array(bytesOf(row.sketch).buffer)
    if (likeness(signature, other) >= COPY_FROM) return Number(row.copy_of ?? row.document)
  }
  return null
}

/** A blob as bytes of its own: libsql gives an ArrayBuffer, node:sqlite a Uint8Array. */
function bytesOf(cell: unknown): Uint8Array<ArrayBuffer> {
  return cell instanceof ArrayBuffer || cell instanceof Uint8Array ? new Uint8Array(cell) : new Uint8Array()
}

function keepSketch(driver: Driver, n: number, signature: Uint32Array) {
  driver
    .prepare('insert into document_sketch (document, sketch) values (?, ?)')
    .run([n, Buffer.from(signature.buffer)])
  const band = driver.prepare('insert into document_band (band, hash, document) values (?, ?, ?)')
  bandsOf(signature).forEach((hash, i) => {
    band.run([i, hash, n])
  })
}

/** Writes who and what places a document names, and counts them into the directory. */
export function keepMentions(driver: Driver, n: number, record: Record) {
  const document = record.document.id.slice(7, 23)
  const actors = new Map<
    string,
    { mentions: number; name: string; country: string | null; sector: string | null; role: string | null }
  >()
  for (const actor of record.actors) {
    if (actor.members.length > 0) continue
    const { entity, name, country, sector } = toParty(actor, document)
    const known = actors.get(entity)
    if (known) known.mentions++
    else actors.set(entity, { mentions: 1, name: name ?? entity, country, sector, role: actor.role })
  }
  const link = driver.prepare('insert into entity_document (entity, document, mentions) values (?, ?, ?)')
  const count = driver.prepare(
    `insert into entity (entity, name, country, sector, role, documents, mentions) values (?, ?, ?, ?, ?, 1, ?)
     on conflict (entity) do update set documents = documents + 1, mentions = mentions + excluded.mentions,
     country = coalesce(country, excluded.country), sector = coalesce(sector, excluded.sector), role = coalesce(role, excluded.role)`,
  )
  for (const [entity, { mentions, name, country, sector, role }] of actors) {
    link.run([entity, n, mentions])
    count.run([entity, name, country, sector, role, mentions])
  }
  const place = driver.prepare(
    `insert into place (document, name, country, admin1, latitude, longitude, geonames, feature, mentions) values (?, ?, ?, ?, ?, ?, ?, ?, 1)
     on conflict (document, name, feature) do update set mentions = mentions + 1`,
  )
  for (const it of record.places)
    place.run([n, it.name, it.country, it.admin1, it.latitude, it.longitude, it.geonames, it.feature])
}

/** Takes out all that a document's record had put into the tables; the document and its records stay. */
export function dropItems(driver: Driver, n: number) {
  driver
    .prepare(
      `update entity set documents = documents - 1, mentions = entity.mentions - x.mentions
       from entity_document x where x.document = ? and x.entity = entity.entity`,
    )
    .run([n])
  driver
    .prepare(
      'delete from entity where documents <= 0 and entity in (select entity from entity_document where document = ?)',
    )
    .run([n])
  for (const table of ['event', 'statement', 'position', 'commitment', 'figure', 'entity_document', 'place'])
    driver.prepare(`delete from ${table} where document = ?`).run([n])
}
