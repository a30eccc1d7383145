/** Cues of speech, stance, commitment and measure words as rows. Owner: statements room. */
export interface Cues {
  readonly hash: string
}
export function openCues(): Cues {
  return { hash: '' }
}
