import { type ActPatterns, EVENT_TYPES, type EventType } from '#lexicon'
import type { WordRange } from '#mentions'
import { Deprel, type Syntax, Upos } from '#syntax'
import { denseFeatures } from './dense-features.ts'
import { hashOf, mix } from './feature-hash.ts'
import type { Proposal } from './proposal.ts'
import { at, childBy, doerOf, isPassive, objectOf, particleOf, prepositionOf } from './tree.ts'
import type { WordVectors } from './word-vectors.ts'

/** What the ranker sees of a pair of actors: hashed features with values, and mean word vectors of each zone. */
export interface Features {
  readonly ids: readonly number[]
  readonly values: readonly number[]
  /** `SLOTS` vectors end to end, each of length one or zero. */
  readonly dense: Float32Array
}

/** How a proposal meets the pair: 2 both sides, 1 one side, 0 none. */
export type Match = (proposal: Proposal) => number

/** What features are drawn from. */
export interface PairView {
  readonly s: Syntax
  readonly patterns: ActPatterns
  readonly vectors: WordVectors
  readonly actor: WordRange | null
  readonly recipient: WordRange | null
}

interface Out {
  readonly ids: number[]
  readonly values: number[]
}

/** Kinds of features: each seeds the hash with a number of its own. */
const KIND = {
  word: 1,
  zoned: 2,
  pair: 3,
  vote: 4,
  zonedVote: 5,
  verb: 6,
  inner: 7,
  chain: 8,
  object: 9,
  objectAlone: 10,
  auxiliary: 11,
  preposition: 12,
  verbVote: 13,
  pathWord: 14,
  path: 15,
  direction: 16,
  inRecipient: 17,
  before: 18,
  before2: 19,
  before3: 20,
  proposal: 21,
  row: 22,
  status: 23,
  top: 24,
  topRow: 25,
  topStatus: 26,
  none: 27,
  shape: 28,
  shapeVerb: 29,
  moodVote: 30,
  underPrep: 31,
} as const

const MASKED_A = hashOf('<A>')
const MASKED_B = hashOf('<B>')
const NAME = hashOf('<N>')
const NUMBER = hashOf('<#>')
const FIRST = hashOf('^')

const CONTENT = new Set([
  Upos.VERB,
  Upos.NOUN,
  Upos.ADJ,
  Upos.ADV,
  Upos.AUX,
  Upos.ADP,
  Upos.PART,
  Upos.SCONJ,
  Upos.DET,
])

/** Zones of a word: left of both, between them, right of both, inside the recipient, or unknown. */
const [LEFT, MIDDLE, RIGHT, INSIDE, UNKNOWN] = [1, 2, 3, 4, 5]
const LONGEST = 90

/** Draws the features of the relation between two word ranges; either may be unknown. */
export function featuresOf(view: PairView, proposals: readonly Proposal[], match: Match): Features {
  const { s, actor, recipient } = view
  const out: Out = { ids: [], values: [] }
  if (s.length === 0) return { ...out, dense: denseFeatures(view, 0, -1, []) }
  const [from, to] = sentenceRange(s, actor, recipient)
  const path = actor && recipient ? pathBetween(s, actor.head, recipient.head) : []
  addWords(out, view, from, to)
  addVotes(out, view, from, to)
  if (actor) addGovernor(out, view, actor)
  if (actor && recipient) addPath(out, view, actor, recipient, path)
  if (recipient) addRecipient(out, s, recipient)
  addProposals(out, proposals, match)
  return { ...out, dense: denseFeatures(view, from, to, path) }
}

function sentenceRange(s: Syntax, actor: WordRange | null, recipient: WordRange | null): [number, number] {
  const one = at(s.sentence, (actor ?? recipient)?.head ?? 0)
  const other = at(s.sentence, (recipient ?? actor)?.head ?? 0)
  const from = at(s.sentenceStart, Math.min(one, other))
  const to = at(s.sentenceStart, Math.max(one, other) + 1) - 1
  return [from, Math.min(to, from + LONGEST)]
}

function add(out: Out, id: number, value: number): void {
  out.ids.push(id)
  out.values.push(value)
}

const inside = (w: number, range: WordRange | null) => range !== null && w >= range.first && w <= range.last

function zoneOf(w: number, actor: WordRange | null, recipient: WordRange | null): number {
  if (!actor || !recipient) return UNKNOWN
  const [one, other] = actor.first < recipient.first ? [actor, recipient] : [recipient, actor]
  if (w < one.first) return LEFT
  return w > other.last ? RIGHT : MIDDLE
}

