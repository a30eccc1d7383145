import type { Day } from '../calendar.ts'
import type { Tense } from './anchor.ts'
import type { Stretch } from './cursor.ts'

/** What a rule finds: words [first, next) and what they mean. */
export interface Timex {
  readonly first: number
  readonly next: number
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  readonly value: string
  readonly mod: string | null
  readonly basis: 'stated' | 'implied' | 'unknown'
}

/** Where a rule looks, and what it may anchor on. */
export interface Reading extends Stretch {
  /** The day of publication; null when the document has none. */
  readonly today: Day | null
  /** The last day that the narrative named, for "the next day". */
  readonly narrative: Day | null
  /** The last year and month that the text stated, a few sentences back at most. */
  readonly story: { readonly year: number; readonly month: number } | null
  /** "Q3" where results of a quarter are told: "a year ago" then means that quarter. */
  readonly quarter: string | null
  tense(word: number): Tense
}

/** Reads a time that begins at word `i`; null where none does. */
export type Rule = (r: Reading, i: number) => Timex | null
