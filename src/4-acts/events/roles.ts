import type { Mentions } from '#mentions'
import { Deprel, type Syntax, Upos } from '#syntax'
import {
  at,
  childBy,
  complementOf,
  doerOf,
  isPassive,
  objectOf,
  obliquesOf,
  prepositionOf,
  REACH,
  subjectOf,
} from './tree.ts'

/** Where a row's slots are looked for: the trigger, the noun that a light verb governs, the verb that lends a subject. */
export interface Frame {
  readonly trigger: number
  /** The trigger's object noun, where the row asks for it; -1. */
  readonly object: number
  /** The support verb of a trigger noun; -1. */
  readonly support: number
}

/** Actor mentions by head, and by any of their words. */
export interface ActorIndex {
  readonly atHead: Int32Array
  /** Number of the innermost named mention that covers each word, else -1. */
  readonly covering: Int32Array
  /** Number of the place that stands at each word, told as an actor, else -1. */
  readonly placeAt: Int32Array
}

/** Lays out which actor mention covers each word. */
export function indexActors(mentions: Mentions, placeAt: Int32Array | null = null): ActorIndex {
  const covering = new Int32Array(mentions.syntax.length).fill(-1)
  const isPlace = (i: number) => placeAt !== null && placeAt[mentions.actors[i]?.head ?? -1] === i
  const order = mentions.actors.flatMap((_, i) => (isPlace(i) ? [] : [i]))
  order.sort((a, b) => width(mentions, b) - width(mentions, a) || a - b)
  for (const number of order) {
    const actor = mentions.actors[number]
    if (actor) covering.fill(number, actor.first, actor.last + 1)
  }
  return {
    atHead: mentions.actorAtHead,
    covering,
    placeAt: placeAt ?? new Int32Array(mentions.syntax.length).fill(-1),
  }
}

const width = (mentions: Mentions, number: number) => {
  const actor = mentions.actors[number]
  return actor ? actor.last - actor.first : 0
}

/** Mentions that a slot of a frame names, with the words that led there. */
export function fillSlot(m: Mentions, index: ActorIndex, frame: Frame, slot: string): readonly number[] {
  const s = m.syntax
  switch (slot) {
    case 'S':
      return bySubject(m, index, frame)
    case 'O':
      return resolve(m, index, frame.support >= 0 ? frame.trigger : objectOf(s, frame.trigger), true)
    case 'I':
      return resolve(m, index, childBy(s, frame.trigger, Deprel.iobj), true)
    case 'P':
      return owners(m, index, frame.trigger)
    case 'C':
      return insideComplement(
        m,
        index,
        frame.object >= 0 ? [frame.trigger, frame.object] : [frame.trigger],
        0,
      )
    default:
      return underPreposition(m, index, frame, slot)
  }
}

function bySubject(m: Mentions, index: ActorIndex, frame: Frame): readonly number[] {
  const s = m.syntax
  const found = resolve(m, index, subjectWord(s, frame), false)
  if (found.length) return found
  const verb = frame.support >= 0 ? frame.support : frame.trigger
  const relation = at(s.deprel, verb)
  if (relation !== Deprel.acl && relation !== Deprel['acl:relcl']) return found
  // "passed a resolution condemning": who passed it condemns
  const noun = at(s.head, verb)
  const governor = noun >= 0 ? at(s.head, noun) : -1
  if (governor < 0 || at(s.upos, governor) !== Upos.VERB || isPassive(s, verb)) return found
  return resolve(m, index, doerOf(s, governor), false)
}

function subjectWord(s: Syntax, { trigger, support }: Frame): number {
  if (support >= 0) return doerOf(s, support)
  return at(s.upos, trigger) === Upos.NOUN
    ? hostOf(s, trigger)
    : at(s.upos, trigger) === Upos.ADJ
      ? subjectOf(s, trigger)
      : doerOf(s, trigger)
}

const TALKS = new Set(['meeting', 'talk', 'discussion', 'conversation', 'consultation', 'negotiation'])
const ROUND = new Set(['after', 'during', 'following', 'in', 'at'])

/** "After a meeting with Oman's minister, Kerry said": who speaks has met him. */
function hostOf(s: Syntax, noun: number): number {
  const verb = at(s.head, noun)
  if (verb < 0 || at(s.deprel, noun) !== Deprel.obl || !TALKS.has(s.lemma[noun] ?? '')) return -1
  return ROUND.has(prepositionOf(s, noun) ?? '') && noun < verb ? doerOf(s, verb) : -1
}

function underPreposition(
  m: Mentions,
  index: ActorIndex,
  frame: Frame,
  preposition: string,
): readonly number[] {
  const s = m.syntax
  const direct =
    at(s.upos, frame.trigger) === Upos.VERB && preposition !== 'of' ? objectOf(s, frame.trigger) : -1
  for (const word of [frame.trigger, frame.object, frame.support, direct]) {
    if (word < 0) continue
    for (const oblique of obliquesOf(s, word, preposition)) {
      const found = resolve(m, index, oblique, true)
      if (found.length) return found
    }
  }
  return preposition === 'by' ? agentBelow(m, index, frame.trigger) : []
}

/** "the killing of a guard by militants", where the agent hangs on the guard. */
function agentBelow(m: Mentions, index: ActorIndex, noun: number): readonly number[] {
  if (at(m.syntax.upos, noun) !== Upos.NOUN) return []
  for (const victim of obliquesOf(m.syntax, noun, 'of'))
    for (const agent of obliquesOf(m.syntax, victim, 'by')) {
      const found = resolve(m, index, agent, true)
      if (found.length) return found
    }
  return []
}

