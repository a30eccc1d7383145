import { randomUUID } from 'node:crypto'
import type { Correction, CorrectionRequest, Edit, ItemKind } from '../answers.ts'
import { ArchiveError } from '../archive-error.ts'
import { checkEdit } from '../corrections/check-edit.ts'
import { type Item, itemsOf } from '../corrections/items.ts'
import type { Driver, Row } from './driver.ts'
import type { GroupKeeper } from './groups.ts'
import type { RecordKeeper } from './keep-record.ts'
import { unpackRecord } from './pack-record.ts'
import { text } from './rows.ts'
import type { Writer } from './writer.ts'

const VERDICTS = ['accept', 'reject', 'edit']

/** Keeps corrections and applies them, within a transaction that the caller holds. */
export function corrector(driver: Driver, writer: Writer, groups: GroupKeeper, records: RecordKeeper) {
  const correct = (request: CorrectionRequest): string => {
    checkRequest(request)
    const { document, item, coder, length } = findCoded(driver, request.item)
    if (request.action === 'edit') checkEdit(request.edit ?? {}, item.kind, length)
    const into = request.into === undefined ? null : findCoded(driver, request.into)
    const n = Number(document.n)
    if (VERDICTS.includes(request.action))
      driver
        .prepare(
          `update correction set state = 'superseded' where document = ? and who = ? and kind = ? and span_start = ? and span_end = ?
           and action in ('accept', 'reject', 'edit') and state in ('applied', 'unmatched')`,
        )
        .run([n, request.who, item.kind, item.anchor.start, item.anchor.end])
    const id = `correction.${randomUUID()}`
    const row = driver
      .prepare(
        `insert into correction (id, at, who, action, kind, item, document, span_start, span_end, words, into_document, into_start,
         into_end, into_item, edit, note, judged_type, judged_rule, judged_coder, judged_confidence, state)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'applied') returning n`,
      )
      .get([
        id,
        request.at ?? new Date().toISOString(),
        request.who,
        request.action,
        item.kind,
        item.id,
        n,
        item.anchor.start,
        item.anchor.end,
        item.anchor.text,
        into ? Number(into.document.n) : null,
        into?.item.anchor.start ?? null,
        into?.item.anchor.end ?? null,
        into?.item.id ?? null,
        request.edit ? JSON.stringify(request.edit) : null,
        request.note ?? null,
        item.type,
        item.rule,
        coder,
        item.confidence,
      ])
    writer.counter.add('corrections', 1)
    apply(request, n, Number(row?.n))
    return id
  }

  const apply = (request: CorrectionRequest, document: number, correction: number) => {
    if (request.action === 'split') split(request.item, correction)
    else if (request.action === 'merge') merge(request.item, request.into ?? '', correction)
    else records.refill(document)
  }

  const merge = (item: string, into: string, correction: number) => {
    const [from, to] = [happeningOf(item), happeningOf(into)]
    if (from === null || to === null)
      throw new ArchiveError('bad-question', 'merge: one of the events was rejected')
    // what was taken apart before is together again
    for (const [a, b] of [
      [from, to],
      [to, from],
    ])
      driver
        .prepare(
          `delete from apart where one in (select id from event where happening = ?) and other in (select id from event where happening = ?)`,
        )
        .run([a ?? 0, b ?? 0])
    if (from === to) return
    const moved = driver.prepare('select id from event where happening = ?').all([from])
    driver
      .prepare('update correction set moved = ? where n = ?')
      .run([JSON.stringify(moved.map(({ id }) => id)), correction])
    groups.merge('happening', from, to)
  }

  /** Gives the reports that a merge moved a happening of their own again. */
  const unmerge = (moved: readonly string[]) => {
    const rows = moved.flatMap((id) =>
      driver.prepare('select id, day, happening from event where id = ?').all([id]),
    )
    const [first] = rows
    if (!first) return
    driver.prepare('delete from alias where id = ?').run([`happening.${first.id}`])
    const own = groups.begin('happening', String(first.day), `happening.${first.id}`)
    for (const { id = '', happening } of rows) {
      driver.prepare('update event set happening = ? where id = ?').run([own, id])
      groups.touch('happening', Number(happening))
    }
  }

  const split = (item: string, correction: number) => {
    const happening = happeningOf(item)
    const others = driver
      .prepare('select id from event where happening = ? and id <> ?')
      .all([happening ?? 0, item])
    if (happening === null || others.length === 0)
      throw new ArchiveError('bad-question', 'split: the event is the only report of its happening')
    for (const { id = '' } of others)
      driver
        .prepare('insert or ignore into apart (one, other, correction) values (?, ?, ?)')
        .run([item, id, correction])
    const event = driver.prepare('select day from event where id = ?').get([item])
    const own = groups.begin('happening', String(event?.day ?? ''), `happening.${item}`)
    driver.prepare('update event set happening = ?, why = null where id = ?').run([own, item])
    groups.touch('happening', happening)
  }

  const happeningOf = (event: string): number | null => {
    const row = driver.prepare('select happening from event where id = ?').get([event])
    return typeof row?.happening === 'number' ? row.happening : null
  }

  return {
    correct,
    undo(id: string): boolean {
      const row = driver.prepare(`select * from correction where id = ? and state <> 'undone'`).get([id])
      if (!row) return false
      driver.prepare(`update correction set state = 'undone' where n = ?`).run([row.n ?? 0])
      restore(driver, row)
      const n = Number(row.document)
      if (row.action === 'merge') unmerge(JSON.parse(String(row.moved ?? '[]')) as string[])
      else if (row.action === 'split') {
        driver.prepare('delete from apart where correction = ?').run([row.n ?? 0])
        records.placeAgain(String(row.item))
      } else records.refill(n)
      return true
    },
  }
}

