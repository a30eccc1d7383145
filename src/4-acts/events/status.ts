import type { ActPatterns } from '#lexicon'
import { Deprel, Feats, type Syntax, Upos } from '#syntax'
import type { EventStatus } from '../act.ts'
import { at, has, isMarked, prepositionOf, REACH } from './tree.ts'

/** What the words around an act make of it. */
export interface Modality {
  readonly status: EventStatus
  /** A modal of will or threat stands with it ("will", "would", "vows to"): what it announces is an act of its own. */
  readonly announced: boolean
  readonly negated: boolean
}

const NEGATIONS = new Set([
  'not',
  "n't",
  'never',
  'neither',
  'nor',
  'hardly',
  'no',
  'nobody',
  'none',
  'without',
  'cannot',
])
const WILL = new Set(['will', "'ll", 'shall', 'wo', 'ca'])
const MAYBE = new Set(['would', 'could', 'might', 'may', 'should', 'can', 'must', "'d", 'ought'])
const IF = ['if', 'unless', 'whether', 'lest']
const AHEAD = new Set(['before', 'until', 'pending', 'without', 'against', 'for', 'despite'])
const OPEN_NOUNS = new Set(
  'plan proposal call threat possibility prospect risk fear offer hope chance bid attempt effort demand request preparation prospect idea option pressure readiness willingness intention desire appeal warning ultimatum likelihood danger potential goal aim vow promise pledge rumour rumor eve'.split(
    ' ',
  ),
)
const DENIALS = new Set(['deny', 'refute', 'dispute', 'disavow'])

interface State {
  negated: boolean
  planned: boolean
  hypothetical: boolean
  announced: boolean
}

/** Reads the status of an act from its verb (or trigger noun with its support verb) upward. */
export function modalityOf(s: Syntax, patterns: ActPatterns, trigger: number, support: number): Modality {
  const state: State = { negated: false, planned: false, hypothetical: false, announced: false }
  if (support >= 0) {
    lookAround(s, trigger, state)
    climbNoun(s, patterns, trigger, state)
  } else if (at(s.upos, trigger) === Upos.NOUN) climbNoun(s, patterns, trigger, state)
  const start = support >= 0 ? support : trigger
  let word = start
  for (let depth = 0; depth < REACH && word >= 0; depth++) {
    lookAround(s, word, state)
    word = stepUp(s, patterns, word, state)
  }
  if (isQuestion(s, trigger)) state.hypothetical = true
  return { status: settle(state), announced: state.announced, negated: state.negated }
}

function settle(state: State): EventStatus {
  if (state.negated) return 'negated'
  if (state.hypothetical) return 'hypothetical'
  return state.planned ? 'planned' : 'asserted'
}

/** Auxiliaries, negations and conjunctions that stand with the word. */
function lookAround(s: Syntax, word: number, state: State): void {
  for (let c = at(s.firstChild, word); c >= 0; c = at(s.nextSibling, c)) {
    const relation = at(s.deprel, c)
    const lower = s.lower[c] ?? ''
    if (relation === Deprel.advmod || relation === Deprel.det || relation === Deprel['cc:preconj']) {
      if (NEGATIONS.has(lower) && s.lower[c + 1] !== 'only') state.negated = true
    } else if (relation === Deprel.aux) {
      if (WILL.has(lower)) state.planned = state.announced = true
      else if (MAYBE.has(lower)) {
        state.hypothetical = true
        if (lower === 'would' || lower === "'d") state.announced = true
      }
    } else if (relation === Deprel.mark) {
      if (IF.includes(lower)) state.hypothetical = true
      if (lower === 'without') state.negated = true
    } else if (relation === Deprel.nsubj || relation === Deprel.obj || relation === Deprel['nsubj:pass']) {
      if (hasNo(s, c)) state.negated = true
    } else if (relation === Deprel.case && lower === 'without') state.negated = true
  }
}

/** "no agreement", "neither side". */
function hasNo(s: Syntax, noun: number): boolean {
  if (s.lower[noun] === 'nobody' || s.lower[noun] === 'none' || s.lower[noun] === 'nothing') return true
  for (let c = at(s.firstChild, noun); c >= 0; c = at(s.nextSibling, c))
    if (at(s.deprel, c) === Deprel.det && (s.lower[c] === 'no' || s.lower[c] === 'neither')) return true
  return false
}

/** Takes in what the governing word does to the clause; gives the word to look at next, -1 at the end. */
function stepUp(s: Syntax, patterns: ActPatterns, word: number, state: State): number {
  const head = at(s.head, word)
  const relation = at(s.deprel, word)
  if (head < 0) {
    if (isMarked(s, word, 'to')) state.planned = state.announced = true
    return -1
  }
  const lemma = s.lemma[head] ?? ''
  if (
    relation === Deprel.xcomp ||
    relation === Deprel.ccomp ||
    relation === Deprel.advcl ||
    relation === Deprel.acl
  ) {
    const infinitive = isMarked(s, word, 'to')
    if (DENIALS.has(lemma) || (patterns.failVerbs.has(lemma) && relation !== Deprel.advcl))
      state.negated = true
    else if (relation === Deprel.ccomp) return climbSaying(patterns, lemma, state) ? head : -1
    else if (relation === Deprel.acl) openNoun(patterns, lemma, infinitive, state)
    else if (infinitive && relation === Deprel.advcl) state.planned = true
    else if (relation === Deprel.advcl) return gerundUnder(s, patterns, word, lemma, state)
    else verbAbove(patterns, lemma, infinitive, state)
    return relation === Deprel.xcomp ? head : -1
  }
  if (relation === Deprel.conj && at(s.upos, head) === Upos.VERB && !ownsSubject(s, word))
    return standsAlone(s, word, head) ? -1 : head
  return -1
}

