import type { CommitmentStrength } from '#lexicon'

/** A promise as it is found: who is bound to what. */
export interface Bond {
  readonly cue: number
  /** Root of the promised act. */
  readonly act: number
  readonly by: readonly number[]
  readonly to: readonly number[]
  readonly strength: CommitmentStrength
  readonly withdrawn: boolean
  readonly confidence: number
  /** Where it stands apart from the act: a deadline. */
  readonly due?: string
}
