/** Actors with offices and validity dates. */
export {
  type ActorEntry,
  type ActorLexicon,
  type ActorTable,
  CASE,
  FORM,
  type Office,
} from './actor-lexicon.ts'
export {
  ACTOR_COLUMNS,
  type ActorColumn,
  type ActorKind,
  type ActorRow,
  readActorRow,
  readActorRows,
  splitLine,
} from './actor-row.ts'
export { actorWords } from './actor-words.ts'
export { compileActors } from './compile-actors.ts'
export { surnamesOf } from './name-forms.ts'
export { heaviest, heldOn, holderOf, nextNode, officeOf, officeOn, officesOf, weighs } from './office-of.ts'
export { entryAt, openActors, withActorRows } from './open-actors.ts'
