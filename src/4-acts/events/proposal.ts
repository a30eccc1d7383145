import type { CompiledRow, EventType } from '#lexicon'
import type { EventStatus } from '../act.ts'

/** What a row reads at a trigger, before the decision. */
export interface Proposal {
  readonly compiled: CompiledRow
  readonly type: EventType
  readonly mode: string | null
  readonly cameo: string | null
  readonly status: EventStatus
  readonly word: number
  /** Support verb and object noun that belong to the trigger; -1. */
  readonly support: number
  readonly object: number
  /** Head of the complement clause that an operator (promise, demand, refusal, threat) governs; -1. */
  readonly governed: number
  readonly actors: readonly number[]
  readonly recipients: readonly number[]
  /** Slots that named the actors and the recipients. */
  readonly slots: readonly [string, string]
  /** The pattern's own belief, 0 … 1. */
  readonly score: number
}
