import type { SpeechWords } from '#lexicon'
import { Deprel, type Syntax, Upos } from '#syntax'
import { findQuotations, type Quotation } from './quotations.ts'

/** What the statement finder knows of each word before it decides anything. */
export interface GroundWords {
  readonly syntax: Syntax
  readonly quotations: readonly Quotation[]
  /** Number of the quotation a word lies in, plus one; 0 outside. */
  readonly quoted: Int32Array
  /** Hash of the lemma. */
  readonly lemmaHash: Int32Array
  /** Bit set of the kinds of speech a word brings; 0 for none. */
  readonly kinds: Int32Array
  /** Bit set of the relations of a word's children, folded to 30. */
  readonly childRelations: Int32Array
  /** How many commas, dashes and other signs stand in the document up to a word. */
  readonly commas: Int32Array
}

/** Looks at every word once. */
export function layWords(syntax: Syntax, cues: SpeechWords): GroundWords {
  const quotations = findQuotations(syntax.document)
  const n = syntax.length
  const lemmaHash = new Int32Array(n)
  const kinds = new Int32Array(n)
  const childRelations = new Int32Array(n)
  const commas = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    const lemma = syntax.lemma[i] as string
    lemmaHash[i] = hashText(lemma)
    kinds[i] = kindBits(cues, lemma, syntax.upos[i] as number)
    commas[i] = (commas[i - 1] ?? 0) + (syntax.upos[i] === Upos.PUNCT ? 1 : 0)
    const head = syntax.head[i] as number
    if (head >= 0)
      childRelations[head] = (childRelations[head] as number) | (1 << ((syntax.deprel[i] as number) % 30))
  }
  return {
    syntax,
    quotations,
    quoted: quotedWords(syntax, quotations),
    lemmaHash,
    kinds,
    childRelations,
    commas,
  }
}

const SUFFIX = new Map<number, string>([
  [Upos.NOUN, '/n'],
  [Upos.ADJ, '/a'],
  [Upos.ADV, '/r'],
])

function kindBits(cues: SpeechWords, lemma: string, upos: number): number {
  const suffix = upos === Upos.VERB ? '' : SUFFIX.get(upos)
  if (suffix === undefined) return 0
  let bits = 0
  for (const kind of cues.speech.get(lemma + suffix) ?? []) bits |= 1 << (cues.speechKinds.indexOf(kind) & 31)
  return bits
}

function quotedWords(syntax: Syntax, quotations: readonly Quotation[]): Int32Array {
  const out = new Int32Array(syntax.length)
  let q = 0
  for (let i = 0; i < syntax.length; i++) {
    const start = syntax.start[i] as number
    while (q < quotations.length && (quotations[q] as Quotation).end <= start) q++
    const quotation = quotations[q]
    if (quotation && start >= quotation.start) out[i] = q + 1
  }
  return out
}

/** FNV-1a over UTF-16 code units. */
export function hashText(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h | 0
}

/** First child of a word by one of the relations, else -1. */
export function childBy(syntax: Syntax, word: number, relations: readonly number[]): number {
  for (let k = syntax.firstChild[word] as number; k >= 0; k = syntax.nextSibling[k] as number)
    if (relations.includes(syntax.deprel[k] as number)) return k
  return -1
}

export const SUBJECTS: readonly number[] = [
  Deprel.nsubj,
  Deprel['nsubj:pass'],
  Deprel['nsubj:outer'],
  Deprel.csubj,
]
