/** Floor 0: what is known before reading. */
export * from './actors/index.ts'
export * from './acts/index.ts'
export * from './cues/index.ts'
export * from './lexicon.ts'
export * from './places/index.ts'
export * from './plover.ts'
export * from './user-lexicon.ts'
