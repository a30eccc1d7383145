import type { ReadHints, Source } from '#document'

/** What is done with each document: the verb of the command. */
export type Task = 'code' | 'parse' | 'times' | 'places' | 'relate' | 'explain'

/** One document to work on, or the bytes of a file that holds one or a few. */
export type Input = SourceInput | BytesInput

interface Named {
  /** The file it came from, as messages name it: `news/a.jsonl`, `standard input`. */
  readonly name: string
  /** Where in the file, e.g. `line 3`; null where the file is one document. */
  readonly place: string | null
}

/** A document that a reader has opened already. */
export interface SourceInput extends Named {
  readonly kind: 'source'
  readonly source: Source
  /** What `relate` needs beside the text. */
  readonly marks?: Marks
  /** The text is CoNLL-U whose tokens are kept; only `parse` reads it. */
  readonly conllu?: boolean
}

/** Two actors marked in a text, as `relate` gets them. */
export interface Marks {
  readonly actor: { readonly start: number; readonly end: number } | null
  readonly recipient: { readonly start: number; readonly end: number } | null
}

/** Bytes still to be read: the worker finds the format, reads and codes what is inside. */
export interface BytesInput extends Named {
  readonly kind: 'bytes'
  readonly bytes: Uint8Array
  readonly hints: ReadHints
}

/** A document worked on. */
export interface Coded extends Named {
  readonly kind: 'coded'
  /** What the task wrote: for `code` the record as one line of JSON (without the line end). */
  readonly output: string
}

/** A document that could not be worked on, with the reason in plain words. */
export interface Refused extends Named {
  readonly kind: 'refused'
  readonly reason: string
  /** The program's own fault rather than the input's. */
  readonly fault: boolean
}

/** Makes a refusal: the input's fault, unless said otherwise. */
export function refuse(name: string, place: string | null, reason: string, fault = false): Refused {
  return { kind: 'refused', name, place, reason, fault }
}
