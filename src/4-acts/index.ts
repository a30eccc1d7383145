/** Floor 4: what was done, said, held, promised and counted. */
export type {
  Acts,
  Commitment,
  CountRange,
  Event,
  EventDate,
  EventStatus,
  Figure,
  Position,
  Stance,
  Statement,
} from './act.ts'
export type { ExplainedProposal, ExplainedRole, Explanation } from './events/index.ts'
export { openRanker, type Ranker, type Relation, relate } from './events/index.ts'
export { explainActs } from './explain-acts.ts'
export { findActs } from './find-acts.ts'
