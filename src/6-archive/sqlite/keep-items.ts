import type { Record, RecordEvent, RecordSpan } from '#record'
import type { Party } from '../answers.ts'
import { edtfDays } from '../edtf-days.ts'
import { partiesOf } from '../parties.ts'
import type { Cell, Driver } from './driver.ts'
import { inserter } from './insert.ts'

/** An event that was just inserted, as the happenings need it. */
export interface KeptEvent {
  readonly n: number
  readonly event: RecordEvent
  readonly day: string
  readonly dated: boolean
  readonly place: string | null
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
}

/** Writes the rows of a record's items. */
export function itemKeeper(driver: Driver) {
  const insert = {
    event: inserter(driver, 'event', EVENT),
    statement: inserter(driver, 'statement', STATEMENT),
    position: inserter(driver, 'position', POSITION),
    commitment: inserter(driver, 'commitment', COMMITMENT),
    figure: inserter(driver, 'figure', FIGURE),
  }
  const PARTY = `insert or ignore into party (kind, item, role, entity, name, country, sector, day) values (?, ?, ?, ?, ?, ?, ?, ?)`
  const party = (kind: string, item: number, role: string, day: string, parties: readonly Party[]) => {
    for (const { entity, name, country, sector } of parties)
      driver.prepare(PARTY).run([kind, item, role, entity, name, country, sector, day])
  }

  /** Inserts all items of a record; gives the events for the happenings. */
  return (document: number, record: Record): KeptEvent[] => {
    const published = (record.document.published ?? '').slice(0, 10)
    const find = partiesOf(record)
    const places = new Map(record.places.map((place) => [place.id, place]))
    const placeName = (id: string | null) => (id === null ? null : (places.get(id)?.name ?? null))

    const events = record.events.map((event): KeptEvent => {
      const { day, to, dated } = dayOf(event.date?.edtf ?? null, published)
      const place = event.place === null ? undefined : places.get(event.place)
      const n = insert.event({
        ...eventCells(event),
        document,
        day,
        day_to: to,
        place: place?.name ?? null,
        place_country: place?.country ?? null,
        latitude: place?.latitude ?? null,
        longitude: place?.longitude ?? null,
      })
      const actors = find(event.actors)
      const recipients = find(event.recipients)
      party('event', n, 'actor', day, actors)
      party('event', n, 'recipient', day, recipients)
      return { n, event, day, dated, place: place?.name ?? null, actors, recipients }
    })
    for (const it of record.statements) {
      const { day } = dayOf(it.date?.edtf ?? null, published)
      const n = insert.statement({
        id: it.id,
        document,
        kind: it.kind,
        day,
        place: placeName(it.place),
        quote: it.content.map(({ text }) => text).join(' … '),
        quote_start: it.content[0]?.start ?? it.evidence.start,
        quote_end: it.content.at(-1)?.end ?? it.evidence.end,
        cue: it.cue?.text ?? null,
        evidence: it.evidence.text,
        via: it.via === null ? null : (find([it.via])[0]?.name ?? null),
        confidence: it.confidence,
      })
      party('statement', n, 'speaker', day, find(it.speakers))
      party('statement', n, 'addressee', day, find(it.addressees))
    }
    for (const it of record.positions) {
      const n = insert.position({
        id: it.id,
        document,
        stance: it.stance,
        day: published,
        ...spanCells('proposition', it.proposition),
        statement: it.statement,
        event: it.event,
        evidence: it.evidence.text,
        confidence: it.confidence,
      })
      party('position', n, 'holder', published, find(it.holder))
      party('position', n, 'toward', published, it.toward === null ? [] : find([it.toward]))
    }
    for (const it of record.commitments) {
      const due = it.due === null ? null : edtfDays(it.due)
      const n = insert.commitment({
        id: it.id,
        document,
        type: it.type,
        strength: it.strength,
        status: it.status,
        day: published,
        due: it.due,
        due_from: due?.from ?? null,
        due_to: due?.to ?? null,
        ...spanCells('act', it.act),
        condition: it.condition?.text ?? null,
        evidence: it.evidence.text,
        confidence: it.confidence,
      })
      party('commitment', n, 'by', published, find(it.by))
      party('commitment', n, 'to', published, find(it.to))
    }
    for (const it of record.figures)
      insert.figure({
        id: it.id,
        document,
        measure: it.measure,
        day: published,
        low: it.low,
        high: it.high,
        approximate: it.approximate ? 1 : 0,
        unit: it.unit,
        about: it.about,
        ...spanCells('evidence', it.evidence),
      })
    return events
  }
}

