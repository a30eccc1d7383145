import { type Record, recordSchema } from '#record'
import type { Party } from '../answers.ts'
import type { Added } from '../archive.ts'
import { ArchiveError } from '../archive-error.ts'
import { applyCorrections } from '../corrections/apply-corrections.ts'
import { itemsOf, overlap } from '../corrections/items.ts'
import { getOrMake } from '../get-or-make.ts'
import { sketch } from '../happenings/sketch.ts'
import { termsOf } from '../happenings/terms.ts'
import type { BondKeeper } from './bonds.ts'
import type { Driver, Row } from './driver.ts'
import type { Group, GroupKeeper } from './groups.ts'
import { insertRow } from './insert-row.ts'
import { type ItemRow, itemRows } from './item-rows.ts'
import { itemColumns, versionsOf } from './item-versions.ts'
import { directoryKeeper, documentRow, keepSketch, mentionedIn, placesOf } from './keep-document.ts'
import { packRecord, unpackRecord } from './pack-record.ts'
import { commitmentPlacer, type Settlement } from './place-commitment.ts'
import { documentPlacer, type Neighbour } from './place-document.ts'
import { eventPlacer, type Placed } from './place-event.ts'
import { statementPlacer } from './place-statement.ts'
import type { Writer } from './writer.ts'

const ITEMS = ['event', 'statement', 'position', 'commitment', 'figure'] as const

/** Where an item was before its document was coded anew: what did not change stays there. */
interface Former {
  readonly group: number
  readonly why: string | null
  readonly likeness: string
}

