import type { Lexicon } from '#lexicon'
import type { Mentions } from '#mentions'
import { type Explanation, explainEvents, type Ranker } from './events/index.ts'
import { findStatements } from './statements/index.ts'

/** Says of each sentence what events were proposed, by which rule over which words, and what became of each. */
export function explainActs(mentions: Mentions, lexicon: Lexicon, ranker: Ranker): readonly Explanation[] {
  return explainEvents(mentions, lexicon.acts, ranker, findStatements(mentions, lexicon.cues))
}
