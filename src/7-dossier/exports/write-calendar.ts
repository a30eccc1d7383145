import ical, { ICalEventStatus } from 'ical-generator'
import {
  type Archive,
  type CommitmentRow,
  type EventRow,
  edtfDays,
  type Filter,
  type Party,
  shiftDay,
} from '#archive'
import { allPages } from './all-pages.ts'

/** No clock in an export: every entry bears the same stamp. */
const STAMP = new Date('2000-01-01T00:00:00Z')
/** Entries are held in memory; a calendar of more than these is of no use to anybody. */
const MOST = 20_000

/** Meetings, held and planned, and commitments on the day on which they fall due, as iCalendar (RFC 5545). */
export async function* writeCalendar(archive: Archive, filter: Filter): AsyncGenerator<string> {
  const calendar = ical({ name: 'Rapporteur', prodId: { company: 'rapporteur', product: 'rapporteur' } })
  let entries = 0
  for await (const entry of entriesOf(archive, filter)) {
    if (++entries > MOST) break
    calendar.createEvent(entry)
  }
  yield `${calendar.toString()}\r\n`
}

async function* entriesOf(archive: Archive, filter: Filter) {
  const meetings = { ...filter, type: ['CONSULT', 'AGREE'] }
  for await (const event of allPages((page) => archive.events(meetings, page))) {
    const entry = meetingOf(event)
    if (entry) yield entry
  }
  for await (const commitment of allPages((page) => archive.commitments(filter, page))) {
    const entry = dueOf(commitment)
    if (entry) yield entry
  }
}

const names = (parties: readonly Party[]) => parties.map(({ name, entity }) => name ?? entity).join(', ')

/** CAMEO's "express intent to meet or negotiate": PLOVER codes a meeting to come as AGREE. */
const TO_MEET = '036'

/** A meeting that has a day; what is only hypothetical or denied is no entry. */
function meetingOf(event: EventRow) {
  const { id, type, cameo, date, day, actors, recipients, place, evidence, origin } = event
  if (type !== 'CONSULT' && cameo !== TO_MEET) return null
  if (event.status !== 'asserted' && event.status !== 'planned') return null
  const planned = event.status === 'planned' || cameo === TO_MEET
  const days = date === null ? null : edtfDays(date)
  const from = days?.from ?? (day === '' ? null : day)
  if (from === null) return null
  return {
    id,
    stamp: STAMP,
    allDay: true,
    start: utc(from),
    end: utc(shiftDay(days?.to ?? from, 1)),
    summary: `${names([...actors, ...recipients])}${planned ? ' (planned)' : ''}`,
    description: `${evidence.text}\n\n${origin.source ?? ''} ${origin.documentId}`,
    ...(place === null ? {} : { location: place }),
    status: planned ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
  }
}

/** A commitment on the last day on which it can be kept. */
function dueOf({ id, by, act, dueTo, status, evidence, origin }: CommitmentRow) {
  if (dueTo === null || !/^\d{4}-\d{2}-\d{2}$/.test(dueTo)) return null
  return {
    id,
    stamp: STAMP,
    allDay: true,
    start: utc(dueTo),
    end: utc(shiftDay(dueTo, 1)),
    summary: `Due: ${names(by)}: ${act.text}`,
    description: `${evidence}\n\n${status}\n${origin.source ?? ''} ${origin.documentId}`,
    status: status === 'withdrawn' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}

const utc = (day: string) => new Date(`${day}T00:00:00Z`)
