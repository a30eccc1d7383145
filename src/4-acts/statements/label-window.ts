import type { StatementModels } from '#lexicon'
import type { GroundWords } from './ground-words.ts'
import { addUp, type FeatureList } from './model.ts'
import type { Window } from './window.ts'
import { type CueTraits, ROLES, stepFeatures, wordFeatures } from './word-features.ts'

const LL = ROLES * ROLES

/** What labelling needs room for; made once a document. */
export interface Sheet {
  readonly best: Float64Array
  readonly from: Uint8Array
  readonly step: Float64Array
}

export const newSheet = (length: number): Sheet => ({
  best: new Float64Array(length * ROLES),
  from: new Uint8Array(length * ROLES),
  step: new Float64Array(LL),
})

/** Finds the likeliest roles of a window's words together (Viterbi). */
export function labelWindow(
  words: GroundWords,
  window: Window,
  traits: CueTraits,
  models: StatementModels,
  features: FeatureList,
  sheet: Sheet,
): Uint8Array {
  const length = window.to - window.from
  const { best, from, step } = sheet
  for (let n = 0; n < length; n++) {
    const row = n * ROLES
    best.fill(0, row, row + ROLES)
    wordFeatures(words, window, traits, window.from + n, features)
    addUp(models.word, features, best, row)
    if (n === 0) continue
    step.fill(0)
    stepFeatures(words, window, window.from + n, features)
    addUp(models.step, features, step, 0)
    advance(best, from, step, row)
  }
  return trace(best, from, length)
}

function advance(best: Float64Array, from: Uint8Array, step: Float64Array, row: number): void {
  const before = row - ROLES
  for (let l = 0; l < ROLES; l++) {
    let top = Number.NEGATIVE_INFINITY
    let of = 0
    for (let p = 0; p < ROLES; p++) {
      const value = (best[before + p] as number) + (step[p * ROLES + l] as number)
      if (value > top) {
        top = value
        of = p
      }
    }
    best[row + l] = (best[row + l] as number) + top
    from[row + l] = of
  }
}

function trace(best: Float64Array, from: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length)
  const end = (length - 1) * ROLES
  let label = 0
  for (let l = 1; l < ROLES; l++) if ((best[end + l] as number) > (best[end + label] as number)) label = l
  for (let n = length - 1; n >= 0; n--) {
    out[n] = label
    label = from[n * ROLES + label] as number
  }
  return out
}
