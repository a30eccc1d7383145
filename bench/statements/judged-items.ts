import type { Record } from '#record'

export const KINDS = ['positions', 'commitments', 'figures'] as const
export type Kind = (typeof KINDS)[number]

/** One thing that a record claims, as it is judged: where it stands and all that must be right. */
export interface JudgedItem {
  readonly kind: Kind
  readonly document: string
  readonly start: number
  readonly end: number
  /** What was judged: a change of any of it asks for a new judgement. */
  readonly claim: string
}

/** The judged claims of a record, in text order. */
export function judgedItems(record: Record): readonly JudgedItem[] {
  const document = record.document.externalId ?? record.document.id
  const actors = new Map(record.actors.map((it) => [it.id, it]))
  // Who is meant, not where: the mention's place and its entity.
  const who = (ids: readonly string[]) =>
    ids
      .map((id) => {
        const actor = actors.get(id)
        return actor
          ? `${actor.span.start}:${actor.entity.startsWith('local/') ? 'local' : actor.entity}`
          : '?'
      })
      .join('+')
  return [
    ...record.positions.map((it) => ({
      kind: 'positions' as const,
      document,
      start: it.proposition.start,
      end: it.proposition.end,
      claim: [who(it.holder), it.stance, it.toward === null ? '' : who([it.toward])].join(' '),
    })),
    ...record.commitments.map((it) => ({
      kind: 'commitments' as const,
      document,
      start: it.act.start,
      end: it.act.end,
      claim: [who(it.by), it.strength, it.status, it.due ?? ''].join(' '),
    })),
    ...record.figures.map((it) => ({
      kind: 'figures' as const,
      document,
      start: it.evidence.start,
      end: it.evidence.end,
      claim: [it.measure, it.low, it.high, it.approximate, it.unit ?? ''].join(' '),
    })),
  ]
}
