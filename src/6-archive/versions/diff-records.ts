import type { Record } from '#record'
import type { Change, ItemKind } from '../answers.ts'
import { type Item, itemsOf, overlap } from '../corrections/items.ts'

/** What of an item is compared, as plain values: words instead of ids, which differ between versions. */
function fieldsOf(record: Record): Map<string, { readonly [field: string]: unknown }> {
  const actors = new Map(record.actors.map((it) => [it.id, it]))
  const places = new Map(record.places.map((it) => [it.id, it.name]))
  const who = (ids: readonly string[]) => ids.map((id) => actors.get(id)?.entity ?? id)
  const fields = new Map<string, { readonly [field: string]: unknown }>()
  for (const it of record.events)
    fields.set(it.id, {
      type: it.type,
      mode: it.mode,
      contexts: it.contexts,
      status: it.status,
      actors: who(it.actors),
      recipients: who(it.recipients),
      date: it.date?.edtf ?? null,
      place: it.place === null ? null : (places.get(it.place) ?? null),
      evidence: it.evidence.text,
      fatalities: it.fatalities,
      injured: it.injured,
    })
  for (const it of record.statements)
    fields.set(it.id, {
      kind: it.kind,
      speakers: who(it.speakers),
      addressees: who(it.addressees),
      content: it.content.map(({ text }) => text),
      date: it.date?.edtf ?? null,
    })
  for (const it of record.positions)
    fields.set(it.id, {
      stance: it.stance,
      holders: who(it.holder),
      toward: it.toward === null ? [] : who([it.toward]),
      proposition: it.proposition.text,
    })
  for (const it of record.commitments)
    fields.set(it.id, {
      type: it.type,
      by: who(it.by),
      to: who(it.to),
      act: it.act.text,
      due: it.due,
      condition: it.condition?.text ?? null,
      strength: it.strength,
      status: it.status,
    })
  for (const it of record.figures)
    fields.set(it.id, {
      measure: it.measure,
      low: it.low,
      high: it.high,
      unit: it.unit,
      approximate: it.approximate,
    })
  return fields
}

export interface RecordDifference {
  readonly changes: readonly Change[]
  /** Items that are as they were, by kind and type. */
  readonly same: readonly { readonly kind: ItemKind; readonly type: string }[]
}

const SAME_SPAN = 0.5

/** How two records of one document differ: items in the same words are compared, the others were added or removed. */
export function diffRecords(before: Record, after: Record): RecordDifference {
  const { id: documentId, title } = after.document
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  const left = new Set(itemsOf(before))
  const changes: Change[] = []
  const same: { kind: ItemKind; type: string }[] = []
  const change = (item: Item, what: Change['change'], fields: Change['fields']) =>
    changes.push({
      documentId,
      title,
      kind: item.kind,
      type: item.type,
      change: what,
      fields,
      evidence: item.evidence,
    })
  for (const item of itemsOf(after)) {
    const match = counterpart(item, left)
    if (!match) {
      change(item, 'added', {})
      continue
    }
    left.delete(match)
    const fields = differing(old.get(match.id) ?? {}, now.get(item.id) ?? {})
    if (Object.keys(fields).length === 0) same.push({ kind: item.kind, type: item.type })
    else change(item, 'changed', fields)
  }
  for (const item of left) change(item, 'removed', {})
  return { changes, same }
}

function counterpart(item: Item, among: ReadonlySet<Item>): Item | null {
  let best: Item | null = null
  let score = 0
  for (const other of among) {
    if (other.kind !== item.kind) continue
    const shared = overlap(item.anchor, other.anchor)
    const value = shared < SAME_SPAN ? 0 : shared + (other.type === item.type ? 1 : 0)
    if (value > score) {
      best = other
      score = value
    }
  }
  return best
}

function differing(
  before: { readonly [field: string]: unknown },
  after: { readonly [field: string]: unknown },
) {
  const fields: { [field: string]: readonly [unknown, unknown] } = {}
  for (const [field, value] of Object.entries(after))
    if (JSON.stringify(before[field]) !== JSON.stringify(value)) fields[field] = [before[field], value]
  return fields
}
