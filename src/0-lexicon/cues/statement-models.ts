import { CUE_WEIGHTS, ROLE_WEIGHTS } from './statement-weights.ts'

/** A linear model over hashed features: what a label's weight is for each bucket. */
export interface LinearModel {
  /** Buckets a label; a power of two. */
  readonly size: number
  readonly labels: number
  /** Weight of label l for bucket b at [l * size + b]. */
  readonly weights: Float32Array
}

/** Which words are cues, and which subtrees around a cue are its source, its content or part of it. */
export interface StatementModels {
  readonly cue: LinearModel
  readonly role: LinearModel
}

/** How a model is written in text: a printable character a weight, `ZERO` for 0. */
export interface PackedModel {
  readonly size: number
  readonly labels: number
  readonly step: number
  readonly text: string
}

const ZERO = 79

/** Opens the trained tables. */
export function openStatementModels(): StatementModels {
  return Object.freeze({ cue: unpack(CUE_WEIGHTS), role: unpack(ROLE_WEIGHTS) })
}

/** Characters 35 to 123 without the backslash stand for −44 … +44 steps; runs of zeros are "~" and a count in base 36 and "~". */
function unpack({ size, labels, step, text }: PackedModel): LinearModel {
  const weights = new Float32Array(size * labels)
  let at = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '~') {
      const end = text.indexOf('~', i + 1)
      at += Number.parseInt(text.slice(i + 1, end), 36)
      i = end
    } else {
      const code = text.charCodeAt(i)
      weights[at++] = ((code === 33 ? 92 : code) - ZERO) * step
    }
  }
  return { size, labels, weights }
}
