import type { WordRange } from '#mentions'
import { Deprel, type Syntax, Upos } from '#syntax'
import { at } from './tree.ts'
import type { WordVectors } from './word-vectors.ts'

/** Zones whose mean word vectors are drawn: sentence, between the two, governor with its dependents, path, recipient. */
export const SLOTS = 5
const [SENTENCE, BETWEEN, GOVERNOR, PATH, RECIPIENT] = [0, 1, 2, 3, 4]

const EMPTY_VERBS = new Set(['be', 'have', 'do', 'say', 'will', 'would', 'that', 'which', 'who'])
const GOVERNED = new Set([Deprel.obj, Deprel.obl, Deprel.xcomp, Deprel.ccomp])
const INNER = new Set([Deprel.obj, Deprel.nmod, Deprel.amod, Deprel.compound])

interface View {
  readonly s: Syntax
  readonly vectors: WordVectors
  readonly actor: WordRange | null
  readonly recipient: WordRange | null
}

/** Mean vectors of the content words of each zone, brought to length one. */
export function denseFeatures(view: View, from: number, to: number, path: readonly number[]): Float32Array {
  const out = new Float32Array(SLOTS * view.vectors.dimensions)
  addZones(view, out, from, to)
  if (view.actor) addGovernor(view, out, view.actor)
  for (const word of path) addWord(view, out, PATH, word, 1)
  for (let slot = 0; slot < SLOTS; slot++) normalise(out, slot, view.vectors.dimensions)
  return out
}

function addZones(view: View, out: Float32Array, from: number, to: number): void {
  const { actor, recipient } = view
  const [one, other] = [actor ?? recipient, recipient ?? actor]
  const low = one && other ? Math.min(one.last, other.last) : from
  const high = one && other ? Math.max(one.first, other.first) : to
  for (let w = from; w <= to; w++) {
    if (actor && w >= actor.first && w <= actor.last) continue
    if (recipient && w >= recipient.first && w <= recipient.last) {
      addWord(view, out, RECIPIENT, w, 1)
      continue
    }
    addWord(view, out, SENTENCE, w, 1)
    if (one !== other && w > low && w < high) addWord(view, out, BETWEEN, w, 1)
  }
}

function addGovernor(view: View, out: Float32Array, actor: WordRange): void {
  const { s } = view
  let verb = at(s.head, actor.head)
  for (let steps = 0; verb >= 0 && at(s.upos, verb) !== Upos.VERB && steps < 5; steps++)
    verb = at(s.head, verb)
  if (verb < 0) return
  addWord(view, out, GOVERNOR, verb, 2)
  for (let c = at(s.firstChild, verb); c >= 0; c = at(s.nextSibling, c)) {
    if (!GOVERNED.has(at(s.deprel, c))) continue
    addWord(view, out, GOVERNOR, c, 1)
    for (let inner = at(s.firstChild, c); inner >= 0; inner = at(s.nextSibling, inner))
      if (INNER.has(at(s.deprel, inner))) addWord(view, out, GOVERNOR, inner, 0.5)
  }
}

function addWord({ s, vectors }: View, out: Float32Array, slot: number, w: number, weight: number): void {
  const upos = at(s.upos, w)
  if (upos !== Upos.VERB && upos !== Upos.NOUN && upos !== Upos.ADJ && upos !== Upos.ADV) return
  const lemma = s.lemma[w] ?? ''
  if (EMPTY_VERBS.has(lemma)) return
  const own = vectors.rowOf(lemma)
  const row = own >= 0 ? own : vectors.rowOf(s.lower[w] ?? '')
  if (row < 0) return
  const { dimensions, table } = vectors
  const [base, source] = [slot * dimensions, row * dimensions]
  for (let d = 0; d < dimensions; d++) out[base + d] = at(out, base + d) + weight * at(table, source + d)
}

function normalise(out: Float32Array, slot: number, dimensions: number): void {
  const base = slot * dimensions
  let square = 0
  for (let d = 0; d < dimensions; d++) square += at(out, base + d) ** 2
  if (square === 0) return
  const factor = 1 / Math.sqrt(square)
  for (let d = 0; d < dimensions; d++) out[base + d] = at(out, base + d) * factor
}
