import type { Cues } from '#lexicon'
import type { Syntax } from '#syntax'
import {
  addChildren,
  addEdges,
  type Candidate,
  eachWord,
  findCandidates,
} from '../../src/4-acts/statements/candidates.ts'
import { cueFeatures, mayCue } from '../../src/4-acts/statements/cue-features.ts'
import { MAX_QUEUE } from '../../src/4-acts/statements/decode.ts'
import { type GroundWords, layWords } from '../../src/4-acts/statements/ground-words.ts'
import { FeatureList } from '../../src/4-acts/statements/model.ts'
import { ROLE, roleFeatures } from '../../src/4-acts/statements/role-features.ts'
import type { GoldAttribution, GoldDocument, GoldSpan } from './gold.ts'
import type { Example } from './learn.ts'

/** Adds what a document teaches: for each word whether it is a cue, for each subtree around a cue what it is. */
export function examplesOf(
  document: GoldDocument,
  syntax: Syntax,
  cues: Cues,
  cueExamples: Example[],
  roleExamples: Example[],
): void {
  const words = layWords(syntax, cues)
  const features = new FeatureList()
  const carry = carryOffsets(document.text, syntax.document.text)
  const heads = new Map<number, Labels>()
  for (const attribution of document.attributions) {
    const labels = labelWords(syntax, attribution, carry)
    const head = cueHead(syntax, words, labels.cue)
    if (head >= 0) heads.set(head, labels)
  }
  for (let i = 0; i < syntax.length; i++) {
    if (!mayCue(words, i)) continue
    cueFeatures(words, i, features)
    cueExamples.push(example(features, heads.has(i) ? 1 : 0))
  }
  for (const [cue, labels] of heads) roleExamplesOf(words, cue, labels, features, roleExamples)
}

interface Labels {
  readonly source: ReadonlySet<number>
  readonly cue: ReadonlySet<number>
  readonly content: ReadonlySet<number>
}

function roleExamplesOf(
  words: GroundWords,
  cue: number,
  labels: Labels,
  features: FeatureList,
  out: Example[],
): void {
  const queue: Candidate[] = [...findCandidates(words.syntax, cue)]
  for (let q = 0; q < queue.length && q < MAX_QUEUE; q++) {
    const candidate = queue[q] as Candidate
    const label = roleOf(words.syntax, candidate, labels)
    roleFeatures(words, cue, candidate, features)
    out.push(example(features, label))
    if (label === ROLE.content) addEdges(words.syntax, candidate, queue)
    if (candidate.edge === 0 && label === ROLE.cue && candidate.minus < 0)
      addChildren(words.syntax, candidate.word, candidate.path + 77, candidate.word, queue)
  }
}

/** The role that most of a subtree's words have. */
function roleOf(syntax: Syntax, candidate: Candidate, labels: Labels): number {
  let all = 0
  let source = 0
  let content = 0
  eachWord(syntax, candidate, (word) => {
    all++
    if (labels.source.has(word)) source++
    if (labels.content.has(word)) content++
  })
  if (content * 2 >= all && content >= source) return ROLE.content
  if (source * 2 >= all || (source > 0 && labels.source.has(candidate.word) && candidate.minus < 0))
    return ROLE.source
  if (labels.cue.has(candidate.word) && candidate.minus < 0) return ROLE.cue
  return ROLE.none
}

/** The word of the cue that stands highest in the tree and may be a cue. */
function cueHead(syntax: Syntax, words: GroundWords, cue: ReadonlySet<number>): number {
  let best = -1
  let bestDepth = 1e9
  for (const word of cue) {
    if (!mayCue(words, word)) continue
    let depth = 0
    for (let up = syntax.head[word] as number; up >= 0 && depth < 60; up = syntax.head[up] as number) depth++
    if (depth < bestDepth) {
      best = word
      bestDepth = depth
    }
  }
  return best
}

const example = ({ buckets, length }: FeatureList, gold: number): Example => ({
  buckets: buckets.slice(0, length),
  gold,
  weight: 1,
})

function labelWords(
  syntax: Syntax,
  { source, cue, content }: GoldAttribution,
  carry: (at: number) => number,
): Labels {
  const cover = (spans: readonly GoldSpan[]) => {
    const out = new Set<number>()
    for (const { start, end } of spans) {
      const from = carry(start)
      const to = carry(end)
      for (let i = wordAfter(syntax, from); i < syntax.length && (syntax.start[i] as number) < to; i++)
        out.add(i)
    }
    return out
  }
  return { source: cover(source), cue: cover(cue), content: cover(content) }
}

/** First word that ends behind a character. */
function wordAfter({ end, length }: Syntax, at: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((end[middle] as number) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Carries a character offset from the raw to the normalised text: the n-th character that is no white space. */
function carryOffsets(raw: string, text: string): (at: number) => number {
  const inked = (s: string) => {
    const out: number[] = []
    for (let i = 0; i < s.length; i++) if ((s[i] as string).trim() !== '') out.push(i)
    return out
  }
  const from = inked(raw)
  const to = inked(text)
  const number = new Map(from.map((at, n) => [at, n]))
  return (at) => {
    const exact = number.get(at)
    if (exact !== undefined) return to[exact] ?? text.length
    const before = number.get(at - 1)
    return before === undefined ? at : (to[before] ?? text.length - 1) + 1
  }
}
