/** Floor 5: the published shape. */
export { type Ground, type GroundBytes, layGround } from './ground.ts'
export { read } from './read.ts'
export {
  commitmentSchema,
  eventSchema,
  positionSchema,
  type Record,
  type RecordActor,
  type RecordCommitment,
  type RecordEvent,
  type RecordFigure,
  type RecordPlace,
  type RecordPosition,
  type RecordSpan,
  type RecordStatement,
  type RecordTime,
  recordJsonSchema,
  recordSchema,
  statementSchema,
} from './schema.ts'
export { CODER_VERSION } from './version.ts'
export { writeRecord } from './write-record.ts'
