import type { DocumentAnswer, UndertakingStatus } from '../answers.ts'
import type { Driver } from './driver.ts'
import { happeningsOf } from './group-rows.ts'
import { unpackRecord } from './pack-record.ts'
import { correctionsOf } from './review.ts'
import { ORIGIN_COLUMNS, text, toOrigin } from './rows.ts'

/** A document with its record and all that it is part of. */
export function askDocument(driver: Driver, id: string, today: string): DocumentAnswer | null {
  const row = driver
    .prepare(
      `select d.n, d.text, r.json, (select o.id from document o where o.n = d.copy_of) as copy_id,
       (select o.id from document o where o.n = d.replaced_by) as newer_id,
       (select s.id from story s where s.n = d.story) as story_id
       from document d join record r on r.document = d.n and r.current = 1 where d.id = ?`,
    )
    .get([id])
  if (!row) return null
  const n = Number(row.n)
  return {
    record: unpackRecord(row.json, row.text),
    copyOf: text(row.copy_id),
    copies: driver
      .prepare(`select ${ORIGIN_COLUMNS} from document d where d.copy_of = ? order by d.arrival limit 100`)
      .all([n])
      .map(toOrigin),
    replacedBy: text(row.newer_id),
    replaces: driver
      .prepare(
        `select ${ORIGIN_COLUMNS} from document d where d.replaced_by = ? order by d.arrival desc limit 100`,
      )
      .all([n])
      .map(toOrigin),
    story: text(row.story_id),
    happenings: happeningsOf(driver, n),
    quotations: driver
      .prepare(
        `select q.id, q.documents, json_group_array(s.id) as statements from statement s join quotation q on q.n = s.quotation
         where s.document = ? group by q.n order by min(s.quote_start)`,
      )
      .all([n])
      .map((it) => ({
        id: String(it.id),
        statements: JSON.parse(String(it.statements)) as string[],
        documents: Number(it.documents),
      })),
    undertakings: driver
      .prepare(
        `select u.id, case when u.status = 'open' and u.due_to < ? then 'missed' else u.status end as status,
         json_group_array(c.id) as commitments from commitment c join undertaking u on u.n = c.undertaking
         where c.document = ? group by u.n order by min(c.act_start)`,
      )
      .all([today, n])
      .map((it) => ({
        id: String(it.id),
        commitments: JSON.parse(String(it.commitments)) as string[],
        status: String(it.status) as UndertakingStatus,
      })),
    corrections: correctionsOf(driver, n),
  }
}