const TO_DO = new Set(['do', 'does', 'did'])

/** "did not answer and accused him": a verb with an ending does not share the helper of the one before. */
function standsAlone(s: Syntax, word: number, head: number): boolean {
  if (s.lower[word] === s.lemma[word]) return false
  for (let c = at(s.firstChild, head); c >= 0; c = at(s.nextSibling, c))
    if (at(s.deprel, c) === Deprel.aux && TO_DO.has(s.lower[c] ?? '')) return true
  return false
}

const ownsSubject = (s: Syntax, word: number) => {
  for (let c = at(s.firstChild, word); c >= 0; c = at(s.nextSibling, c))
    if (at(s.deprel, c) === Deprel.nsubj || at(s.deprel, c) === Deprel['nsubj:pass']) return true
  return false
}

function climbSaying(patterns: ActPatterns, lemma: string, state: State): boolean {
  if (patterns.doubtVerbs.has(lemma)) state.hypothetical = true
  else if (patterns.planVerbs.has(lemma) && lemma !== 'agree') state.planned = true
  return false
}

function openNoun(patterns: ActPatterns, lemma: string, infinitive: boolean, state: State): void {
  if (infinitive || OPEN_NOUNS.has(lemma) || patterns.planVerbs.has(lemma))
    state.planned ||= infinitive || OPEN_NOUNS.has(lemma)
}

/** "prevented from entering", "accused of shelling". */
function gerundUnder(s: Syntax, patterns: ActPatterns, word: number, lemma: string, state: State): number {
  const opener = openerOf(s, word)
  if (opener === 'from' && patterns.failVerbs.has(lemma)) state.negated = true
  else if (opener === 'of' || opener === 'for' || opener === 'against') {
    if (patterns.doubtVerbs.has(lemma)) state.hypothetical = true
  } else if (opener === 'without') state.negated = true
  else if (opener === 'before' || opener === 'instead') state.planned = true
  return -1
}

function openerOf(s: Syntax, word: number): string | null {
  for (let c = at(s.firstChild, word); c >= 0; c = at(s.nextSibling, c))
    if (at(s.deprel, c) === Deprel.mark || at(s.deprel, c) === Deprel.case) return s.lower[c] ?? null
  return null
}

function verbAbove(patterns: ActPatterns, lemma: string, infinitive: boolean, state: State): void {
  if (lemma === 'be' || lemma === 'go' || patterns.planVerbs.has(lemma)) {
    state.planned = true
    if (
      lemma === 'be' ||
      lemma === 'go' ||
      lemma === 'vow' ||
      lemma === 'plan' ||
      lemma === 'schedule' ||
      lemma === 'due' ||
      lemma === 'set'
    )
      state.announced = true
  } else if (patterns.doubtVerbs.has(lemma)) state.hypothetical = true
  else if (infinitive && (lemma === 'use' || lemma === 'able')) return
}

/** "calls for talks", "ahead of the summit", "a plan for strikes". */
function climbNoun(s: Syntax, patterns: ActPatterns, noun: number, state: State): void {
  lookAround(s, noun, state)
  const head = at(s.head, noun)
  const relation = at(s.deprel, noun)
  if (head < 0) return
  const preposition = prepositionOf(s, noun)
  const lemma = s.lemma[head] ?? ''
  if (relation === Deprel.nmod && (OPEN_NOUNS.has(lemma) || patterns.planVerbs.has(lemma)))
    state.planned = true
  if ((relation === Deprel.obl || relation === Deprel.nmod) && preposition !== null) {
    if (preposition === 'before' || preposition === 'ahead' || preposition === 'until') state.planned = true
    if (AHEAD.has(preposition) && (patterns.doubtVerbs.has(lemma) || OPEN_NOUNS.has(lemma)))
      state.hypothetical = true
  }
  if (relation === Deprel.obj || relation === Deprel.xcomp) {
    if (patterns.failVerbs.has(lemma)) state.negated = true
    else if (patterns.doubtVerbs.has(lemma)) state.hypothetical = true
    else if (patterns.planVerbs.has(lemma)) state.planned = true
  }
  if (has(s, head, Feats['Polarity=Neg'])) state.negated = true
}

function isQuestion(s: Syntax, word: number): boolean {
  const end = at(s.sentenceStart, at(s.sentence, word) + 1)
  for (let w = end - 1; w >= end - 3 && w >= 0; w--) if (s.lower[w] === '?') return true
  return false
}
