import type { LinearModel, StatementModels } from '#lexicon'
import { Deprel, Upos } from '#syntax'
import { addChildren, addEdges, type Candidate, eachWord, findCandidates } from './candidates.ts'
import { cueFeatures, isAccording, mayCue } from './cue-features.ts'
import { childBy, type GroundWords, SUBJECTS } from './ground-words.ts'
import { FeatureList, score } from './model.ts'
import { ROLE, ROLES, roleFeatures } from './role-features.ts'

/** How much less is asked of a plain "X said that …": the model holds speech inside speech for part of the outer. */
const RELAY = 4

/** A verb of speech with a named subject and a clause of its own. */
function mayRelay({ syntax, kinds }: GroundWords, i: number): boolean {
  if ((kinds[i] as number) === 0 || syntax.upos[i] !== Upos.VERB) return false
  const subject = childBy(syntax, i, SUBJECTS)
  if (subject < 0 || childBy(syntax, i, [Deprel.ccomp]) < 0) return false
  return syntax.upos[subject] === Upos.PROPN || syntax.upos[subject] === Upos.NOUN
}

/** Subtrees looked at around one cue. */
export const MAX_QUEUE = 240

/** A cue with what the models made of the subtrees around it, as word sets in rising order. */
export interface Frame {
  readonly cue: number
  /** Log-odds that it is one. */
  readonly score: number
  readonly cueWords: readonly number[]
  readonly source: readonly Candidate[]
  readonly content: readonly Candidate[]
  /** Parts of the content that are not said. */
  readonly cut: readonly Candidate[]
}

/** Finds the cues of a document and labels what stands around each. */
export function decodeFrames(
  words: GroundWords,
  models: StatementModels,
  threshold: number,
): readonly Frame[] {
  const features = new FeatureList()
  const out: Frame[] = []
  for (let i = 0; i < words.syntax.length; i++) {
    if (!mayCue(words, i)) continue
    cueFeatures(words, i, features)
    const odds = score(models.cue, features, 0)
    if (odds > threshold || (odds > threshold - RELAY && mayRelay(words, i)))
      out.push(labelRoles(words, i, odds, models.role, features))
  }
  return out
}

function labelRoles(
  words: GroundWords,
  cue: number,
  odds: number,
  model: LinearModel,
  features: FeatureList,
): Frame {
  const { syntax } = words
  const source: Candidate[] = []
  const content: Candidate[] = []
  const cut: Candidate[] = []
  const cueWords = [cue]
  if (isAccording(syntax, cue) && syntax.lower[cue + 1] === 'to') cueWords.push(cue + 1)
  const queue = [...findCandidates(syntax, cue)]
  for (let q = 0; q < queue.length && q < MAX_QUEUE; q++) {
    const candidate = queue[q] as Candidate
    roleFeatures(words, cue, candidate, features)
    const label = bestLabel(model, features)
    if (label === ROLE.content) addEdges(syntax, candidate, queue)
    if (candidate.edge > 0) {
      if (label !== ROLE.content) cut.push(candidate)
      if (label === ROLE.source) source.push(candidate)
    } else if (label === ROLE.source) source.push(candidate)
    else if (label === ROLE.content) content.push(candidate)
    else if (label === ROLE.cue && candidate.minus < 0) {
      cueWords.push(candidate.word)
      if (syntax.upos[candidate.word] !== Upos.PUNCT)
        addChildren(syntax, candidate.word, candidate.path + 77, candidate.word, queue)
    }
  }
  const own = source.filter(
    ({ word, minus }) =>
      minus < 0 && syntax.head[word] === cue && SUBJECTS.includes(syntax.deprel[word] as number),
  )
  return {
    cue,
    score: odds,
    cueWords: cueWords.sort((a, b) => a - b),
    source: own.length > 0 ? own : source,
    content: ownContent(words, cue, content),
    cut,
  }
}

/** "… after X said that …": what X said is the clause behind, not the one that it is an adjunct of. */
function ownContent(
  { syntax }: GroundWords,
  cue: number,
  content: readonly Candidate[],
): readonly Candidate[] {
  const clause = content.some(
    ({ word, minus }) => minus < 0 && syntax.head[word] === cue && syntax.deprel[word] === Deprel.ccomp,
  )
  return clause && syntax.deprel[cue] === Deprel.advcl ? content.filter(({ minus }) => minus < 0) : content
}

export function bestLabel(model: LinearModel, features: FeatureList): number {
  let best = 0
  let bestScore = Number.NEGATIVE_INFINITY
  for (let label = 0; label < ROLES; label++) {
    const value = score(model, features, label)
    if (value > bestScore) {
      bestScore = value
      best = label
    }
  }
  return best
}

/** Marks in a fresh set the words of candidates. */
export function yieldOf(words: GroundWords, candidates: readonly Candidate[]): Set<number> {
  const out = new Set<number>()
  for (const candidate of candidates) eachWord(words.syntax, candidate, (word) => out.add(word))
  return out
}
