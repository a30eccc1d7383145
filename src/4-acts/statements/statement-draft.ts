import type { Span } from '#document'
import type { WordRange } from '#mentions'
import type { Frame } from './decode.ts'

/** Who speaks, in words: the noun phrase and its head. */
export type Source = WordRange

/** A statement before its speakers are known by number. */
export interface Draft {
  readonly frame: Frame | null
  readonly paragraph: number
  /** Word of the cue, -1 where a quotation stands alone. */
  readonly cueWord: number
  readonly cue: Span | null
  readonly source: Source | null
  readonly content: Span[]
  /** Word for word though no marks say so: a turn of a transcript. */
  readonly verbatim?: true
  /** The draft whose content this one's cue stands in. */
  readonly within: Draft | null
}
