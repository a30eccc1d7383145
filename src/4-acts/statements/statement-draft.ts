import type { Span } from '#document'
import type { Frame } from './decode.ts'

/** A statement before its speakers are known by number. */
export interface Draft {
  readonly frame: Frame | null
  readonly paragraph: number
  /** Word of the cue, -1 where a quotation stands alone. */
  readonly cueWord: number
  readonly cue: Span | null
  /** Roots of the source subtrees. */
  readonly sources: readonly number[]
  /** First and last word of the source. */
  readonly source: { readonly first: number; readonly last: number } | null
  readonly content: Span[]
  /** The draft whose content this one's cue stands in. */
  readonly within: Draft | null
}
