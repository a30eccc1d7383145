/** The record's types, taken from the one schema; nothing of the coder itself is bundled. */
export type {
  Record as DocumentRecord,
  RecordActor,
  RecordCommitment,
  RecordEvent,
  RecordFigure,
  RecordPlace,
  RecordPosition,
  RecordSpan,
  RecordStatement,
  RecordTime,
} from '../../../src/5-record/schema.ts'
