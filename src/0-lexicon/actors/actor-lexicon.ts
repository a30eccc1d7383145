import type { Sector } from '../plover.ts'
import type { ActorKind } from './actor-row.ts'

/** A person in one office. */
export interface Office {
  /** As news says it: "Secretary of State". */
  readonly role: string
  /** Class of the office, the id of a role row: "foreign", "head-of-state". */
  readonly kind: string
  readonly country: string | null
  readonly sectors: readonly Sector[]
  readonly start: string | null
  readonly end: string | null
}

/** What the lexicon knows of one id. */
export interface ActorEntry {
  readonly kind: ActorKind
  readonly id: string
  readonly name: string
  readonly country: string | null
  readonly sectors: readonly Sector[]
  readonly gender: 'm' | 'f' | null
  /** Of a person; empty for all others. */
  readonly offices: readonly Office[]
}

/** How a name was written: in full, shortened, or as a surname alone. */
export const FORM = Object.freeze({ name: 0, variant: 1, surname: 2 })
/** What a match asks of capitals: nothing, a capital letter, capitals all through. */
export const CASE = Object.freeze({ any: 0, capital: 1, capitals: 2 })

/** One compiled file of rows: a trie over interned words, its names' payloads and a line of text for each entry. */
export interface ActorTable {
  readonly words: ReadonlyMap<string, number>
  readonly edgeStart: Int32Array
  readonly edgeWord: Int32Array
  readonly edgeNode: Int32Array
  /** Node under the root for each word, 0 for none. */
  readonly rootNode: Int32Array
  readonly payloadStart: Int32Array
  /** entry * 16 + case * 4 + form. */
  readonly payload: Int32Array
  readonly lines: readonly string[]
  /** "kind|country" of an office → numbers of entries that held it. */
  readonly holders: ReadonlyMap<string, string>
  readonly numberOf: ReadonlyMap<string, number>
}

/** Actors with offices and validity dates: tables, a user's own before the shipped one. */
export interface ActorLexicon {
  readonly hash: string
  readonly tables: readonly ActorTable[]
}

/** First bytes of `models/actors.bin`. */
export const ACTORS_MAGIC = 'RAPACTR2'
