/**
 * A stretch of `document.text`: offsets in UTF-16 code units, end exclusive.
 * Made where a thing is read and never re-derived by searching.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What a reader of a hard text leaves behind instead of throwing. */
export interface Note {
  /** Name of the rule that found it, e.g. `sentence-too-long`. */
  readonly rule: string
  readonly span: Span | null
  readonly message: string
}