/** Hash of a word's lemma; names and numbers are nothing to learn from. */
function wordHash(s: Syntax, w: number): number {
  const upos = at(s.upos, w)
  if (upos === Upos.PROPN) return NAME
  return upos === Upos.NUM ? NUMBER : hashOf(s.lemma[w] ?? '')
}

const isSilent = (s: Syntax, w: number) => at(s.upos, w) === Upos.PUNCT || at(s.upos, w) === Upos.SYM

function addWords(out: Out, { s, actor, recipient }: PairView, from: number, to: number): void {
  let before = FIRST
  for (let w = from; w <= to; w++) {
    const marked = inside(w, actor) ? MASKED_A : inside(w, recipient) ? MASKED_B : 0
    if (marked === 0 && isSilent(s, w)) continue
    const word = marked || wordHash(s, w)
    if (word === before) continue
    const zone = zoneOf(w, actor, recipient)
    if (marked === 0 && CONTENT.has(at(s.upos, w))) {
      add(out, mix(KIND.word, word), 0.5)
      add(out, mix(KIND.zoned, word, zone), zone === MIDDLE || zone === UNKNOWN ? 0.6 : 0.35)
    }
    add(out, mix(KIND.pair, before, word), zone === MIDDLE || zone === UNKNOWN ? 0.5 : 0.3)
    before = word
  }
}

const typeNumber = (type: EventType) => EVENT_TYPES.indexOf(type) + 1

/** Which types the words around could speak of, by the lexicon. */
function addVotes(out: Out, { s, patterns, actor, recipient }: PairView, from: number, to: number): void {
  const seen = new Set<number>()
  for (let w = from; w <= to; w++) {
    const upos = at(s.upos, w)
    if ((upos !== Upos.VERB && upos !== Upos.NOUN) || inside(w, actor)) continue
    const rows = (upos === Upos.VERB ? patterns.verbs : patterns.nouns).get(s.lemma[w] ?? '')
    if (!rows) continue
    const zone = inside(w, recipient) ? INSIDE : zoneOf(w, actor, recipient)
    for (const { row, objects } of rows) {
      if (objects) continue
      seen.add(mix(KIND.zonedVote, typeNumber(row.type), zone))
      seen.add(mix(KIND.vote, typeNumber(row.type)))
    }
  }
  for (const id of seen) add(out, id, 0.5)
}

function addGovernor(out: Out, view: PairView, actor: WordRange): void {
  const { s } = view
  let verb = at(s.head, actor.head)
  for (let steps = 0; verb >= 0 && at(s.upos, verb) !== Upos.VERB && steps < 4; steps++)
    verb = at(s.head, verb)
  if (verb < 0) return
  describeVerb(out, view, verb, 1)
  const open = childBy(s, verb, Deprel.xcomp)
  const inner = open >= 0 ? open : childBy(s, verb, Deprel.ccomp)
  if (inner < 0) return
  describeVerb(out, view, inner, 2)
  add(out, mix(KIND.chain, wordHash(s, verb), wordHash(s, inner)), 1)
}

function describeVerb(out: Out, { s, patterns }: PairView, verb: number, depth: number): void {
  const particle = particleOf(s, verb)
  const lemma = particle < 0 ? (s.lemma[verb] ?? '') : `${s.lemma[verb]}_${s.lower[particle]}`
  const word = hashOf(lemma)
  add(out, mix(depth === 1 ? KIND.verb : KIND.inner, word), 1)
  const object = objectOf(s, verb)
  if (object >= 0) {
    add(out, mix(KIND.object, word, wordHash(s, object), depth), 1)
    add(out, mix(KIND.objectAlone, wordHash(s, object), depth), 0.6)
  }
  let mood = 0
  for (let c = at(s.firstChild, verb); c >= 0; c = at(s.nextSibling, c)) {
    const relation = at(s.deprel, c)
    if (relation === Deprel.aux || relation === Deprel.advmod) {
      const helper = hashOf(s.lemma[c] ?? '')
      add(out, mix(KIND.auxiliary, helper, depth), 0.5)
      mood |= moodOf(s.lower[c] ?? '')
    }
    const preposition = prepositionOf(s, c)
    if (preposition) add(out, mix(KIND.preposition, word, hashOf(preposition), depth), 0.6)
  }
  for (const { row, objects } of patterns.verbs.get(lemma) ?? [])
    if (!objects || (object >= 0 && objects.has(s.lemma[object] ?? ''))) {
      add(out, mix(KIND.verbVote, typeNumber(row.type), depth), 0.8)
      if (mood) add(out, mix(KIND.moodVote, typeNumber(row.type), mood), 0.8)
    }
}

