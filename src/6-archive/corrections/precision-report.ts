import type { Correction, ItemKind, Precision, PrecisionReport } from '../answers.ts'
import { krippendorffAlpha } from './agreement.ts'
import { wilson } from './wilson.ts'

/** A judgement of one person on one item, by which it is known across versions. */
export interface Judgement {
  readonly item: string
  readonly kind: ItemKind
  readonly type: string
  readonly rule: string
  readonly who: string
  readonly action: Extract<Correction['action'], 'accept' | 'edit' | 'reject'>
}

/**
 * Precision over the judged items. An item counts once, as the person who came last judged it; an item that had to be
 * edited was coded wrongly. Agreement is over all judgements.
 */
export function precisionReport(judgements: readonly Judgement[], unmatched: number): PrecisionReport {
  const last = [...new Map(judgements.map((it) => [it.item, it])).values()]
  const units = new Map<string, Map<string, string>>()
  for (const { item, who, action } of judgements) {
    const unit = units.get(item) ?? new Map<string, string>()
    units.set(item, unit.set(who, action))
  }
  const shared = [...units.values()].filter((unit) => unit.size > 1)
  return {
    all: precisionOf(last),
    byKind: split(last, ({ kind }) => kind).map(([, items]) => ({
      kind: items[0]?.kind ?? 'event',
      ...precisionOf(items),
    })),
    byType: split(last, ({ kind, type }) => `${kind} ${type}`).map(([, items]) => ({
      kind: items[0]?.kind ?? 'event',
      type: items[0]?.type ?? '',
      ...precisionOf(items),
    })),
    byRule: split(last, ({ rule }) => rule).map(([rule, items]) => ({ rule, ...precisionOf(items) })),
    agreement: {
      alpha: krippendorffAlpha(shared.map((unit) => [...unit.values()])),
      items: shared.length,
      reviewers: [...new Set(judgements.map(({ who }) => who))].sort(),
    },
    unmatched,
  }
}

function precisionOf(items: readonly Judgement[]): Precision {
  const count = (action: Judgement['action']) => items.filter((it) => it.action === action).length
  const accepted = count('accept')
  return {
    accepted,
    edited: count('edit'),
    rejected: count('reject'),
    precision: items.length === 0 ? 0 : accepted / items.length,
    ...wilson(accepted, items.length),
  }
}

/** Judgements by a name, those with most of them first. */
function split(items: readonly Judgement[], name: (item: Judgement) => string): [string, Judgement[]][] {
  const groups = new Map<string, Judgement[]>()
  for (const item of items) {
    const list = groups.get(name(item))
    if (list) list.push(item)
    else groups.set(name(item), [item])
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
}
