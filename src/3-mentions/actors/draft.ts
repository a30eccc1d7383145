import type { ActorEntry, ActorLexicon, Sector } from '#lexicon'
import type { Syntax } from '#syntax'
import type { ActorMention } from '../mention.ts'
import type { NameMatches } from './match-names.ts'

/** All that the rooms of this folder share while one document is read. */
export interface Desk {
  readonly syntax: Syntax
  readonly lexicon: ActorLexicon
  readonly matches: NameMatches
  /** Day of publication, null when unknown. */
  readonly date: string | null
  /** Words that already belong to a drafted mention. */
  readonly used: Uint8Array
  /** Log odds that a word stands in the name of a place; 0 where none stands. */
  readonly toponymic: Float32Array
  /** Names of places and the countries that they most likely lie in. */
  readonly places: readonly { readonly first: number; readonly country: string | null }[]
}

/** A mention before coreference. */
export interface Draft {
  readonly first: number
  readonly last: number
  readonly head: number
  readonly kind: ActorMention['kind']
  entity: string | null
  name: string | null
  country: string | null
  sectors: readonly Sector[]
  role: string | null
  /** Class of the office that the words name ("foreign"), for counterparts and titles. */
  readonly office: string | null
  gender: 'm' | 'f' | null
  readonly plural: boolean
  /** Of "who": the word that its clause belongs to; else -1. */
  readonly relative: number
  /** A single human being, as far as the words tell. */
  readonly person: boolean
  /** Whether, without a country, it is of the state last told of: "the rebels", not "26 countries". */
  readonly inner: boolean
  /** Whether it is of several countries or of none: "26 nations". */
  readonly abroad: boolean
  /** The lexicon's entry, when it has one. */
  readonly entry: ActorEntry | null
  /** The words of a known body as they stand; empty for all others. */
  readonly said: string
  /** Lower-case last name of a person. */
  readonly surname: string | null
  members: number[]
  coreferentWith: number | null
}

export const draft = (part: Pick<Draft, 'first' | 'last' | 'head' | 'kind'> & Partial<Draft>): Draft => ({
  entity: null,
  name: null,
  country: null,
  sectors: [],
  role: null,
  office: null,
  gender: null,
  plural: false,
  person: false,
  relative: -1,
  inner: false,
  abroad: false,
  entry: null,
  said: '',
  surname: null,
  members: [],
  coreferentWith: null,
  ...part,
})

/** The words of a draft as they stand. */
export function wordsOf({ document, start, end }: Syntax, first: number, last: number): string {
  return document.text.slice(start[first], end[last]).replace(/\s+/g, ' ')
}

export function isCapital(syntax: Syntax, i: number): boolean {
  const c = syntax.document.text[syntax.start[i] as number] ?? ''
  return c !== c.toLowerCase()
}
