import { CAMEO_ROOT, INTENSITY, QUAD_OF } from '#lexicon'
import type { Record, RecordActor, RecordEvent } from '#record'
import type { Correction, Edit, ItemKind, Party, Review } from '../answers.ts'
import { type Item, itemsOf, overlap } from './items.ts'

/** A correction as it is applied: what it was said of, in which words of the document. */
export interface Applicable {
  readonly id: string
  readonly at: string
  readonly who: string
  readonly action: Correction['action']
  readonly kind: ItemKind
  readonly start: number
  readonly end: number
  readonly type: string
  readonly edit: Edit | null
}

export interface Corrected {
  /** The record as people left it. */
  readonly record: Record
  readonly reviews: ReadonlyMap<string, Review>
  /** For each correction the item that it is about; null where the record has none at its place. */
  readonly items: ReadonlyMap<string, string | null>
}

/** The same words still stand for the same item from this share of them on. */
const SAME_SPAN = 0.5

/**
 * Applies corrections, oldest first, to a record that may be another than that on which they were made: each goes to
 * the item of its kind that stands in the same words. Of several on one item the last decides.
 */
export function applyCorrections(
  record: Record,
  corrections: readonly Applicable[],
  known: (entity: string) => Party | null = () => null,
): Corrected {
  const all = itemsOf(record)
  const items = new Map<string, string | null>()
  const last = new Map<string, Applicable>()
  for (const correction of corrections) {
    const item = findItem(all, correction)
    items.set(correction.id, item?.id ?? null)
    if (item && isVerdict(correction)) last.set(item.id, correction)
  }
  if (last.size === 0) return { record, reviews: new Map(), items }
  const reviews = new Map<string, Review>()
  for (const [item, { action, who, at }] of last)
    if (action === 'accept' || action === 'edit')
      reviews.set(item, { verdict: action === 'accept' ? 'accepted' : 'edited', who, at })
  return { record: withVerdicts(record, last, known), reviews, items }
}

const isVerdict = ({ action }: Applicable) => action === 'accept' || action === 'reject' || action === 'edit'

/** The item in the same words; of several that of the same type, then the closest. */
export function findItem(
  items: readonly Item[],
  { kind, start, end, type }: Pick<Applicable, 'kind' | 'start' | 'end' | 'type'>,
): Item | null {
  let best: Item | null = null
  let score = 0
  for (const item of items) {
    if (item.kind !== kind) continue
    const same = overlap(item.anchor, { start, end })
    const value = same < SAME_SPAN ? 0 : same + (item.type === type ? 1 : 0)
    if (value > score) {
      best = item
      score = value
    }
  }
  return best
}

function withVerdicts(
  record: Record,
  last: ReadonlyMap<string, Applicable>,
  known: (entity: string) => Party | null,
): Record {
  const actors = [...record.actors]
  const stays = ({ id }: { readonly id: string }) => last.get(id)?.action !== 'reject'
  const editOf = (id: string): Edit => (last.get(id)?.action === 'edit' ? (last.get(id)?.edit ?? {}) : {})
  const text = record.document.text
  const words = ({ span }: Edit, otherwise: { start: number; end: number; text: string }) =>
    span ? { ...span, text: text.slice(span.start, span.end) } : otherwise
  const mentions = (
    named: readonly string[] | undefined,
    otherwise: string[],
    near: { start: number; end: number; text: string },
  ) => (named ? named.map((name) => mentionOf(actors, name, near, known)) : otherwise)

  return {
    ...record,
    events: record.events.filter(stays).map((it): RecordEvent => {
      const edit = editOf(it.id)
      return {
        ...it,
        ...(edit.type ? typed(it, edit.type as RecordEvent['type']) : {}),
        ...(edit.mode !== undefined ? { mode: edit.mode } : {}),
        ...(edit.status ? { status: edit.status as RecordEvent['status'] } : {}),
        actors: mentions(edit.actors, it.actors, it.evidence),
        recipients: mentions(edit.recipients, it.recipients, it.evidence),
        date:
          edit.date === undefined
            ? it.date
            : edit.date === null
              ? null
              : { edtf: edit.date, time: null, basis: 'stated' },
        evidence: words(edit, it.evidence),
      }
    }),
    statements: record.statements.filter(stays).map((it) => {
      const edit = editOf(it.id)
      return {
        ...it,
        ...(edit.type ? { kind: edit.type as typeof it.kind } : {}),
        speakers: mentions(edit.actors, it.speakers, it.evidence),
        addressees: mentions(edit.recipients, it.addressees, it.evidence),
        date:
          edit.date === undefined
            ? it.date
            : edit.date === null
              ? null
              : { edtf: edit.date, time: null, basis: 'stated' },
        content: edit.span ? [words(edit, it.evidence)] : it.content,
      }
    }),
    positions: record.positions.filter(stays).map((it) => {
      const edit = editOf(it.id)
      return {
        ...it,
        ...(edit.stance ? { stance: edit.stance as typeof it.stance } : {}),
        holder: mentions(edit.actors, it.holder, it.evidence),
        toward: edit.recipients ? (mentions(edit.recipients, [], it.evidence)[0] ?? null) : it.toward,
        proposition: words(edit, it.proposition),
      }
    }),
    commitments: record.commitments.filter(stays).map((it) => {
      const edit = editOf(it.id)
      return {
        ...it,
        ...(edit.type ? { type: edit.type as typeof it.type } : {}),
        ...(edit.strength ? { strength: edit.strength as typeof it.strength } : {}),
        ...(edit.status ? { status: edit.status as typeof it.status } : {}),
        by: mentions(edit.actors, it.by, it.evidence),
        to: mentions(edit.recipients, it.to, it.evidence),
        due: edit.date === undefined ? it.due : edit.date,
        act: words(edit, it.act),
      }
    }),
    figures: record.figures.filter(stays).map((it) => {
      const edit = editOf(it.id)
      return { ...it, ...(edit.type ? { measure: edit.type } : {}), evidence: words(edit, it.evidence) }
    }),
    actors,
  }
}

/** What follows from an event's type. */
function typed(event: RecordEvent, type: RecordEvent['type']) {
  if (type === event.type) return {}
  return { type, mode: null, quad: QUAD_OF[type], cameo: CAMEO_ROOT[type], intensity: INTENSITY[type].type }
}

/** A mention of the actor that a person named; one that the document does not name stands on the words of the item. */
function mentionOf(
  actors: RecordActor[],
  named: string,
  near: { start: number; end: number; text: string },
  find: (entity: string) => Party | null,
): string {
  const state = /^[A-Z]{3}$/.test(named) ? `country/${named}` : named
  const known = actors.find(({ entity, id }) => entity === state || id === named)
  if (known) return known.id
  const id = `corrected.actor.${state}`
  const party = find(state)
  actors.push({
    id,
    span: near,
    kind: 'name',
    entity: state,
    name: party?.name ?? state.replace(/^[a-z]+\//, ''),
    country: party?.country ?? (state.startsWith('country/') ? state.slice(8) : null),
    sector: (party?.sector ?? null) as RecordActor['sector'],
    role: null,
    members: [],
    coreferentWith: null,
  })
  return id
}