/** The day under which an item is listed: its own when it is exact, that of publication when it may be that one. */
export function dayOf(edtf: string | null, published: string) {
  const days = edtf === null ? null : edtfDays(edtf)
  if (days === null || (days.from === null && days.to === null))
    return { day: published, to: published, dated: false }
  const from = days.from ?? days.to ?? published
  const to = days.to ?? from
  if (from === to) return { day: from, to, dated: true }
  const inside = published >= from && (days.to === null || published <= to)
  return { day: inside ? published : from, to: inside ? published : to, dated: false }
}

function eventCells(event: RecordEvent) {
  return {
    id: event.id,
    type: event.type,
    mode: event.mode,
    contexts: event.contexts.join(' '),
    quad: event.quad,
    cameo: event.cameo,
    intensity: event.intensity,
    status: event.status,
    edtf: event.date?.edtf ?? null,
    date_basis: event.date?.basis ?? null,
    trigger: event.trigger.text,
    ...spanCells('evidence', event.evidence),
    attributed_to: event.attributedTo,
    fatalities_low: event.fatalities?.low ?? null,
    fatalities_high: event.fatalities?.high ?? null,
    injured_low: event.injured?.low ?? null,
    injured_high: event.injured?.high ?? null,
    confidence: event.confidence,
    rule: event.rule,
  }
}

type SpanCells<Name extends string> = Readonly<
  { [key in Name]: string } & { [key in `${Name}_start` | `${Name}_end`]: number }
>

function spanCells<const Name extends string>(name: Name, { text, start, end }: RecordSpan) {
  const cells: { [name: string]: Cell } = { [name]: text, [`${name}_start`]: start, [`${name}_end`]: end }
  return cells as SpanCells<Name>
}

const EVENT = [
  'id',
  'document',
  'type',
  'mode',
  'contexts',
  'quad',
  'cameo',
  'intensity',
  'status',
  'day',
  'day_to',
  'edtf',
  'date_basis',
  'place',
  'place_country',
  'latitude',
  'longitude',
  'trigger',
  'evidence',
  'evidence_start',
  'evidence_end',
  'attributed_to',
  'fatalities_low',
  'fatalities_high',
  'injured_low',
  'injured_high',
  'confidence',
  'rule',
] as const
const STATEMENT = [
  'id',
  'document',
  'kind',
  'day',
  'place',
  'quote',
  'quote_start',
  'quote_end',
  'cue',
  'evidence',
  'via',
  'confidence',
] as const
const POSITION = [
  'id',
  'document',
  'stance',
  'day',
  'proposition',
  'proposition_start',
  'proposition_end',
  'statement',
  'event',
  'evidence',
  'confidence',
] as const
const COMMITMENT = [
  'id',
  'document',
  'type',
  'strength',
  'status',
  'day',
  'due',
  'due_from',
  'due_to',
  'act',
  'act_start',
  'act_end',
  'condition',
  'evidence',
  'confidence',
] as const
const FIGURE = [
  'id',
  'document',
  'measure',
  'day',
  'low',
  'high',
  'approximate',
  'unit',
  'about',
  'evidence',
  'evidence_start',
  'evidence_end',
] as const
