import type { Document } from '#document'
import type { Syntax } from './syntax.ts'

/** Trained weights made ready for use. Immutable; one serves any number of documents. */
export interface Parser {
  /** `sha256:…` of the weights. */
  readonly hash: string
  /** Parses a whole document. Never throws on any text; leaves notes instead. */
  parse(document: Document): Syntax
}
