import type { ActorRow, Filter, Page, PageOptions } from '../answers.ts'
import type { Cell, Driver } from './driver.ts'
import { limitOf, readCursor } from './list.ts'
import { toActorRow } from './rows.ts'

/** The directory of actors: those whom most documents name come first. */
export function askActors(
  driver: Driver,
  filter: Pick<Filter, 'q' | 'sector' | 'actor'>,
  page: PageOptions,
): Page<ActorRow> {
  const limit = limitOf(page.limit)
  const where: string[] = []
  const parameters: Cell[] = []
  for (const word of (filter.q ?? '').split(/\s+/).filter(Boolean).slice(0, 10)) {
    where.push(`(' ' || name like ? escape '\\' or entity like ? escape '\\')`)
    const plain = word.replace(/["*]/g, '').replace(/[\\%_]/g, '\\$&')
    parameters.push(`% ${plain}%`, `%/${plain}%`)
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
    const [entity, documents] = readCursor(page.cursor)
    where.push('(documents < ? or (documents = ? and entity > ?))')
    parameters.push(documents, documents, entity)
  }
  const rows = driver
    .prepare(
      `select * from entity ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
       order by documents desc, entity limit ${limit + 1}`,
    )
    .all(parameters)
  const items = rows.slice(0, limit).map(toActorRow)
  const last = rows.length > limit ? items.at(-1) : undefined
  return {
    items,
    next: last ? Buffer.from(JSON.stringify([last.entity, last.documents])).toString('base64url') : null,
  }
}