/** Adds records and fills documents anew, within a transaction that the caller holds. */
export function recordKeeper(driver: Driver, writer: Writer, groups: GroupKeeper, bonds: BondKeeper) {
  const documents = documentPlacer(driver)
  const events = eventPlacer(driver)
  const statements = statementPlacer(driver)
  const commitments = commitmentPlacer(driver, writer.keys)
  const directory = directoryKeeper(driver)
  const coderOf = coders(driver)
  /** Asserted events of this transaction, which the index does not hold yet. */
  let fresh: Row[] = []

  const keepDocument = (record: Record) => {
    const { document } = record
    const day = (document.published ?? '').slice(0, 10)
    const n = writer.numbers.next('document', day)
    const signature = sketch(document.text)
    const terms = termsOf(document.title, document.text)
    const { story, why, near } = documents.find(day, terms)
    const unplaced = documentRow(driver, n, writer.counter.next('arrival'), record, signature)
    const row = {
      ...unplaced,
      story: story ?? groups.begin('story', day, `story.${document.id.slice(7, 23)}`, unplaced),
      story_why: why,
    }
    insertRow(driver, 'document', row)
    if (story !== null) groups.touch('story', story)
    keepSketch(driver, n, day, signature, terms)
    documents.keep(n, day, terms)
    writer.counter.add('documents', 1)
    if (row.copy_of !== null) writer.counter.add('copies', 1)
    writer.tally.document(day, 1)
    return { row, near: () => near }
  }

  /** Writes what a record says of a document that the archive has, corrected by people, and places it. */
  const fill = (document: Row, record: Record, near: Near, former: ReadonlyMap<string, Former> = NONE) => {
    const n = Number(document.n)
    const corrected = applyCorrections(record, bonds.of(n), (entity) => knownParty(driver, entity))
    bonds.settle(corrected.items)
    const mentioned = mentionedIn(corrected.record)
    directory.keep(n, String(document.day), mentioned)
    writer.index.put(
      'document',
      document,
      String(document.text),
      sourcesOf(document),
      document.copy_of !== null,
      documentKeys(mentioned, document),
    )
    for (const item of itemRows(n, corrected.record, corrected.reviews))
      keepItem(document, item, near, former)
    bonds.bind(n, record)
    countItems(driver, n, corrected.record)
  }

  const keepItem = (
    document: Row,
    { kind, row: unnumbered, words }: ItemRow,
    near: Near,
    former: ReadonlyMap<string, Former>,
  ) => {
    const row: { [column: string]: Row[string] } = {
      ...unnumbered,
      n: writer.numbers.next(kind, String(unnumbered.day)),
    }
    const group = GROUP_OF[kind]
    if (group) {
      const placed = stays(former.get(String(row.id)), row) ?? findPlace(kind, row, near)
      row.why = placed.why
      if (placed.group === null) {
        const only = {
          ...row,
          source: document.source ?? null,
          copy_of: document.copy_of ?? null,
          document_n: document.n ?? 0,
        }
        row[group] = groups.begin(group, String(row.day), `${group}.${row.id}`, only)
      } else {
        row[group] = placed.group
        groups.touch(group, placed.group)
      }
    }
    insertRow(driver, kind, row)
    writer.index.put(kind, row, words, sourcesOf(document), document.copy_of !== null)
    writer.counter.add(`${kind}s`, 1)
    if (kind === 'event') {
      events.keep(row)
      if (document.copy_of === null) writer.tally.acts('event', row, 1)
      if (row.status === 'asserted') fresh.push(row)
      for (const settlement of commitments.settledBy(row)) settle(settlement)
    } else if (kind === 'statement') statements.keep(row)
    else if (kind === 'commitment') {
      commitments.keep(row)
      for (const settlement of commitments.settlersOf(row, fresh)) settle(settlement)
    }
  }

  const findPlace = (kind: ItemRow['kind'], row: Row, near: Near): Placed => {
    if (kind === 'event') return events.find(row, near(), bonds.apartFrom(String(row.id)))
    if (kind === 'statement') return statements.find(row)
    return commitments.find(row)
  }

  const settle = ({ undertaking, event, step, day, why }: Settlement) => {
    driver
      .prepare(
        `insert into settlement (undertaking, event, step, day, why) values (?, ?, ?, ?, ?)
         on conflict (undertaking, event) do update set step = excluded.step, day = excluded.day, why = excluded.why`,
      )
      .run([undertaking, event, step, day, why])
    groups.touch('undertaking', undertaking)
  }

  /** Takes out all that a document's record had put into the tables; the document and its records stay. */
  const empty = (document: Row): Map<string, Former> => {
    const former = new Map<string, Former>()
    for (const kind of ITEMS) {
      const group = GROUP_OF[kind]
      for (const row of driver.prepare(`select * from ${kind} where document = ?`).all([document.n ?? 0])) {
        writer.index.drop(kind, row, sourcesOf(document), document.copy_of !== null)
        writer.counter.add(`${kind}s`, -1)
        if (group && typeof row[group] === 'number') {
          groups.touch(group, row[group])
          former.set(String(row.id), { group: row[group], why: text(row.why), likeness: likenessOf(row) })
        }
        if (kind === 'event') dropEvent(document, row)
        else if (kind === 'statement') statements.drop(row)
        else if (kind === 'commitment') commitments.drop(row)
      }
      driver.prepare(`delete from ${kind} where document = ?`).run([document.n ?? 0])
    }
    writer.index.drop(
      'document',
      document,
      sourcesOf(document),
      document.copy_of !== null,
      documentKeys(namedIn(driver, document), document),
    )
    directory.drop(Number(document.n))
    return former
  }

  const dropEvent = (document: Row, row: Row) => {
    events.drop(row)
    fresh = fresh.filter(({ id }) => id !== row.id)
    if (document.copy_of === null) writer.tally.acts('event', row, -1)
    for (const { undertaking } of driver
      .prepare('select undertaking from settlement where event = ?')
      .all([row.id ?? '']))
      groups.touch('undertaking', Number(undertaking))
    driver.prepare('delete from settlement where event = ?').run([row.id ?? ''])
  }

  const refill = (document: Row, record: Record) => {
    const before = driver
      .prepare('select id, trigger_start, trigger from event where document = ?')
      .all([document.n ?? 0])
    const former = empty(document)
    carryNames(bonds, before, record)
    const placed = { ...document, places: placesOf(record) }
    driver.prepare('update document set places = ? where n = ?').run([placed.places, document.n ?? 0])
    fill(
      placed,
      record,
      lazily(() => neighbours(placed)),
      former,
    )
  }
  const neighbours = (document: Row) =>
    documents.find(String(document.day), termsOf(text(document.title), String(document.text))).near

  /** A version that was replaced before it came: it is kept, and nothing else is done with it. */
  const keepReplaced = (record: Record, newer: Row) => {
    const { document } = record
    const n = writer.numbers.next('document', (document.published ?? '').slice(0, 10))
    const row = documentRow(driver, n, writer.counter.next('arrival'), record, null)
    insertRow(driver, 'document', { ...row, replaced_by: newer.n ?? null })
    return row
  }

  /** Takes a version out of all that is asked for; it stays with its records, and says what took its place. */
  const replace = (old: Row, by: Row) => {
    empty(old)
    writer.counter.add('documents', -1)
    if (old.copy_of !== null) writer.counter.add('copies', -1)
    writer.tally.document(String(old.day), -1)
    if (typeof old.story === 'number') groups.touch('story', old.story)
    driver
      .prepare(
        'update document set replaced_by = ?, story = null, copy_of = null where n = ? or replaced_by = ?',
      )
      .run([by.n ?? null, old.n ?? 0, old.n ?? 0])
    // what reprinted the old version reprints this item
    driver.prepare('update document set copy_of = ? where copy_of = ?').run([by.n ?? null, old.n ?? 0])
  }

  const keepCurrent = (n: unknown, coder: number, packed: Uint8Array) =>
    driver
      .prepare(
        `insert into record (document, coder, current, json) values (?, ?, 1, ?)
         on conflict (document, coder) do update set current = 1, json = excluded.json`,
      )
      .run([Number(n), coder, packed])

  return {
    keep(record: Record): Added {
      const documentId = record.document.id
      const coder = coderOf.find(record)
      const known = driver.prepare('select * from document where id = ?').get([documentId])
      const packed = packRecord(record)
      if (known) {
        const kept = driver
          .prepare('select json from record where document = ? and coder = ?')
          .get([known.n ?? 0, coder])
        if (kept && readingOf(unpackRecord(kept.json, known.text)) === readingOf(record))
          return { documentId, outcome: 'unchanged' }
        driver.prepare('update record set current = 0 where document = ? and current = 1').run([known.n ?? 0])
        const { item, version } = itemColumns(record)
        driver
          .prepare('update document set item = ?, version = ? where n = ?')
          .run([item, version, known.n ?? 0])
        keepCurrent(known.n, coder, packed)
        if (known.replaced_by === null) refill(known, record)
        return { documentId, outcome: 'recoded' }
      }
      const { newer, older } = versionsOf(driver, record)
      if (newer) {
        keepCurrent(keepReplaced(record, newer).n, coder, packed)
        return { documentId, outcome: 'added' }
      }
      const { row, near } = keepDocument(record)
      keepCurrent(row.n, coder, packed)
      // filled before the older ones are taken out: their happenings go on under their names
      fill(row, record, near)
      for (const old of older) replace(old, row)
      return { documentId, outcome: 'added' }
    },
    /** Writes a document's items anew from its current record: something was said of them. */
    refill(document: number) {
      const row = driver.prepare('select * from document where n = ?').get([document])
      const current = driver
        .prepare('select json from record where document = ? and current = 1')
        .get([document])
      if (row && row.replaced_by === null && current) refill(row, unpackRecord(current.json, row.text))
    },
    /** Looks for the happening of an event anew. */
    placeAgain(event: string) {
      const row = driver.prepare('select * from event where id = ?').get([event])
      const document = row && driver.prepare('select * from document where n = ?').get([row.document ?? 0])
      if (!row || !document) return
      const own = Number(row.happening)
      const { group, why } = events.find(row, neighbours(document), bonds.apartFrom(event), own)
      if (group === null) return
      const alone = driver.prepare('select count(*) as n from event where happening = ?').get([own])
      if (alone?.n === 1) groups.merge('happening', own, group)
      driver.prepare('update event set happening = ?, why = ? where id = ?').run([group, why, event])
      groups.touch('happening', own)
      groups.touch('happening', group)
    },
    /** Keeps a record that is history. */
    keepFormer(document: number, record: Record) {
      driver
        .prepare('insert or ignore into record (document, coder, current, json) values (?, ?, 0, ?)')
        .run([document, coderOf.find(record), packRecord(record)])
    },
    /** Writes what was gathered. */
    finish: () => directory.flush(),
    /** The transaction has ended; what is held of happenings is good for the next one unless some of them moved. */
    flush(moved: boolean) {
      fresh = []
      if (moved) events.forget()
    },
    forget() {
      fresh = []
      documents.forget()
      events.forget()
      directory.forget()
      coderOf.forget()
    },
  }
}
export type RecordKeeper = ReturnType<typeof recordKeeper>

