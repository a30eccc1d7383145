export { type ExplainedProposal, type ExplainedRole, type Explanation, explainEvents } from './explain.ts'
export { findEvents } from './find-events.ts'
export { openRanker, type Ranker } from './ranker.ts'
export { type Relation, relate } from './relate.ts'
