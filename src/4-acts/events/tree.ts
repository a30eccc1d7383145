import { Deprel, Feats, type Syntax, Upos } from '#syntax'

/** Walks on dependency trees. All are bounded: no chain is followed further than `REACH` steps. */
export const REACH = 6

const SUBJECTS = new Set([Deprel.nsubj, Deprel['nsubj:outer'], Deprel.csubj])
const PASSIVE_SUBJECTS = new Set([Deprel['nsubj:pass'], Deprel['csubj:pass']])
const OBLIQUES = new Set([
  Deprel.obl,
  Deprel['obl:agent'],
  Deprel.nmod,
  Deprel['nmod:desc'],
  Deprel['nmod:unmarked'],
  Deprel['obl:unmarked'],
])
const CLAUSES = new Set([Deprel.xcomp, Deprel.ccomp, Deprel.acl, Deprel.advcl])
const PARTICLES = new Set([
  'back',
  'out',
  'down',
  'off',
  'away',
  'up',
  'in',
  'over',
  'together',
  'home',
  'aside',
  'way',
])

export const at = (column: { readonly [index: number]: number }, i: number): number => column[i] as number
export const has = (s: Syntax, w: number, bit: number): boolean => (at(s.feats, w) & bit) !== 0

/** First child of a word with one of the relations, or -1. */
export function childOf(s: Syntax, word: number, relations: ReadonlySet<number>): number {
  for (let c = at(s.firstChild, word); c >= 0; c = at(s.nextSibling, c))
    if (relations.has(at(s.deprel, c))) return c
  return -1
}

/** First child of a word with the relation, or -1. */
export function childBy(s: Syntax, word: number, relation: number): number {
  for (let c = at(s.firstChild, word); c >= 0; c = at(s.nextSibling, c))
    if (at(s.deprel, c) === relation) return c
  return -1
}

/** Lemma of the word's preposition, null when it has none. */
export function prepositionOf(s: Syntax, word: number): string | null {
  const c = childBy(s, word, Deprel.case)
  if (c < 0 || at(s.glued, c) === 1) return null
  // "out of talks"
  if (s.lower[c] === 'out' && s.lower[c + 1] === 'of') return 'of'
  return s.lower[c] ?? null
}

const TO_BE = new Set(['be', 'get', "'s", "'re", 'is', 'are', 'was', 'were', 'been', 'being'])

/** Whether the verb stands in the passive, or is a past participle that leans on its noun. */
export function isPassive(s: Syntax, verb: number): boolean {
  if (childBy(s, verb, Deprel['obl:agent']) >= 0) return true
  const relation = at(s.deprel, verb)
  const object = childBy(s, verb, Deprel.obj) >= 0
  if (childBy(s, verb, Deprel['aux:pass']) >= 0) return !object || hasBe(s, verb)
  if (childOf(s, verb, PASSIVE_SUBJECTS) >= 0) return hasBe(s, verb)
  if (relation === Deprel.conj && !object && sharesPassive(s, verb)) return true
  const leaning = relation === Deprel.acl || relation === Deprel.advcl
  if (!leaning || object || childOf(s, verb, SUBJECTS) >= 0) return false
  return has(s, verb, Feats['VerbForm=Part']) && PARTICIPLE.test(s.lower[verb] ?? '')
}

/** "was found and arrested", "were ministers and accused of": the participle shares the helper of the word before. */
function sharesPassive(s: Syntax, verb: number): boolean {
  const head = at(s.head, verb)
  if (head < 0 || childOf(s, verb, SUBJECTS) >= 0 || !PARTICIPLE.test(s.lower[verb] ?? '')) return false
  if (childBy(s, head, Deprel.cop) >= 0) return true
  return at(s.upos, head) === Upos.VERB && childBy(s, head, Deprel['aux:pass']) >= 0 && isPassive(s, head)
}

const PARTICIPLE = /(?:ed|en|wn|ught|ld|ung)$/

function hasBe(s: Syntax, verb: number): boolean {
  for (let c = at(s.firstChild, verb); c >= 0; c = at(s.nextSibling, c)) {
    const relation = at(s.deprel, c)
    if ((relation === Deprel.aux || relation === Deprel['aux:pass']) && TO_BE.has(s.lemma[c] ?? ''))
      return true
  }
  return false
}

/** The verb's particle ("off" in "call off"), also where the parser hung it on the noun after it; -1 when it has none. */
export function particleOf(s: Syntax, verb: number): number {
  for (let c = at(s.firstChild, verb); c >= 0; c = at(s.nextSibling, c)) {
    if (at(s.deprel, c) === Deprel['compound:prt']) return c
    if (at(s.deprel, c) === Deprel.advmod && c > verb && c - verb <= 2 && PARTICLES.has(s.lower[c] ?? ''))
      return c
  }
  return strayParticle(s, verb) ? verb + 1 : -1
}

