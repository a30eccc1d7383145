import { Deprel, type Syntax, Upos } from '#syntax'
import { childBy, type GroundWords, SUBJECTS } from './ground-words.ts'
import type { Source } from './statement-draft.ts'

/** Who speaks, without labels: the noun phrase behind a cue or before it, else the subject that it shares. */
export function sourceBeside(words: GroundWords, cue: number): Source | null {
  const own = childBy(words.syntax, cue, SUBJECTS)
  if (own >= 0 && (words.quoted[own] as number) === 0) return nounPhrase(words, own)
  return phraseBeside(words, cue) ?? sharedSubject(words, cue)
}

/** The subject of a verb, or of the verb that it is joined to or hangs on ("Roe turned and said"), in its sentence. */
export function sharedSubject(words: GroundWords, cue: number): Source | null {
  const { syntax, quoted } = words
  for (let word = cue, n = 0; word >= 0 && n < 4; n++) {
    const subject = childBy(syntax, word, SUBJECTS)
    if (subject >= 0) return (quoted[subject] as number) === 0 ? nounPhrase(words, subject) : null
    if (!SHARING.has(syntax.deprel[word] as number)) return null
    word = syntax.head[word] as number
  }
  return null
}

const SHARING: ReadonlySet<number> = new Set([Deprel.conj, Deprel.advcl, Deprel.xcomp])

/** The words that may name somebody right behind a verb, else right before it. */
export function phraseBeside(words: GroundWords, cue: number): Source | null {
  const { syntax } = words
  const joins = (i: number) => mayName(words, i) || syntax.lower[i] === 'of'
  if (mayName(words, cue + 1)) {
    let last = cue + 1
    while (last + 1 < syntax.length && joins(last + 1)) last++
    return { head: highest(syntax, cue + 1, last), first: cue + 1, last }
  }
  if (mayName(words, cue - 1)) {
    let first = cue - 1
    while (first > 0 && joins(first - 1)) first--
    return { head: highest(syntax, first, cue - 1), first, last: cue - 1 }
  }
  return null
}

/** A noun with what hangs on it, as far as it is not quoted. */
function nounPhrase({ syntax, quoted }: GroundWords, head: number): Source {
  let first = head
  let last = head
  while (first > (syntax.left[head] as number) && (quoted[first - 1] as number) === 0) first--
  while (last < (syntax.right[head] as number) && (quoted[last + 1] as number) === 0) last++
  return { head, first, last }
}

const NAMING: ReadonlySet<number> = new Set([Upos.PROPN, Upos.NOUN, Upos.DET, Upos.ADJ, Upos.PRON, Upos.NUM])

/** Whether a word outside quotation marks can be part of a name or a plain noun phrase. */
export function mayName({ syntax, quoted }: GroundWords, i: number): boolean {
  return i >= 0 && i < syntax.length && (quoted[i] as number) === 0 && NAMING.has(syntax.upos[i] as number)
}

/** The word of a stretch whose head lies outside it. */
export function highest(syntax: Syntax, first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const head = syntax.head[i] as number
    if ((head < first || head > last) && syntax.upos[i] !== Upos.PUNCT) return i
  }
  return first
}
