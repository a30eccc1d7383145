import { type Record, recordSchema } from '#record'
import type { Added } from '../archive.ts'
import { ArchiveError } from '../archive-error.ts'
import type { Driver } from './driver.ts'
import { documentKeeper, dropItems, keepMentions } from './keep-document.ts'
import { happeningKeeper, recount } from './keep-happenings.ts'
import { itemKeeper } from './keep-items.ts'

/** Adds records within a transaction that the caller holds. */
export function recordKeeper(driver: Driver): (record: Record) => Added {
  const keepDocument = documentKeeper(driver)
  const keepItems = itemKeeper(driver)
  const happenings = happeningKeeper(driver)

  const fill = (n: number, record: Record) => {
    keepMentions(driver, n, record)
    happenings.place(n, keepItems(n, record))
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

  const recode = (n: number, record: Record) => {
    const touched = driver
      .prepare('select distinct happening from event where document = ? and happening is not null')
      .all([n])
    dropItems(driver, n)
    happenings.forget()
    driver.prepare('update record set current = 0 where document = ? and current = 1').run([n])
    fill(n, record)
    for (const { happening } of touched) recount(driver, Number(happening))
  }

  return (record) => {
    const documentId = record.document.id
    const coder = coderOf(driver, record)
    const known = driver.prepare('select n from document where id = ?').get([documentId])
    const n = known ? Number(known.n) : keepDocument(record)
    const json = withoutText(record)
    const kept = driver.prepare('select n, json from record where document = ? and coder = ?').get([n, coder])
    if (kept && readingOf(String(kept.json)) === readingOf(json)) return { documentId, outcome: 'unchanged' }
    if (known) recode(n, record)
    else fill(n, record)
    driver
      .prepare(
        `insert into record (document, coder, current, json) values (?, ?, 1, ?)
         on conflict (document, coder) do update set current = 1, json = excluded.json`,
      )
      .run([n, coder, json])
    return { documentId, outcome: known ? 'recoded' : 'added' }
  }
}

function coderOf(driver: Driver, { coder }: Record): number {
  const row = driver
    .prepare(
      'insert into coder (name, version, model) values (?, ?, ?) on conflict (name, version, model) do update set name = name returning n',
    )
    .get([coder.name, coder.version, coder.model])
  return Number(row?.n)
}

/** The text stands once, in the document's row. */
function withoutText(record: Record): string {
  return JSON.stringify({ ...record, document: { ...record.document, text: '' } })
}

/** The record as it was given, its text put back in its place. */
export function withText(json: string, text: string): Record {
  const record = JSON.parse(json) as Record
  return { ...record, document: { ...record.document, text } }
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
function readingOf(json: string): string {
  const { document, ...rest } = JSON.parse(json) as Record
  return JSON.stringify({ ...rest, document: { ...document, externalId: null, url: null } })
}