const STRAY = new Set(['out', 'down', 'off', 'up', 'back', 'away', 'over'])

function strayParticle(s: Syntax, verb: number): boolean {
  const next = verb + 1
  if (next >= s.length || at(s.deprel, next) !== Deprel.case || !STRAY.has(s.lower[next] ?? '')) return false
  return at(s.head, at(s.head, next)) === verb
}

/** The noun that a relative or participial clause modifies, -1 when the verb heads none. */
function antecedentOf(s: Syntax, verb: number): number {
  const relation = at(s.deprel, verb)
  return relation === Deprel['acl:relcl'] || relation === Deprel.acl ? at(s.head, verb) : -1
}

const isRelative = (s: Syntax, w: number) =>
  has(s, w, Feats['PronType=Rel']) ||
  (['who', 'which', 'that', 'whom'].includes(s.lower[w] ?? '') && at(s.upos, w) === Upos.PRON)

/** Who does what the verb says: head of the subject, passive agent or controller; -1 when nobody is named. */
export function doerOf(s: Syntax, verb: number, depth = 0): number {
  if (isPassive(s, verb)) return agentOf(s, verb)
  return subjectOf(s, verb, depth)
}

function agentOf(s: Syntax, verb: number): number {
  const agent = childBy(s, verb, Deprel['obl:agent'])
  if (agent >= 0) return agent
  for (let c = at(s.firstChild, verb); c >= 0; c = at(s.nextSibling, c))
    if (at(s.deprel, c) === Deprel.obl && prepositionOf(s, c) === 'by') return c
  return -1
}

/** The subject in the grammatical sense, also the shared, controlled or relative one. */
export function subjectOf(s: Syntax, verb: number, depth = 0): number {
  const own = childOf(s, verb, SUBJECTS)
  if (own >= 0) return isRelative(s, own) && antecedentOf(s, verb) >= 0 ? antecedentOf(s, verb) : own
  const passive = childOf(s, verb, PASSIVE_SUBJECTS)
  if (passive >= 0)
    return isRelative(s, passive) && antecedentOf(s, verb) >= 0 ? antecedentOf(s, verb) : passive
  const head = at(s.head, verb)
  if (depth > REACH || head < 0) return -1
  switch (at(s.deprel, verb)) {
    case Deprel.conj:
      return doerOf(s, head, depth + 1) >= 0 && !isPassive(s, head)
        ? subjectOf(s, head, depth + 1)
        : subjectOf(s, head, depth + 1)
    case Deprel.xcomp:
      return controllerOf(s, head, depth)
    case Deprel.advcl:
    case Deprel.parataxis:
    case Deprel.ccomp:
      return at(s.upos, head) === Upos.VERB || childOf(s, head, SUBJECTS) >= 0
        ? subjectOf(s, head, depth + 1)
        : -1
    case Deprel['acl:relcl']:
      return hasObject(s, verb) || !has(s, verb, Feats['VerbForm=Fin']) ? head : -1
    case Deprel.acl:
      return aclSubject(s, verb, head, depth)
    default:
      return -1
  }
}

/** "a plan to attack": whose plan; "forces attacking the town": the forces. */
function aclSubject(s: Syntax, verb: number, noun: number, depth: number): number {
  if (childBy(s, verb, Deprel.mark) < 0) return noun
  const owner = childBy(s, noun, Deprel['nmod:poss'])
  if (owner >= 0) return owner
  const governor = at(s.head, noun)
  return governor >= 0 && at(s.deprel, noun) === Deprel.obj ? subjectOf(s, governor, depth + 1) : -1
}

const hasObject = (s: Syntax, verb: number) => childBy(s, verb, Deprel.obj) >= 0

/** Verbs whose infinitive is done by their subject though they have an object. */
const SUBJECT_CONTROL = new Set([
  'promise',
  'threaten',
  'vow',
  'pledge',
  'use',
  'take',
  'hold',
  'spend',
  'make',
])

function controllerOf(s: Syntax, head: number, depth: number): number {
  const object = childBy(s, head, Deprel.obj)
  if (object >= 0 && !SUBJECT_CONTROL.has(s.lemma[head] ?? '')) return object
  const indirect = childBy(s, head, Deprel.iobj)
  return indirect >= 0 ? indirect : subjectOf(s, head, depth + 1)
}

