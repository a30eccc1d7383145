import { isDigit, isLetter, isLower, isUpper } from './characters.ts'
import { type LinearModel, mix, score } from './linear-model.ts'
import type { Syntax } from './syntax.ts'
import { Upos } from './tagset.ts'
import { hashString } from './word-hashes.ts'

/** How a lemma is written: in lower case, with a capital first, in capitals, or with the form's own capitals. */
export const CASINGS = ['lower', 'title', 'upper', 'form'] as const
export type CasingName = (typeof CASINGS)[number]

/** The words of a sentence as the casing model sees them. */
export interface CasedWord {
  readonly form: string
  /** Index into `UPOS`. */
  readonly upos: number
}

/** Room that the longest feature list needs. */
export const CASING_FEATURES = 16

const NO_LETTER = 0
const LOWER = 1
const TITLE = 2
const UPPER = 3
const ONE = 4
const MIXED = 5

/** Whether the capitals of a word's lemma are in question at all: else it is in lower case. */
export const mayBeCased = ({ form, upos }: CasedWord, lemma: string): boolean =>
  upos === Upos.PROPN || upos === Upos.X || lemma === 'i' || shapeOf(form) > LOWER

function shapeOf(form: string): number {
  let [upper, lower] = [0, 0]
  for (let i = 0; i < form.length; i++) {
    const c = form.charCodeAt(i)
    if (isUpper(c)) upper++
    else if (isLower(c)) lower++
  }
  if (upper === 0) return lower > 0 ? LOWER : NO_LETTER
  if (lower === 0) return upper > 1 ? UPPER : ONE
  return upper === 1 && isUpper(form.charCodeAt(0)) ? TITLE : MIXED
}

/** How a sentence goes about capitals: 0 as prose does, 1 without small words, 2 without capitals, 3 mostly capitals. */
export function capitalStyle(words: readonly CasedWord[]): number {
  let [capital, small] = [0, 0]
  for (const { form } of words) {
    const shape = shapeOf(form)
    if (shape === LOWER) small++
    else if (shape !== NO_LETTER) capital++
  }
  if (capital === 0) return 2
  return small === 0 ? 1 : capital > small ? 3 : 0
}

/** Writes what speaks for the casing of word `i`'s lemma into `out`; returns how many features. */
export function casingFeatures(
  words: readonly CasedWord[],
  i: number,
  style: number,
  out: Uint32Array,
): number {
  const { form, upos } = words[i] as CasedWord
  const shapeAt = (k: number) => (words[k] ? shapeOf(words[k].form) : 7)
  const uposAt = (k: number) => words[k]?.upos ?? 31
  const base = upos * 8 + shapeOf(form)
  const [previous, next] = [shapeAt(i - 1), shapeAt(i + 1)]
  const begins = isDigit(form.charCodeAt(0)) ? 2 : isLetter(form.charCodeAt(0)) ? 1 : 0
  const features = [
    base,
    mix(base, hashString(form)),
    mix(base, hashString(form.slice(-3))),
    mix(base, hashString(form.slice(-2))),
    mix(base, i === 0 ? 1 : 2),
    mix(base, previous),
    mix(base, next),
    mix(base, previous * 8 + next),
    mix(base, style),
    mix(base, style * 64 + previous * 8 + next),
    mix(base, uposAt(i - 1) * 32 + uposAt(i + 1)),
    mix(base, uposAt(i + 1) * 8 + next),
    mix(upos, hashString(form)),
    mix(base, Math.min(form.length, 7) * 4 + begins),
  ]
  features.forEach((feature, k) => {
    out[k] = mix(301 + k, feature)
  })
  return features.length
}

/** A lower-case lemma as a casing writes it. */
export function applyCasing(casing: CasingName, lemma: string, form: string): string {
  if (casing === 'lower') return lemma
  if (casing === 'upper') return lemma.toUpperCase()
  if (casing === 'title') return lemma.slice(0, 1).toUpperCase() + lemma.slice(1)
  let same = 0
  while (same < lemma.length && form[same]?.toLowerCase() === lemma[same]) same++
  return form.slice(0, same) + lemma.slice(same)
}

/** The lemmas of sentence `s` with the capitals that Universal Dependencies keep. */
export function casedLemmas(model: LinearModel, syntax: Syntax, s: number): string[] {
  const [from, to] = [syntax.sentenceStart[s] as number, syntax.sentenceStart[s + 1] as number]
  const words: CasedWord[] = []
  for (let i = from; i < to; i++)
    words.push({
      form: syntax.document.text.slice(syntax.start[i], syntax.end[i]),
      upos: syntax.upos[i] as number,
    })
  const style = capitalStyle(words)
  const features = new Uint32Array(CASING_FEATURES)
  const scores = new Int32Array(CASINGS.length)
  return words.map((word, i) => {
    const lemma = syntax.lemma[from + i] as string
    if (!mayBeCased(word, lemma)) return lemma
    score(model, features, casingFeatures(words, i, style, features), scores)
    return applyCasing(CASINGS[best(scores)] as CasingName, lemma, word.form)
  })
}

function best(scores: Int32Array): number {
  let b = 0
  for (let c = 1; c < scores.length; c++) if ((scores[c] as number) > (scores[b] as number)) b = c
  return b
}
