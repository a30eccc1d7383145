import type { Document, Note } from '#document'

/** A typed array that nobody may write to. */
export interface Column {
  readonly length: number
  readonly [index: number]: number
}

/**
 * The words of a document with their sentences and trees, in columns: the i-th entry of each column tells of word i.
 * Words are UD words: "don't" is two ("do", "n't"), "Russia's" two ("Russia", "'s"); each has its own characters.
 *
 * Invariants: `start` and `end` rise; words never overlap; sentences follow each other without a gap; `head` stays
 * inside the sentence; each sentence has one word with head -1 and relation `root`; what stands between words in the
 * document is white space alone.
 */
export interface Syntax {
  readonly document: Document
  /** Number of words. */
  readonly length: number
  /** Character offsets into `document.text`, UTF-16 code units, end exclusive. */
  readonly start: Column
  readonly end: Column
  /** Index into `UPOS`. */
  readonly upos: Column
  /** Bit set of `FEATS`. */
  readonly feats: Column
  /** Index into the parser's `featNames`: all UD features of the word, for CoNLL-U. */
  readonly morph: Column
  /** The head's word number in this document, -1 for the root. */
  readonly head: Column
  /** Index into `DEPREL`. */
  readonly deprel: Column
  /** Lower-case lemma of each word ("be", "meet", "talk"; proper names lower-cased too: "kerry"). */
  readonly lemma: readonly string[]
  /** Lower-case form of each word. */
  readonly lower: readonly string[]
  /** 1 where the word is glued to the one before inside one token ("n't" of "don't", "'s" of "Russia's"). */
  readonly glued: Column
  /** First and last word number (both inclusive) of the subtree under each word. */
  readonly left: Column
  readonly right: Column
  /** Children as linked lists in text order: first child of each word, next sibling; -1 for none. */
  readonly firstChild: Column
  readonly nextSibling: Column
  /** Sentence number of each word. */
  readonly sentence: Column
  /** First word of each sentence and, at the end, `length`: sentence s is words [sentenceStart[s], sentenceStart[s + 1]). */
  readonly sentenceStart: Column
  /** Index into `document.paragraphs` of each sentence: a sentence never crosses a paragraph. The dateline is a sentence of its own. */
  readonly sentenceParagraph: Column
  readonly notes: readonly Note[]
}
