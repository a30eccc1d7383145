import type { Document } from '#document'
import type { Syntax } from '#syntax'
import { Deprel, Feats, Upos } from '#syntax'
import { type Day, parseDay } from '../calendar.ts'

/** Whether what is told lies before or behind the day of telling. */
export type Tense = 'past' | 'future' | 'unknown'

/** The day that "today" is: publication, else nothing. */
export const publicationDay = (document: Document): Day | null => parseDay(document.published)

const CLIMB = 8
const FUTURE = new Set(['will', 'shall', "'ll", '’ll', 'wo'])
const PLANS = new Set([
  'plan',
  'expect',
  'schedule',
  'intend',
  'hope',
  'due',
  'set',
  'aim',
  'prepare',
  'slate',
])

/** The tense of the clause that a word stands in: its nearest verb's, auxiliaries counted. */
export function tenseAt(syntax: Syntax, word: number): Tense {
  let i = word
  for (let step = 0; step < CLIMB && i >= 0; step++) {
    const upos = syntax.upos[i] as number
    if (upos === Upos.VERB || upos === Upos.AUX || hasCopula(syntax, i)) {
      const tense = tenseOf(syntax, i)
      if (tense !== 'unknown') return tense
    }
    i = syntax.head[i] as number
  }
  return 'unknown'
}

function hasCopula(syntax: Syntax, i: number): boolean {
  for (let c = syntax.firstChild[i] as number; c >= 0; c = syntax.nextSibling[c] as number)
    if (syntax.deprel[c] === Deprel.cop) return true
  return false
}

function dependsOnPast(syntax: Syntax, verb: number): boolean {
  const governor = syntax.head[verb] as number
  return (
    governor >= 0 &&
    syntax.deprel[verb] === Deprel.xcomp &&
    !PLANS.has(syntax.lemma[governor] as string) &&
    ((syntax.feats[governor] as number) & Feats['Tense=Past']) !== 0
  )
}

function tenseOf(syntax: Syntax, verb: number): Tense {
  let past = ((syntax.feats[verb] as number) & Feats['Tense=Past']) !== 0
  let future =
    PLANS.has(syntax.lemma[verb] as string) && ((syntax.feats[verb] as number) & Feats['Tense=Past']) === 0
  for (let c = syntax.firstChild[verb] as number; c >= 0; c = syntax.nextSibling[c] as number) {
    const relation = syntax.deprel[c] as number
    const lower = syntax.lower[c] as string
    if (relation === Deprel.aux && FUTURE.has(lower)) future = true
    // "to meet on Tuesday" looks ahead; "allowed to carry out" looks where its own verb looks.
    if (relation === Deprel.mark && lower === 'to' && !dependsOnPast(syntax, verb)) future = true
    const helps = relation === Deprel.aux || relation === Deprel['aux:pass'] || relation === Deprel.cop
    if (helps && (syntax.feats[c] as number) & Feats['Tense=Past']) past = true
  }
  if (future) return 'future'
  return past ? 'past' : 'unknown'
}