/** Looks to the right of the trigger for a mention under one of the prepositions, wherever the parser hung it. */
export function findLoose(
  m: Mentions,
  index: ActorIndex,
  frame: Frame,
  prepositions: readonly string[],
): readonly number[] {
  const s = m.syntax
  const end = at(s.sentenceStart, at(s.sentence, frame.trigger) + 1)
  const from = Math.max(frame.trigger, frame.object) + 1
  for (let w = from; w < end && w < from + 22; w++) {
    if (at(s.deprel, w) !== Deprel.case || !prepositions.includes(s.lower[w] ?? '')) continue
    const found = resolve(m, index, at(s.head, w), true)
    if (found.length) return found
  }
  return []
}

/** "Russia's invasion", "Russian strikes", "a US-led attack". */
function owners(m: Mentions, index: ActorIndex, noun: number): readonly number[] {
  const s = m.syntax
  const poss = childBy(s, noun, Deprel['nmod:poss'])
  if (poss >= 0) {
    const found = resolve(m, index, poss, false)
    if (found.length) return found
  }
  for (let c = at(s.firstChild, noun); c >= 0 && c < noun; c = at(s.nextSibling, c)) {
    const relation = at(s.deprel, c)
    if (relation !== Deprel.amod && relation !== Deprel.compound && relation !== Deprel['nmod:desc']) continue
    const found = index.atHead[c] ?? -1
    const number = found >= 0 ? found : (index.covering[c] ?? -1)
    if (number >= 0) return [number]
  }
  return []
}

function insideComplement(
  m: Mentions,
  index: ActorIndex,
  words: readonly number[],
  depth: number,
): readonly number[] {
  const s = m.syntax
  const clause = words.map((word) => (word < 0 ? -1 : complementOf(s, word))).find((c) => c >= 0) ?? -1
  if (clause < 0 || depth > 2) return []
  const candidates: number[] = []
  for (let c = at(s.firstChild, clause); c >= 0; c = at(s.nextSibling, c)) {
    const relation = at(s.deprel, c)
    if (relation === Deprel.nsubj || relation === Deprel['nsubj:pass']) candidates.unshift(c)
    else if (relation === Deprel.obj || relation === Deprel.iobj || relation === Deprel.obl)
      candidates.push(c)
    else if (relation === Deprel['obl:agent'] || relation === Deprel.nmod) candidates.push(c)
  }
  for (const candidate of candidates) {
    const found = resolve(m, index, candidate, true)
    if (found.length) return found
  }
  return insideComplement(m, index, [clause], depth + 1)
}

const INNER = new Set([
  'of',
  'by',
  'from',
  'against',
  'in',
  'with',
  'on',
  'to',
  'between',
  'for',
  'among',
  'over',
  'at',
  'toward',
  'towards',
])
const SUBJECT_INNER = new Set(['of', 'from', 'for', 'in'])

/** The mentions that a noun phrase names: its head's own, else those inside it ("Israel's decision", "the army of Chad"). */
export function resolve(
  m: Mentions,
  index: ActorIndex,
  word: number,
  asObject: boolean,
  depth = 0,
): readonly number[] {
  if (word < 0 || depth > REACH) return []
  const s = m.syntax
  const own = index.atHead[word] ?? -1
  const number = own >= 0 ? own : properCover(m, index, word)
  if (number >= 0) return withConjuncts(m, index, word, number, asObject, depth)
  if (at(s.upos, word) === Upos.VERB) return []
  const owned = owners(m, index, word)
  if (owned.length) return PERSONS.has(s.lemma[word] ?? '') ? [] : owned
  for (let c = at(s.firstChild, word); c >= 0; c = at(s.nextSibling, c)) {
    const relation = at(s.deprel, c)
    const preposition = prepositionOf(s, c)
    const inner =
      (relation === Deprel.nmod &&
        preposition !== null &&
        (asObject ? INNER : SUBJECT_INNER).has(preposition)) ||
      relation === Deprel.appos
    if (!inner || depth > 2) continue
    const found = resolve(m, index, c, asObject, depth + 1)
    if (found.length) return found
  }
  return []
}

/** "Yoon's appointees" act for themselves, not for Yoon. */
const PERSONS = new Set(
  'appointee critic supporter ally opponent family son daughter wife husband brother sister father mother lawyer fan aide follower rival predecessor successor victim neighbour neighbor resident voter friend colleague relative parent child client customer employee'.split(
    ' ',
  ),
)

/** A name whose head the parser and the finder see differently. */
function properCover(m: Mentions, index: ActorIndex, word: number): number {
  const upos = at(m.syntax.upos, word)
  return upos === Upos.PROPN || upos === Upos.NOUN ? (index.covering[word] ?? -1) : -1
}

export function withConjuncts(
  m: Mentions,
  index: ActorIndex,
  word: number,
  number: number,
  asObject: boolean,
  depth: number,
): readonly number[] {
  const s = m.syntax
  const out = [number]
  const members = new Set(m.actors[number]?.members ?? [])
  const last = m.actors[number]?.last ?? word
  for (let c = at(s.firstChild, word); c >= 0; c = at(s.nextSibling, c)) {
    if (at(s.deprel, c) !== Deprel.conj || c <= last || at(s.upos, c) === Upos.VERB) continue
    const place = index.placeAt[c] ?? -1
    const found = resolve(m, index, c, asObject, depth + 1)
    for (const other of found.length || place < 0 ? found : [place])
      if (!members.has(other) && !out.includes(other)) out.push(other)
  }
  return out
}
