import type { Lexicon } from '#lexicon'
import type { Mentions } from '#mentions'
import type { Acts } from './act.ts'
import { findCommitments } from './commitments/index.ts'
import { findEvents, type Ranker } from './events/index.ts'
import { findFigures } from './figures/index.ts'
import { findPositions } from './positions/index.ts'
import { findStatements } from './statements/index.ts'

/** Finds all acts of a document. Statements first: events ask who says so; figures last: they tell of events. */
export function findActs(mentions: Mentions, lexicon: Lexicon, ranker: Ranker): Acts {
  const statements = findStatements(mentions, lexicon.cues)
  const { events, added } = findEvents(mentions, lexicon.acts, ranker, statements)
  const all = added.length ? { ...mentions, actors: [...mentions.actors, ...added] } : mentions
  return Object.freeze({
    events,
    statements,
    positions: findPositions(all, lexicon.cues, statements, events),
    commitments: findCommitments(all, lexicon.cues, statements, events),
    figures: findFigures(all, lexicon.cues, events),
    added,
    notes: [],
  })
}
