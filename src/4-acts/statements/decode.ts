import type { StatementModels } from '#lexicon'
import { Deprel, Upos } from '#syntax'
import { cueFeatures, mayCue } from './cue-features.ts'
import { childBy, type GroundWords, SUBJECTS } from './ground-words.ts'
import { labelWindow, newSheet } from './label-window.ts'
import { FeatureList, logOdds } from './model.ts'
import { layWindow, newWindow, WINDOW } from './window.ts'
import { ROLE, traitsOf } from './word-features.ts'

/** A cue with the roles of the words around it. */
export interface Frame {
  readonly cue: number
  /** Log-odds that it is one. */
  readonly score: number
  /** First word of the window, and the role of each of its words. */
  readonly from: number
  readonly roles: Uint8Array
}

/** How much less is asked of a plain "X said that …": the model holds speech inside speech for part of the outer. */
const RELAY = 4

/** Finds the words of a document that may be cues and labels what stands around each. In text order. */
export function decodeFrames(
  words: GroundWords,
  models: StatementModels,
  threshold: number,
): readonly Frame[] {
  const features = new FeatureList()
  const window = newWindow()
  const sheet = newSheet(WINDOW)
  const out: Frame[] = []
  for (let i = 0; i < words.syntax.length; i++) {
    if (!mayCue(words, i)) continue
    cueFeatures(words, i, features)
    const odds = logOdds(models.cue, features)
    if (odds <= threshold && (odds <= threshold - RELAY || !mayRelay(words, i))) continue
    layWindow(words, i, window)
    const traits = traitsOf(words, window)
    const roles = labelWindow(words, window, traits, models, features, sheet)
    roles[i - window.from] = ROLE.cue
    out.push({ cue: i, score: odds, from: window.from, roles })
  }
  return out
}

/** A verb of speech with a named subject and a clause of its own. */
function mayRelay({ syntax, kinds }: GroundWords, i: number): boolean {
  if ((kinds[i] as number) === 0 || syntax.upos[i] !== Upos.VERB) return false
  const subject = childBy(syntax, i, SUBJECTS)
  if (subject < 0 || childBy(syntax, i, [Deprel.ccomp]) < 0) return false
  return syntax.upos[subject] === Upos.PROPN || syntax.upos[subject] === Upos.NOUN
}
