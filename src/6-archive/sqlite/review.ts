import type {
  Correction,
  ItemKind,
  Page,
  PageOptions,
  PrecisionReport,
  ReviewItem,
  ReviewQuestion,
} from '../answers.ts'
import { type Judgement, precisionReport } from '../corrections/precision-report.ts'
import { hashText } from '../happenings/hash.ts'
import { ask } from './ask.ts'
import { toCorrection } from './correct.ts'
import type { Cell, Driver, Row } from './driver.ts'
import { DOUBTS, type Keyring } from './keys.ts'
import { limitOf, readCursor, writeCursor } from './list.ts'
import * as rows from './rows.ts'

const TO_ROW = {
  event: rows.toEventRow,
  statement: rows.toStatementRow,
  position: rows.toPositionRow,
  commitment: rows.toCommitmentRow,
  figure: rows.toFigureRow,
}
const COLUMNS: Readonly<Record<ItemKind, string>> = {
  event: rows.EVENT_COLUMNS,
  statement: rows.STATEMENT_COLUMNS,
  position: rows.ITEM_COLUMNS,
  commitment: rows.COMMITMENT_COLUMNS,
  figure: rows.ITEM_COLUMNS,
}
const START: Readonly<Record<ItemKind, string>> = {
  event: 'x.evidence_start',
  statement: 'x.quote_start',
  position: 'x.proposition_start',
  commitment: 'x.act_start',
  figure: 'x.evidence_start',
}
const MOST_AT_ONCE = 200

/** Items for a person to judge: a sample that the seed fixes, or the most doubtful. */
export function askReviewQueue(
  driver: Driver,
  keys: Keyring,
  question: ReviewQuestion,
  today: string,
): ReviewItem[] {
  const { kind = 'event', order = 'random', seed = 1, who, filter = {} } = question
  const limit = Math.max(1, Math.min(MOST_AT_ONCE, Math.floor(question.limit ?? 20)))
  const { match, none, from, below, where, parameters } = ask(kind, filter, keys, today)
  if (none) return []
  const conditions = ['x.n >= ?', 'x.n < ?', ...where]
  const values: Cell[] = [from, below, ...parameters]
  if (who) {
    conditions.push(
      `not exists (select 1 from correction c where c.document = x.document and c.item = x.id and c.who = ? and c.action in ('accept', 'reject', 'edit') and c.state = 'applied')`,
    )
    values.push(who)
  }
  const select = (more: readonly string[], order: string) =>
    `select ${COLUMNS[kind]}, d.text as document_text, ${START[kind]} as item_start from document d cross join ${kind} x on x.document = d.n
     where ${[...conditions, ...more].join(' and ')} order by ${order} limit ?`
  const inside = (asked: string | null) =>
    asked === null ? [] : [`x.n in (select rowid from ${kind}_fts where ${kind}_fts match ?)`]
  const found = order === 'doubtful' && kind !== 'figure' ? doubtful() : shuffled()

  /** Documents in an order that their hashes give, from a place that the seed gives; all items of each. */
  function shuffled(): Row[] {
    const start = `sha256:${hashText(`seed ${seed}`).toString(16).padStart(8, '0')}`
    const asked = match === null ? [] : [match]
    const from = (sign: string) =>
      driver
        .prepare(select([...inside(match), `d.id ${sign} ?`], 'd.id, x.n'))
        .all([...values, ...asked, start, limit])
    const first = from('>=')
    return first.length >= limit ? first : [...first, ...from('<')].slice(0, limit)
  }

  /** The least sure first: one step of confidence after the other. */
  function doubtful(): Row[] {
    const rows: Row[] = []
    for (let step = 0; step < DOUBTS && rows.length < limit; step++) {
      const key = keys.find(`doubt:${step}`)
      if (key === undefined) continue
      const asked = match === null ? `keys : _${key}` : `${match} AND keys : _${key}`
      rows.push(
        ...driver
          .prepare(
            `select ${COLUMNS[kind]}, d.text as document_text, ${START[kind]} as item_start
             from ${kind}_fts f cross join ${kind} x on x.n = f.rowid cross join document d on d.n = x.document
             where ${kind}_fts match ? and ${conditions.join(' and ')} order by f.rowid desc limit ?`,
          )
          .all([asked, ...values, limit - rows.length]),
      )
    }
    return rows.sort((a, b) => Number(a.confidence) - Number(b.confidence))
  }
  return found.map((row) => ({ kind, item: TO_ROW[kind](row), context: contextOf(row) }))
}

const AROUND = 300

/** The words around an item: its sentence and one on either side, as far as they are near. */
function contextOf(row: Row) {
  const text = String(row.document_text)
  const at = Number(row.item_start)
  const before = text.slice(Math.max(0, at - AROUND), at)
  const ends = [...before.matchAll(/[.!?]["”’)]*\s+|\n/g)].map((it) => it.index + it[0].length)
  const start = at - before.length + (ends.at(-2) ?? 0)
  const behind = text.slice(at, at + 3 * AROUND)
  const stops = [...behind.matchAll(/[.!?]["”’)]*(?=\s|$)/g)].map((it) => it.index + it[0].length)
  const context = text.slice(start, at + (stops[1] ?? stops[0] ?? AROUND))
  return { text: context.trim(), start: start + context.length - context.trimStart().length }
}

/** Corrections, the newest first. */
export function askCorrections(
  driver: Driver,
  filter: { readonly who?: string; readonly document?: string; readonly state?: Correction['state'] },
  page: PageOptions,
  id?: string,
): Page<Correction> {
  const limit = limitOf(page.limit)
  const where = ['true']
  const parameters: Cell[] = []
  const need = (condition: string, value: string | undefined) => {
    if (value === undefined) return
    where.push(condition)
    parameters.push(value)
  }
  need('c.id = ?', id)
  need('c.who = ?', filter.who)
  need('d.id = ?', filter.document)
  need('c.state = ?', filter.state)
  const oldest = page.order === 'oldest'
  if (page.cursor) {
    where.push(oldest ? 'c.n > ?' : 'c.n < ?')
    parameters.push(readCursor(page.cursor)[1])
  }
  const found = driver
    .prepare(
      `select c.*, d.id as document_id, c.n as at_first, c.n as at_n from correction c join document d on d.n = c.document
       where ${where.join(' and ')} order by c.n ${oldest ? 'asc' : 'desc'} limit ${limit + 1}`,
    )
    .all(parameters)
  const items = found.slice(0, limit)
  return { items: items.map(toCorrection), next: found.length > limit ? writeCursor(items.at(-1)) : null }
}

/** All corrections of one document that stand or stood. */
export function correctionsOf(driver: Driver, document: number): Correction[] {
  return driver
    .prepare(
      `select c.*, d.id as document_id from correction c join document d on d.n = c.document where c.document = ? or c.into_document = ? order by c.n`,
    )
    .all([document, document])
    .map(toCorrection)
}

/** Precision as people's verdicts tell it. */
export function askPrecision(driver: Driver): PrecisionReport {
  const found = driver
    .prepare(
      `select * from correction where action in ('accept', 'reject', 'edit') and state in ('applied', 'unmatched') order by n`,
    )
    .all()
  const judgements = found.map(
    (row): Judgement => ({
      item: `${row.document} ${row.kind} ${row.span_start}-${row.span_end} ${row.judged_type}`,
      kind: String(row.kind) as ItemKind,
      type: String(row.judged_type),
      rule: String(row.judged_rule),
      who: String(row.who),
      action: String(row.action) as Judgement['action'],
    }),
  )
  return precisionReport(judgements, found.filter(({ state }) => state === 'unmatched').length)
}
