import type { Document } from '#document'
import type { Segments } from './segment.ts'
import type { Syntax } from './syntax.ts'

/** Trained weights made ready for use. Immutable; one serves any number of documents. */
export interface Parser {
  /** `sha256:…` of the weights. */
  readonly hash: string
  /** Parses a whole document. Never throws on any text; leaves notes instead. */
  parse(document: Document): Syntax
  /** Parses given words and sentences, as `readConllu` finds them. */
  parseSegments(document: Document, segments: Segments): Syntax
  /** UD feature strings ("Number=Sing"); a word's `morph` column holds the index. */
  readonly featNames: readonly string[]
  /** The lemmas of one sentence with the capitals that UD keeps: proper names, acronyms, "I". */
  casedLemmas(syntax: Syntax, sentence: number): readonly string[]
}
