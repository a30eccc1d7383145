import type { ActPatterns } from '#lexicon'
import type { WordRange } from '#mentions'
import { Deprel, type Syntax, Upos } from '#syntax'
import type { Proposal } from './proposal.ts'
import { at, childBy, doerOf, objectOf, particleOf, prepositionOf } from './tree.ts'

/** Hashed features of a pair of actors in their sentence, with a weight each. */
export interface Features {
  readonly ids: number[]
  readonly values: number[]
}

export const FEATURE_BITS = 17
const MASK = (1 << FEATURE_BITS) - 1
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

/** How a proposal meets the pair: 2 both sides, 1 one side, 0 none. */
export type Match = (proposal: Proposal) => number

/** Draws the features of the relation between two word ranges; either may be unknown. */
export function featuresOf(
  s: Syntax,
  patterns: ActPatterns,
  actor: WordRange | null,
  recipient: WordRange | null,
  proposals: readonly Proposal[],
  match: Match,
): Features {
  const out: Features = { ids: [], values: [] }
  const anchor = actor ?? recipient
  const word = anchor?.head ?? 0
  if (s.length === 0) return out
  const first = at(s.sentenceStart, at(s.sentence, word))
  const last = at(s.sentenceStart, at(s.sentence, (recipient ?? actor)?.head ?? word) + 1) - 1
  const [from, to] = first <= last ? [first, last] : [last, first]
  addWords(out, s, from, Math.min(to, from + 80), actor, recipient)
  addVotes(out, s, patterns, from, Math.min(to, from + 80), actor, recipient)
  if (actor) addGovernor(out, s, patterns, actor)
  if (actor && recipient) addPath(out, s, actor.head, recipient.head)
  if (recipient) addRecipient(out, s, recipient)
  addProposals(out, proposals, match)
  return out
}

function add(out: Features, name: string, value: number): void {
  out.ids.push(hash(name))
  out.values.push(value)
}

/** FNV-1a over UTF-16 code units. */
function hash(name: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  return (h >>> 0) & MASK
}

const inside = (w: number, range: WordRange | null) => range !== null && w >= range.first && w <= range.last

function zoneOf(w: number, actor: WordRange | null, recipient: WordRange | null): string {
  if (!actor || !recipient) return 'n'
  const [one, other] = actor.first < recipient.first ? [actor, recipient] : [recipient, actor]
  if (w < one.first) return 'l'
  return w > other.last ? 'r' : 'm'
}

function addWords(
  out: Features,
  s: Syntax,
  from: number,
  to: number,
  actor: WordRange | null,
  recipient: WordRange | null,
): void {
  let before = '^'
  for (let w = from; w <= to; w++) {
    const lemma = inside(w, actor) ? '<A>' : inside(w, recipient) ? '<B>' : wordOf(s, w)
    if (lemma === '') continue
    if (lemma === before) continue
    const zone = zoneOf(w, actor, recipient)
    if (lemma !== '<A>' && lemma !== '<B>' && CONTENT.has(at(s.upos, w))) {
      add(out, `w:${lemma}`, 0.5)
      add(out, `z:${zone}:${lemma}`, zone === 'r' || zone === 'l' ? 0.35 : 0.6)
    }
    add(out, `g:${before}_${lemma}`, zone === 'm' || zone === 'n' ? 0.5 : 0.3)
    before = lemma
  }
}

/** Names and numbers are nothing to learn from. */
function wordOf(s: Syntax, w: number): string {
  const upos = at(s.upos, w)
  if (upos === Upos.PUNCT || upos === Upos.SYM) return ''
  if (upos === Upos.PROPN) return '<N>'
  return upos === Upos.NUM ? '<#>' : (s.lemma[w] ?? '')
}

/** Which types the words around could speak of, by the lexicon. */
function addVotes(
  out: Features,
  s: Syntax,
  patterns: ActPatterns,
  from: number,
  to: number,
  actor: WordRange | null,
  recipient: WordRange | null,
): void {
  const seen = new Set<string>()
  for (let w = from; w <= to; w++) {
    const lemma = s.lemma[w] ?? ''
    const upos = at(s.upos, w)
    const rows =
      upos === Upos.VERB
        ? patterns.verbs.get(lemma)
        : upos === Upos.NOUN
          ? patterns.nouns.get(lemma)
          : undefined
    if (!rows || inside(w, actor)) continue
    const zone = inside(w, recipient) ? 'b' : zoneOf(w, actor, recipient)
    for (const { row, objects } of rows) {
      if (objects) continue
      seen.add(`L:${zone}:${row.type}`)
      seen.add(`L:${row.type}`)
    }
  }
  for (const name of seen) add(out, name, 0.5)
}