/** Documents that are near to one, when they are needed. */
type Near = () => readonly Neighbour[]
const NONE: ReadonlyMap<string, Former> = new Map()

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const GROUP_OF: Readonly<Partial<globalThis.Record<ItemRow['kind'], Group>>> = {
  event: 'happening',
  statement: 'quotation',
  commitment: 'undertaking',
}

const text = (cell: unknown) => (cell === null || cell === undefined ? null : String(cell))
const sourcesOf = ({ source }: Row) => (typeof source === 'string' ? [source] : [])

/** What must be the same for an item to stay where it was placed. */
function likenessOf(row: Row): string {
  const { type, status, day, actors, recipients, evidence, speakers, quote, givers, act } = row
  return JSON.stringify([type, status, day, actors, recipients, evidence, speakers, quote, givers, act])
}

function stays(former: Former | undefined, row: Row): Placed | null {
  return former && former.likeness === likenessOf(row) ? { group: former.group, why: former.why } : null
}

/** What a document is found by: those whom it names and the places. */
function documentKeys(
  mentioned: readonly { readonly entity: string; readonly country: string | null }[],
  document: Row,
): string[] {
  const places = JSON.parse(String(document.places)) as [string, string | null][]
  return [
    ...new Set([
      ...mentioned.map(({ entity }) => `party:${entity}`),
      ...mentioned.flatMap(({ country }) => (country === null ? [] : [`party:${country}`])),
      ...places.flatMap(([name, country]) =>
        country === null ? [`place:${name}`] : [`place:${name}`, `place:${country}`],
      ),
    ]),
  ]
}

