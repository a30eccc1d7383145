/** Floor 2: a document's sentences, words, tags, lemmas and dependency trees. */

export { syntaxFromTable } from './fixture.ts'
export { openParser } from './open-parser.ts'
export type { Parser } from './parser.ts'
export { type ConlluInput, readConllu } from './read-conllu.ts'
export type { Column, Syntax } from './syntax.ts'
export {
  DEPREL,
  Deprel,
  type DeprelName,
  FEATS,
  type FeatName,
  Feats,
  UPOS,
  Upos,
  type UposName,
} from './tagset.ts'
export { writeConllu } from './write-conllu.ts'