function addGovernor(out: Features, s: Syntax, patterns: ActPatterns, actor: WordRange): void {
  let verb = at(s.head, actor.head)
  for (let steps = 0; verb >= 0 && at(s.upos, verb) !== Upos.VERB && steps < 4; steps++)
    verb = at(s.head, verb)
  if (verb < 0) return
  describeVerb(out, s, patterns, verb, 'v')
  const inner =
    childBy(s, verb, Deprel.xcomp) >= 0 ? childBy(s, verb, Deprel.xcomp) : childBy(s, verb, Deprel.ccomp)
  if (inner >= 0) {
    describeVerb(out, s, patterns, inner, 'x')
    add(out, `vx:${s.lemma[verb]}>${s.lemma[inner]}`, 1)
  }
}

function describeVerb(out: Features, s: Syntax, patterns: ActPatterns, verb: number, mark: string): void {
  const particle = particleOf(s, verb)
  const lemma = particle < 0 ? (s.lemma[verb] ?? '') : `${s.lemma[verb]}_${s.lower[particle]}`
  add(out, `${mark}:${lemma}`, 1)
  const object = objectOf(s, verb)
  if (object >= 0) {
    add(out, `${mark}o:${lemma}>${wordOf(s, object)}`, 1)
    add(out, `${mark}O:${wordOf(s, object)}`, 0.6)
  }
  for (let c = at(s.firstChild, verb); c >= 0; c = at(s.nextSibling, c)) {
    const relation = at(s.deprel, c)
    if (relation === Deprel.aux || relation === Deprel.advmod) add(out, `${mark}a:${s.lemma[c]}`, 0.5)
    const preposition = prepositionOf(s, c)
    if (preposition) add(out, `${mark}p:${lemma}>${preposition}`, 0.6)
  }
  for (const { row, objects } of patterns.verbs.get(lemma) ?? [])
    if (!objects || (object >= 0 && objects.has(s.lemma[object] ?? ''))) add(out, `${mark}L:${row.type}`, 0.8)
}

/** Lemmas on the way through the tree from one head to the other. */
function addPath(out: Features, s: Syntax, from: number, to: number): void {
  const up: number[] = []
  for (let w = from; w >= 0 && up.length < 12; w = at(s.head, w)) up.push(w)
  const down: number[] = []
  let meet = to
  for (; meet >= 0 && !up.includes(meet) && down.length < 12; meet = at(s.head, meet)) down.push(meet)
  if (meet < 0) return
  const words = [...up.slice(1, up.indexOf(meet) + 1), ...down.slice(1).reverse()]
  const lemmas = words.map((w) => wordOf(s, w))
  for (const lemma of lemmas) add(out, `t:${lemma}`, 0.7)
  if (lemmas.length < 5) add(out, `T:${lemmas.join('>')}`, 1)
  add(out, `d:${doerOf(s, words[0] ?? from) === from ? 'doer' : 'other'}`, 0.3)
}

function addRecipient(out: Features, s: Syntax, recipient: WordRange): void {
  for (let w = recipient.first; w <= recipient.last && w < recipient.first + 15; w++)
    if (at(s.upos, w) === Upos.NOUN || at(s.upos, w) === Upos.VERB) add(out, `i:${s.lemma[w]}`, 0.5)
  if (recipient.first > 0) add(out, `before:${wordOf(s, recipient.first - 1)}`, 0.5)
  if (recipient.first > 1)
    add(out, `before2:${wordOf(s, recipient.first - 2)}_${wordOf(s, recipient.first - 1)}`, 0.7)
  if (recipient.first > 2)
    add(
      out,
      `before3:${wordOf(s, recipient.first - 3)}_${wordOf(s, recipient.first - 2)}_${wordOf(s, recipient.first - 1)}`,
      0.7,
    )
}

function addProposals(out: Features, proposals: readonly Proposal[], match: Match): void {
  let top: Proposal | null = null
  let topScore = -1
  for (const proposal of proposals) {
    const met = match(proposal)
    add(out, `P:${met}:${proposal.type}`, 0.8)
    add(out, `R:${met}:${proposal.compiled.row.id}`, 0.6)
    add(out, `S:${proposal.status}:${proposal.type}`, 0.4)
    const score = proposal.score + met
    if (score > topScore) [top, topScore] = [proposal, score]
  }
  if (!top) add(out, 'none', 1)
  else {
    add(out, `top:${top.type}`, 1.6)
    add(out, `top:${top.compiled.row.id}`, 0.8)
    add(out, `top:${top.type}:${top.mode}:${top.status}`, 0.5)
  }
}
