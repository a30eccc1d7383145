import type { Archive, EventRow, Firing, HappeningRow, NewFiring, Party } from '#archive'
import type { FoundHappening } from './new-happenings.ts'

export const namesOf = (parties: readonly Party[]): string =>
  parties.length === 0 ? 'somebody' : parties.map(({ name, entity }) => name ?? entity).join(', ')

const SHOWN = 240
export const shorten = (text: string): string =>
  text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text

/** The words of an event, for a firing. */
export const wordsOf = ({ evidence, origin }: EventRow): Firing['evidence'][number] => ({
  ...origin,
  text: evidence.text,
  start: evidence.start,
  end: evidence.end,
})

/** One line that says what happened. */
export function titleOf({ type, status, actors, recipients, place, evidence }: HappeningRow): string {
  const whom = recipients.length === 0 ? '' : ` → ${namesOf(recipients)}`
  const where = place === null ? '' : ` (${place})`
  return `${namesOf(actors)}${whom}: ${type}${status === 'asserted' ? '' : `, ${status}`}${where}: “${shorten(evidence)}”`
}

/** A happening as a firing; its reports are what it is known by, so that it is one under another id, too. */
export async function toFiring(archive: Archive, { happening, reports }: FoundHappening): Promise<NewFiring> {
  const [first] = reports.length > 0 ? reports : await firstReport(archive, happening)
  return {
    members: [happening.id, ...new Set(happening.reports.map(({ eventId }) => eventId))],
    firing: {
      kind: 'each',
      title: titleOf(happening),
      day: happening.day === '' ? null : happening.day,
      documentId: first?.origin.documentId ?? null,
      item: first?.id ?? null,
      items: [
        { kind: 'happening', id: happening.id },
        ...happening.reports.slice(0, 10).map(({ eventId }) => ({ kind: 'event' as const, id: eventId })),
      ],
      evidence: (reports.length > 0 ? reports.slice(0, 10) : first ? [first] : []).map(wordsOf),
    },
  }
}

async function firstReport(archive: Archive, { reports }: HappeningRow): Promise<readonly EventRow[]> {
  const [report] = reports
  const event = report ? await archive.event(report.eventId) : null
  return event ? [event] : []
}