function namedIn(driver: Driver, document: Row) {
  return driver
    .prepare(
      'select y.entity, l.country from entity_document l join entity y on y.n = l.entity where l.document = ?',
    )
    .all([document.n ?? 0])
    .map(({ entity, country }) => ({ entity: String(entity), country: text(country) }))
}

function knownParty(driver: Driver, entity: string): Party | null {
  const row = driver.prepare('select * from entity where entity = ?').get([entity])
  return row ? { entity, name: text(row.name), country: text(row.country), sector: text(row.sector) } : null
}

function countItems(driver: Driver, n: number, record: Record) {
  driver
    .prepare(
      'update document set events = ?, statements = ?, positions = ?, commitments = ?, figures = ? where n = ?',
    )
    .run([
      record.events.length,
      record.statements.length,
      record.positions.length,
      record.commitments.length,
      record.figures.length,
      n,
    ])
}

/** Items that have another id since, though they stand in the same words, keep what people said of their happenings. */
function carryNames(bonds: BondKeeper, before: readonly Row[], record: Record) {
  const items = itemsOf(record).filter(({ kind }) => kind === 'event')
  const ids = new Set(items.map(({ id }) => id))
  for (const { id, trigger_start, trigger } of before) {
    if (ids.has(String(id))) continue
    const start = Number(trigger_start)
    const span = { start, end: start + String(trigger).length }
    const now = items.find(({ anchor }) => overlap(anchor, span) >= 0.5)
    if (now) bonds.rename(String(id), now.id)
  }
}
/** Numbers of coders; a transaction that was rolled back has given numbers that nothing holds. */
function coders(driver: Driver) {
  const known = new Map<string, number>()
  return {
    find({ coder: { name, version, model } }: Record): number {
      return getOrMake(known, `${version} ${model}`, () => {
        const row = driver
          .prepare(
            'insert into coder (name, version, model) values (?, ?, ?) on conflict (name, version, model) do update set name = name returning n',
          )
          .get([name, version, model])
        return Number(row?.n)
      })
    },
    forget: () => known.clear(),
  }
}

/** Refuses what is no record, or points at words that are not there. */
export function checkRecord(record: unknown): Record {
  const parsed = recordSchema.safeParse(record)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ArchiveError(
      'invalid-record',
      `not a record: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'no reason given'}`,
      { cause: parsed.error },
    )
  }
  const { text } = parsed.data.document
  for (const { id, evidence } of [...parsed.data.events, ...parsed.data.statements, ...parsed.data.positions])
    if (text.slice(evidence.start, evidence.end) !== evidence.text)
      throw new ArchiveError(
        'invalid-record',
        `not a record: the evidence of ${id} does not stand in the text`,
      )
  return parsed.data
}

/** A record without what its carrier alone says: the same text may come under two names, and is one document. */
function readingOf({ document, ...rest }: Record): string {
  return JSON.stringify({ ...rest, document: { ...document, externalId: null, url: null } })
}
