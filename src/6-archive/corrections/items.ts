import type { Record, RecordSpan } from '#record'
import type { ItemKind } from '../answers.ts'

/** An item of a record as corrections and comparisons see it. */
export interface Item {
  readonly kind: ItemKind
  readonly id: string
  /** What it is: an event's or a promise's type, a statement's kind, a stance, a measure. */
  readonly type: string
  readonly rule: string
  readonly confidence: number | null
  /** The words that it stands on and by which it is found again. */
  readonly anchor: RecordSpan
  readonly evidence: string
}

/** All items of a record, in its own order. */
export function itemsOf(record: Record): Item[] {
  return [
    ...record.events.map(
      (it): Item => ({
        kind: 'event',
        id: it.id,
        type: it.type,
        rule: it.rule,
        confidence: it.confidence,
        anchor: it.trigger,
        evidence: it.evidence.text,
      }),
    ),
    ...record.statements.map(
      (it): Item => ({
        kind: 'statement',
        id: it.id,
        type: it.kind,
        rule: it.cue === null ? 'no cue' : it.cue.text.toLowerCase(),
        confidence: it.confidence,
        anchor: whole(record, it.content),
        evidence: it.evidence.text,
      }),
    ),
    ...record.positions.map(
      (it): Item => ({
        kind: 'position',
        id: it.id,
        type: it.stance,
        rule: it.stance,
        confidence: it.confidence,
        anchor: it.proposition,
        evidence: it.evidence.text,
      }),
    ),
    ...record.commitments.map(
      (it): Item => ({
        kind: 'commitment',
        id: it.id,
        type: it.type ?? it.strength,
        rule: it.strength,
        confidence: it.confidence,
        anchor: it.act,
        evidence: it.evidence.text,
      }),
    ),
    ...record.figures.map(
      (it): Item => ({
        kind: 'figure',
        id: it.id,
        type: it.measure,
        rule: it.measure,
        confidence: null,
        anchor: it.evidence,
        evidence: it.evidence.text,
      }),
    ),
  ]
}

function whole(record: Record, spans: readonly RecordSpan[]): RecordSpan {
  const start = spans[0]?.start ?? 0
  const end = spans.at(-1)?.end ?? start
  return { start, end, text: record.document.text.slice(start, end) }
}

/** How much of the longer of two spans both cover, 0…1. */
export function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / Math.max(a.end - a.start, b.end - b.start)
}
