import { type ActorLexicon, openActors } from './actors/index.ts'
import { type ActPatterns, openActPatterns } from './acts/index.ts'
import { type Cues, openCues } from './cues/index.ts'
import { type Gazetteer, openPlaces } from './places/index.ts'

/** What is known before reading. Immutable; one serves any number of documents. */
export interface Lexicon {
  readonly actors: ActorLexicon
  readonly places: Gazetteer
  readonly acts: ActPatterns
  readonly cues: Cues
}

export interface LexiconBytes {
  /** `models/actors.bin` */
  readonly actors: Uint8Array
  /** `models/places.bin` */
  readonly places: Uint8Array
  /** `models/statements.bin` */
  readonly statements: Uint8Array
}

/** Opens the compiled lexicon; act patterns and the words of cues are rows in the code itself. */
export function openLexicon(bytes: LexiconBytes): Lexicon {
  return Object.freeze({
    actors: openActors(bytes.actors),
    places: openPlaces(bytes.places),
    acts: openActPatterns(),
    cues: openCues(bytes.statements),
  })
}