/** Whom or what it is done to: object, passive subject or relative antecedent; -1 when none. */
export function objectOf(s: Syntax, verb: number, depth = 0): number {
  if (isPassive(s, verb)) return subjectOf(s, verb, depth)
  const direct = childBy(s, verb, Deprel.obj)
  const own = direct >= 0 ? direct : secondObject(s, verb)
  if (own >= 0) return isRelative(s, own) && antecedentOf(s, verb) >= 0 ? antecedentOf(s, verb) : own
  if (at(s.deprel, verb) === Deprel['acl:relcl'] && childOf(s, verb, SUBJECTS) >= 0) {
    const subject = childOf(s, verb, SUBJECTS)
    if (!isRelative(s, subject) && !hasStranded(s, verb)) return antecedentOf(s, verb)
  }
  return depth > 1 ? -1 : sharedObject(s, verb, depth)
}

/** "urged them to go" as an indirect object; "handed over the keys" under the stray particle. */
function secondObject(s: Syntax, verb: number): number {
  const indirect = childBy(s, verb, Deprel.iobj)
  if (indirect >= 0) return indirect
  if (childBy(s, verb, Deprel['compound:prt']) >= 0) return bareOblique(s, verb)
  if (!strayParticle(s, verb)) return -1
  const noun = at(s.head, verb + 1)
  return childBy(s, noun, Deprel.case) === verb + 1 && s.lower[verb + 2] !== 'of' ? noun : -1
}

/** "took in refugees": a noun without a preposition right behind the particle. */
function bareOblique(s: Syntax, verb: number): number {
  const noun = childBy(s, verb, Deprel.obl)
  return noun > verb && childBy(s, noun, Deprel.case) < 0 && noun - verb < 8 ? noun : -1
}

const hasStranded = (s: Syntax, verb: number) => childOf(s, verb, CLAUSES) >= 0

/** "arrested and beat the men": the object stands with the last verb. */
function sharedObject(s: Syntax, verb: number, depth: number): number {
  const next = childBy(s, verb, Deprel.conj)
  if (next < 0 || at(s.upos, next) !== Upos.VERB || next - verb > 3) return -1
  return childOf(s, next, SUBJECTS) >= 0 ? -1 : objectOf(s, next, depth + 1)
}

/** Dependents of a word under one of the prepositions, in text order. */
export function obliquesOf(s: Syntax, word: number, preposition: string): readonly number[] {
  const found: number[] = []
  for (let c = at(s.firstChild, word); c >= 0; c = at(s.nextSibling, c)) {
    const relation = at(s.deprel, c)
    if (OBLIQUES.has(relation) && prepositionOf(s, c) === preposition) found.push(c)
    else if (relation === Deprel.advcl && openedBy(s, c, preposition)) found.push(c)
  }
  return found
}

/** "barred from entering" */
const openedBy = (s: Syntax, clause: number, word: string) =>
  prepositionOf(s, clause) === word || s.lower[childBy(s, clause, Deprel.mark)] === word

/** The clause that a word takes as its complement, -1 when none. */
export function complementOf(s: Syntax, word: number): number {
  for (let c = at(s.firstChild, word); c >= 0; c = at(s.nextSibling, c)) {
    const relation = at(s.deprel, c)
    if (relation === Deprel.xcomp || relation === Deprel.ccomp) return c
    if (relation === Deprel.acl && childBy(s, c, Deprel.mark) >= 0) return c
    if (relation === Deprel.advcl && (isMarked(s, c, 'to') || isMarked(s, c, 'from'))) return c
  }
  const direct = childBy(s, word, Deprel.obj)
  const object = direct >= 0 ? direct : childBy(s, word, Deprel.iobj)
  if (object < 0) return -1
  const inner = childBy(s, object, Deprel.acl)
  return inner >= 0 && isMarked(s, inner, 'to') ? inner : -1
}

/** Whether the clause opens with this word ("to", "if"). */
export function isMarked(s: Syntax, clause: number, word: string): boolean {
  for (let c = at(s.firstChild, clause); c >= 0; c = at(s.nextSibling, c))
    if ((at(s.deprel, c) === Deprel.mark || at(s.deprel, c) === Deprel.advmod) && s.lower[c] === word)
      return true
  return false
}

/** Whether the word or one of its modifiers stands under the relation with one of the lemmas. */
export function hasModifier(s: Syntax, word: number, wanted: ReadonlySet<string>): boolean {
  for (let c = at(s.firstChild, word); c >= 0; c = at(s.nextSibling, c))
    if (wanted.has(s.lemma[c] ?? '') && c !== word) return true
  return false
}