/** 1 denied, 2 to come, 4 open. */
function moodOf(lower: string): number {
  if (lower === 'not' || lower === "n't" || lower === 'never' || lower === 'no') return 1
  if (lower === 'will' || lower === 'shall' || lower === "'ll") return 2
  return lower === 'would' || lower === 'may' || lower === 'could' || lower === 'must' || lower === 'should'
    ? 4
    : 0
}

/** Words on the way through the tree from one head to the other, without the ends. */
function pathBetween(s: Syntax, from: number, to: number): readonly number[] {
  const up: number[] = []
  for (let w = from; w >= 0 && up.length < 14; w = at(s.head, w)) up.push(w)
  const down: number[] = []
  let meet = to
  for (; meet >= 0 && !up.includes(meet) && down.length < 14; meet = at(s.head, meet)) down.push(meet)
  const top = up.indexOf(meet)
  return top < 0 ? [] : [...up.slice(1, top + 1), ...down.slice(1).reverse()]
}

function addPath(
  out: Out,
  { s }: PairView,
  actor: WordRange,
  recipient: WordRange,
  path: readonly number[],
): void {
  let whole = 0
  let shape = at(s.deprel, actor.head)
  for (const w of path) {
    const word = wordHash(s, w)
    add(out, mix(KIND.pathWord, word), 0.7)
    whole = Math.imul(whole ^ word, 0x01000193)
    shape = Math.imul(shape, 61) + at(s.deprel, w)
  }
  if (path.length === 0) return
  if (path.length < 5) add(out, mix(KIND.path, whole), 1)
  shape = Math.imul(shape, 61) + at(s.deprel, recipient.head)
  const first = path[0] as number
  const doer = doerOf(s, first) === actor.head ? 1 : isPassive(s, first) ? 2 : 3
  add(out, mix(KIND.direction, doer), 0.3)
  if (path.length < 6) add(out, mix(KIND.shape, shape), 0.4)
  if (path.length < 4) add(out, mix(KIND.shapeVerb, shape, wordHash(s, first)), 0.7)
  const preposition = prepositionOf(s, recipient.head)
  const last = path[path.length - 1] as number
  if (preposition) add(out, mix(KIND.underPrep, wordHash(s, last), hashOf(preposition)), 0.7)
}

function addRecipient(out: Out, s: Syntax, { first, last }: WordRange): void {
  for (let w = first; w <= last && w < first + 15; w++)
    if (at(s.upos, w) === Upos.NOUN || at(s.upos, w) === Upos.VERB)
      add(out, mix(KIND.inRecipient, hashOf(s.lemma[w] ?? '')), 0.5)
  if (first < 1) return
  const one = wordHash(s, first - 1)
  add(out, mix(KIND.before, one), 0.5)
  if (first < 2) return
  const two = wordHash(s, first - 2)
  add(out, mix(KIND.before2, two, one), 0.7)
  if (first > 2) add(out, mix(KIND.before3, wordHash(s, first - 3), two, one), 0.7)
}

const STATUSES = ['asserted', 'negated', 'planned', 'hypothetical', 'historical']

function addProposals(out: Out, proposals: readonly Proposal[], match: Match): void {
  let top: Proposal | null = null
  let topScore = -1
  for (const proposal of proposals) {
    const met = match(proposal)
    const type = typeNumber(proposal.type)
    add(out, mix(KIND.proposal, type, met + 1), 0.8)
    add(out, mix(KIND.row, proposal.compiled.hash, met + 1), 0.6)
    add(out, mix(KIND.status, type, STATUSES.indexOf(proposal.status) + 1), 0.4)
    const score = proposal.score + met
    if (score > topScore) [top, topScore] = [proposal, score]
  }
  if (!top) {
    add(out, mix(KIND.none, 1), 1)
    return
  }
  const type = typeNumber(top.type)
  add(out, mix(KIND.top, type), 1.6)
  add(out, mix(KIND.topRow, top.compiled.hash), 0.8)
  add(out, mix(KIND.topStatus, type, STATUSES.indexOf(top.status) + 1, hashOf(top.mode ?? '')), 0.5)
}
