import type { Record, RecordSpan } from '#record'
import type { ItemKind, Review } from '../answers.ts'
import { edtfDays } from '../edtf-days.ts'
import { partiesOf } from '../parties.ts'
import type { Row } from './driver.ts'
import { writeParties } from './keys.ts'

/** A row that has no number yet. */
export interface ItemRow {
  readonly kind: ItemKind
  readonly row: Row
  /** What is searched in it. */
  readonly words: string
}

/** The rows of a record's items, with what people said of them. */
export function itemRows(document: number, record: Record, reviews: ReadonlyMap<string, Review>): ItemRow[] {
  const published = (record.document.published ?? '').slice(0, 10)
  const find = partiesOf(record)
  const places = new Map(record.places.map((place) => [place.id, place]))
  const placeOf = (id: string | null) => (id === null ? undefined : places.get(id))
  const parties = (mentions: readonly string[]) => writeParties(find(mentions))
  const head = (id: string, day: string): Row => ({ n: 0, id, document, day })
  const tail = (id: string): Row => {
    const review = reviews.get(id)
    return { review: review ? JSON.stringify(review) : null }
  }
  return [
    ...record.events.map((it): ItemRow => {
      const { day, to } = dayOf(it.date?.edtf ?? null, published)
      const place = placeOf(it.place)
      return {
        kind: 'event',
        words: it.evidence.text,
        row: {
          ...head(it.id, day),
          happening: null,
          why: null,
          type: it.type,
          mode: it.mode,
          contexts: it.contexts.join(' '),
          quad: it.quad,
          cameo: it.cameo,
          intensity: it.intensity,
          status: it.status,
          day_to: to,
          edtf: it.date?.edtf ?? null,
          date_basis: it.date?.basis ?? null,
          actors: parties(it.actors),
          recipients: parties(it.recipients),
          place: place?.name ?? null,
          place_country: place?.country ?? null,
          latitude: place?.latitude ?? null,
          longitude: place?.longitude ?? null,
          trigger: it.trigger.text,
          trigger_start: it.trigger.start,
          ...span('evidence', it.evidence),
          attributed_to: it.attributedTo,
          fatalities_low: it.fatalities?.low ?? null,
          fatalities_high: it.fatalities?.high ?? null,
          injured_low: it.injured?.low ?? null,
          injured_high: it.injured?.high ?? null,
          confidence: it.confidence,
          rule: it.rule,
          ...tail(it.id),
        },
      }
    }),
    ...record.statements.map((it): ItemRow => {
      const quote = it.content.map(({ text }) => text).join(' … ')
      return {
        kind: 'statement',
        words: quote,
        row: {
          ...head(it.id, dayOf(it.date?.edtf ?? null, published).day),
          quotation: null,
          why: null,
          kind: it.kind,
          place: placeOf(it.place)?.name ?? null,
          speakers: parties(it.speakers),
          addressees: parties(it.addressees),
          quote,
          quote_start: it.content[0]?.start ?? it.evidence.start,
          quote_end: it.content.at(-1)?.end ?? it.evidence.end,
          cue: it.cue?.text ?? null,
          evidence: it.evidence.text,
          via: it.via === null ? null : (find([it.via])[0]?.name ?? null),
          confidence: it.confidence,
          ...tail(it.id),
        },
      }
    }),
    ...record.positions.map(
      (it): ItemRow => ({
        kind: 'position',
        words: it.evidence.text,
        row: {
          ...head(it.id, published),
          stance: it.stance,
          holders: parties(it.holder),
          toward: parties(it.toward === null ? [] : [it.toward]),
          ...span('proposition', it.proposition),
          statement: it.statement,
          event: it.event,
          evidence: it.evidence.text,
          confidence: it.confidence,
          ...tail(it.id),
        },
      }),
    ),
    ...record.commitments.map((it): ItemRow => {
      const due = it.due === null ? null : edtfDays(it.due)
      return {
        kind: 'commitment',
        words: it.evidence.text,
        row: {
          ...head(it.id, published),
          undertaking: null,
          why: null,
          type: it.type,
          strength: it.strength,
          status: it.status,
          givers: parties(it.by),
          takers: parties(it.to),
          due: it.due,
          due_from: due?.from ?? null,
          due_to: due?.to ?? null,
          ...span('act', it.act),
          condition: it.condition?.text ?? null,
          evidence: it.evidence.text,
          confidence: it.confidence,
          ...tail(it.id),
        },
      }
    }),
    ...record.figures.map(
      (it): ItemRow => ({
        kind: 'figure',
        words: `${it.measure} ${it.evidence.text}`,
        row: {
          ...head(it.id, published),
          measure: it.measure,
          low: it.low,
          high: it.high,
          approximate: it.approximate ? 1 : 0,
          unit: it.unit,
          about: it.about,
          ...span('evidence', it.evidence),
          confidence: null,
          ...tail(it.id),
        },
      }),
    ),
  ]
}

const span = (name: string, { text, start, end }: RecordSpan): Row => ({
  [name]: text,
  [`${name}_start`]: start,
  [`${name}_end`]: end,
})

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