/** What the same person had said of the item before counts again. */
function restore(driver: Driver, row: Row) {
  if (!VERDICTS.includes(String(row.action))) return
  driver
    .prepare(
      `update correction set state = 'applied' where n = (select max(n) from correction where document = ? and who = ? and kind = ?
       and span_start = ? and span_end = ? and action in ('accept', 'reject', 'edit') and state = 'superseded')`,
    )
    .run([row.document ?? 0, row.who ?? '', row.kind ?? '', row.span_start ?? 0, row.span_end ?? 0])
}

function checkRequest({ who, action, into, item }: CorrectionRequest) {
  const wrong = (message: string) => {
    throw new ArchiveError('bad-question', message)
  }
  if (typeof who !== 'string' || who.trim() === '') wrong('a correction needs the name of who makes it')
  if (!['accept', 'reject', 'edit', 'merge', 'split'].includes(action))
    wrong('action: accept, reject, edit, merge or split was expected')
  if (action === 'merge' && (into === undefined || into === item))
    wrong('merge needs the id of another event, into whose happening the first goes')
}

/** The item as it was coded, in the current record of its document. */
function findCoded(driver: Driver, id: string): { document: Row; item: Item; coder: string; length: number } {
  for (const document of documentsOf(driver, id)) {
    const record = unpackRecord(document.json, document.text)
    const item = itemsOf(record).find((it) => it.id === id)
    if (item)
      return {
        document,
        item,
        coder: `${record.coder.version} ${record.coder.model}`,
        length: record.document.text.length,
      }
  }
  throw new ArchiveError('not-found', `the archive holds no item ${JSON.stringify(id.slice(0, 120))}`)
}

/** The documents that an item may stand in: its id begins with that of its document. */
function documentsOf(driver: Driver, id: string): Row[] {
  const hex = /^[0-9a-f]{8,64}/.exec(id)?.[0] ?? ''
  if (hex === '') return []
  return driver
    .prepare(
      `select d.n, d.text, r.json from document d join record r on r.document = d.n and r.current = 1 where d.id between ? and ? limit 5`,
    )
    .all([`sha256:${hex}`, `sha256:${hex}~`])
}

export function toCorrection(row: Row): Correction {
  return {
    id: String(row.id),
    at: String(row.at),
    who: String(row.who),
    action: String(row.action) as Correction['action'],
    kind: String(row.kind) as ItemKind,
    item: text(row.item),
    documentId: String(row.document_id),
    span: { text: String(row.words), start: Number(row.span_start), end: Number(row.span_end) },
    into: text(row.into_item),
    edit: row.edit === null ? null : (JSON.parse(String(row.edit)) as Edit),
    note: text(row.note),
    judged: {
      type: String(row.judged_type),
      rule: String(row.judged_rule),
      coder: String(row.judged_coder),
      confidence: row.judged_confidence === null ? null : Number(row.judged_confidence),
    },
    state: String(row.state) as Correction['state'],
  }
}
