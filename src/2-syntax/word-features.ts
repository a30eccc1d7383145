import { type LinearModel, mix, score } from './linear-model.ts'
import type { Links } from './link-tree.ts'
import type { Column } from './syntax.ts'
import { Deprel } from './tagset.ts'

/** A forest as the model of features sees it: columns by word. */
export interface Forest extends Pick<Links, 'firstChild' | 'nextSibling'> {
  /** Tag labels, and hashes of the lower-case forms. */
  readonly labels: Column
  readonly lower: Column
  readonly head: Column
  readonly deprel: Column
}

/** Room that the longest feature list needs. */
export const CONTEXT_FEATURES = 16

const SUBJECTS = new Set([
  Deprel.nsubj,
  Deprel['nsubj:pass'],
  Deprel['nsubj:outer'],
  Deprel.csubj,
  Deprel['csubj:pass'],
  Deprel.expl,
])
const HELPERS = new Set([Deprel.aux, Deprel['aux:pass'], Deprel.cop])

/** The first child of word `i` under one of the relations; -1 for none. */
function childUnder(forest: Forest, i: number, relations: ReadonlySet<number>): number {
  for (let c = forest.firstChild[i] as number; c >= 0; c = forest.nextSibling[c] as number)
    if (relations.has(forest.deprel[c] as number)) return c
  return -1
}

const MARK = new Set([Deprel.mark])

/** Writes what the tree says of word `i`'s features (person, mood, case …) into `out`; returns how many. */
export function contextFeatures(forest: Forest, i: number, out: Uint32Array): number {
  const { labels, lower, head, deprel } = forest
  const label = labels[i] as number
  const word = lower[i] as number
  const relation = deprel[i] as number
  const over = head[i] as number
  // A helping verb agrees with the subject of the verb it helps.
  const verb = HELPERS.has(relation) && over >= 0 ? over : i
  const subject = childUnder(forest, verb, SUBJECTS)
  const helper = childUnder(forest, i, HELPERS)
  const mark = childUnder(forest, i, MARK)
  const wordOf = (k: number) => (k < 0 ? 1 : (lower[k] as number))
  const labelOf = (k: number) => (k < 0 ? 255 : (labels[k] as number))
  const subjectRelation = subject < 0 ? 255 : (deprel[subject] as number)
  const helperRelation = helper < 0 ? 255 : (deprel[helper] as number)
  const around = (relation * 256 + subjectRelation) * 256 + helperRelation
  const base = mix(401, label)
  let n = 0
  const put = (seed: number, value: number) => {
    out[n++] = mix(base + seed, value)
  }
  put(1, 0)
  put(2, word)
  put(3, relation)
  put(4, mix(word, relation))
  put(5, wordOf(subject))
  put(6, mix(word, wordOf(subject)))
  put(7, mix(labelOf(subject), word))
  put(8, mix(wordOf(helper), helperRelation))
  put(9, mix(wordOf(mark), relation))
  put(10, mix(labelOf(over), relation))
  put(11, around)
  put(12, mix(around, wordOf(mark)))
  put(13, mix(around, labelOf(subject)))
  put(14, mix(word, labelOf(over)))
  return n
}

/** The likeliest of a label's feature strings. `scores` has room for all of them. */
export function bestFeatures(
  model: LinearModel,
  forest: Forest,
  i: number,
  candidates: readonly number[],
  features: Uint32Array,
  scores: Int32Array,
): number {
  score(model, features, contextFeatures(forest, i, features), scores)
  let best = candidates[0] as number
  for (const c of candidates) if ((scores[c] as number) > (scores[best] as number)) best = c
  return best
}
