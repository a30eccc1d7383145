import type {
  DocumentRecord,
  RecordActor,
  RecordCommitment,
  RecordEvent,
  RecordFigure,
  RecordPlace,
  RecordPosition,
  RecordSpan,
  RecordStatement,
  RecordTime,
} from '../api/types.ts'
import { ACT_KINDS, type Kind } from './kinds.ts'
import type { Mark } from './segments.ts'

export type Item =
  | { readonly kind: 'event'; readonly value: RecordEvent }
  | { readonly kind: 'statement'; readonly value: RecordStatement }
  | { readonly kind: 'position'; readonly value: RecordPosition }
  | { readonly kind: 'commitment'; readonly value: RecordCommitment }
  | { readonly kind: 'figure'; readonly value: RecordFigure }
  | { readonly kind: 'actor'; readonly value: RecordActor }
  | { readonly kind: 'place'; readonly value: RecordPlace }
  | { readonly kind: 'time'; readonly value: RecordTime }

/** A record made ready for looking: items by id, marks of the text, acts in the order of their words. */
export interface RecordIndex {
  readonly record: DocumentRecord
  readonly items: ReadonlyMap<string, Item>
  readonly marks: readonly Mark[]
  /** Ids of acts in text order. */
  readonly acts: readonly string[]
  readonly counts: { readonly [K in Kind]: number }
}

/** Indexes a record once; everything on the page looks things up here. */
export function indexRecord(record: DocumentRecord): RecordIndex {
  const list = listItems(record)
  const marks = list.flatMap(marksOf)
  const acts = list
    .filter((item) => ACT_KINDS.includes(item.kind))
    .sort((a, b) => anchor(a).start - anchor(b).start || anchor(a).end - anchor(b).end)
    .map((item) => item.value.id)
  return {
    record,
    items: new Map(list.map((item) => [item.value.id, item])),
    marks,
    acts,
    counts: countKinds(record),
  }
}

function listItems(record: DocumentRecord): Item[] {
  return [
    ...record.events.map((value): Item => ({ kind: 'event', value })),
    ...record.statements.map((value): Item => ({ kind: 'statement', value })),
    ...record.positions.map((value): Item => ({ kind: 'position', value })),
    ...record.commitments.map((value): Item => ({ kind: 'commitment', value })),
    ...record.figures.map((value): Item => ({ kind: 'figure', value })),
    ...record.actors.map((value): Item => ({ kind: 'actor', value })),
    ...record.places.map((value): Item => ({ kind: 'place', value })),
    ...record.times.map((value): Item => ({ kind: 'time', value })),
  ]
}

function countKinds(record: DocumentRecord): RecordIndex['counts'] {
  return {
    event: record.events.length,
    statement: record.statements.length,
    position: record.positions.length,
    commitment: record.commitments.length,
    figure: record.figures.length,
    actor: record.actors.length,
    place: record.places.length,
    time: record.times.length,
  }
}

/** The words that an item stands on first of all. */
export function anchor(item: Item): RecordSpan {
  switch (item.kind) {
    case 'event':
      return item.value.trigger
    case 'statement':
      return item.value.content[0] ?? item.value.evidence
    case 'position':
      return item.value.proposition
    case 'commitment':
      return item.value.act
    case 'figure':
      return item.value.evidence
    default:
      return item.value.span
  }
}

/** The widest words of an item: the clause or sentence of an act, the mention itself otherwise. */
export function evidence(item: Item): RecordSpan {
  return 'evidence' in item.value ? item.value.evidence : item.value.span
}

function marksOf(item: Item): Mark[] {
  const { kind } = item
  const { id } = item.value
  const mark = (span: RecordSpan, part: Mark['part'] = 'self'): Mark => ({
    kind,
    id,
    part,
    start: span.start,
    end: span.end,
  })
  if (item.kind !== 'statement') return [mark(anchor(item))]
  const cue = item.value.cue === null ? [] : [mark(item.value.cue, 'cue')]
  return [...item.value.content.map((span) => mark(span)), ...cue]
}

/** Ids of the items that an item names: parties, place, date, the statement it rests on. */
export function relatedIds(item: Item): string[] {
  const maybe = (id: string | null): string[] => (id === null ? [] : [id])
  switch (item.kind) {
    case 'event': {
      const { actors, recipients, place, date, attributedTo } = item.value
      return [...actors, ...recipients, ...maybe(place), ...maybe(date?.time ?? null), ...maybe(attributedTo)]
    }
    case 'statement': {
      const { speakers, addressees, place, date, via } = item.value
      return [...speakers, ...addressees, ...maybe(place), ...maybe(date?.time ?? null), ...maybe(via)]
    }
    case 'position':
      return [...item.value.holder, ...maybe(item.value.toward)]
    case 'commitment':
      return [...item.value.by, ...item.value.to]
    case 'figure':
      return maybe(item.value.about)
    case 'actor':
      return [...item.value.members]
    default:
      return []
  }
}

/** The actor mention of that id. */
export function actorOf(index: RecordIndex, id: string): RecordActor | null {
  const item = index.items.get(id)
  return item?.kind === 'actor' ? item.value : null
}

/** What to call an actor: the name it is known by, else the words that stand for it. */
export function actorName(actor: RecordActor): string {
  return actor.name ?? actor.span.text
}

/** Mentions of one actor (or place) together, in the order of their first words. */
export function grouped<T>(list: readonly T[], key: (value: T) => string): (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const value of list) {
    const group = groups.get(key(value))
    if (group === undefined) groups.set(key(value), [value])
    else group.push(value)
  }
  return [...groups.values()]
}
