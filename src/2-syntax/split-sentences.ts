import { BOUNDARY_FEATURES, type BoundaryInput, boundaryFeatures, mayEnd } from './boundary-features.ts'
import { type LinearModel, score } from './linear-model.ts'

/** Longest sentence that is parsed as one; longer ones are cut at this many words, with a note. */
export const LONGEST_SENTENCE = 400

/**
 * What speaks for an end beforehand, in the scores' hundredths: trained alone the splitter misses four ends for each
 * that it makes up (development parts).
 */
const LEAN = 200

/** Tells where sentences begin among the words of a stretch of text; the trained splitter decides at each candidate. */
export function sentenceStarts(model: LinearModel, input: BoundaryInput): number[] {
  const { from, to } = input
  if (to <= from) return []
  const features = new Uint32Array(BOUNDARY_FEATURES)
  const scores = new Int32Array(2)
  const starts = [from]
  let first = from
  for (let i = from; i + 1 < to; i++) {
    let ends = i + 1 - first >= LONGEST_SENTENCE
    if (!ends && mayEnd(input, i)) {
      score(model, features, boundaryFeatures(input, i, first, features), scores)
      ends = (scores[1] as number) + LEAN > (scores[0] as number)
    }
    if (!ends) continue
    first = i + 1
    starts.push(first)
  }
  return starts
}
