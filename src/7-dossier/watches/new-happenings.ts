import type { Archive, EventRow, Filter, HappeningRow, Watch } from '#archive'
import { everyPage } from './every-page.ts'
import { areRivals } from './question-of.ts'

/** A happening that a question finds, with the newly arrived reports of it that made it found. */
export interface FoundHappening {
  readonly happening: HappeningRow
  readonly reports: readonly EventRow[]
}

/**
 * Happenings that answer a question by what arrived after a mark. A happening is asked for twice: by its own arrival
 * (a re-coded document may make one anew) and by that of a report (which may make an old one answer).
 */
export async function newHappenings(
  archive: Archive,
  watch: Watch,
  question: Filter,
  mark: string,
): Promise<readonly FoundHappening[]> {
  const asked = { ...question, after: mark }
  const reports = new Map<string, EventRow[]>()
  for await (const event of everyPage((page) => archive.events(asked, page))) {
    if (event.happening === null || !areRivals(watch, [...event.actors, ...event.recipients])) continue
    const list = reports.get(event.happening)
    if (list) list.push(event)
    else reports.set(event.happening, [event])
  }
  const found = new Map<string, FoundHappening>()
  for await (const happening of everyPage((page) => archive.happenings(asked, page)))
    if (areRivals(watch, [...happening.actors, ...happening.recipients]))
      found.set(happening.id, { happening, reports: reports.get(happening.id) ?? [] })
  for (const [id, list] of reports) {
    if (found.has(id)) continue
    const happening = await archive.happening(id)
    if (happening) found.set(happening.id, { happening, reports: list })
  }
  return [...found.values()]
}
