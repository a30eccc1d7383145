import type { Note, Span } from '#document'
import type { Sector } from '#lexicon'
import type { Syntax } from '#syntax'

/** Words [first, last] of the syntax (both inclusive) and the head among them, so that acts can walk the tree from a mention. */
export interface WordRange {
  readonly first: number
  readonly last: number
  readonly head: number
}

/**
 * Somebody who can act or speak. Its place in `Mentions.actors` is its number; other mentions and acts name it by that
 * number, the record by an id made from its span.
 */
export interface ActorMention extends WordRange {
  readonly span: Span
  readonly kind: 'name' | 'title' | 'pronoun' | 'nominal'
  /** Stable id in the lexicon ("person/john-kerry", "country/USA/GOV", "igo/ASEAN") or, for an unknown one, document-local ("local/3"). */
  readonly entity: string
  /** Canonical name; for a pronoun or nominal that refers back, the name of whom it refers to. */
  readonly name: string | null
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null
  /** PLOVER sector codes, the primary first; empty when unknown. */
  readonly sectors: readonly Sector[]
  /** Office held as of the document's date ("Secretary of State"), from the lexicon or, for an unknown person, from the text. */
  readonly role: string | null
  /** Numbers of the members of a compound ("the US and France" has two, each a mention of its own). */
  readonly members: readonly number[]
  /** Number of an earlier mention of the same actor. */
  readonly coreferentWith: number | null
}

export type PlaceFeature = 'country' | 'capital' | 'city' | 'region' | 'sea' | 'island' | 'facility'

export interface PlaceMention extends WordRange {
  readonly span: Span
  readonly name: string
  readonly country: string | null
  readonly admin1: string | null
  /** WGS 84 degrees. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly geonames: number | null
  readonly feature: PlaceFeature
}

export interface TimeMention extends WordRange {
  readonly span: Span
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** TIMEX3 value, e.g. "2013-07-02", "P2Y", "2013-W27", "PAST_REF", "PXM". */
  readonly value: string
  /** EDTF (ISO 8601-2:2019), null where it has no such form (durations without an anchor, "now and then"). */
  readonly edtf: string | null
  /** TIMEX3 mod: BEFORE, AFTER, APPROX, MORE_THAN, LESS_THAN, START, MID, END, … */
  readonly mod: string | null
  /** Whether the value stands in the text, follows from an anchor, or could not be found. */
  readonly basis: 'stated' | 'implied' | 'unknown'
}

/** What the third floor hands up. Lists are in text order. */
export interface Mentions {
  readonly syntax: Syntax
  readonly actors: readonly ActorMention[]
  readonly places: readonly PlaceMention[]
  readonly times: readonly TimeMention[]
  /** Number of the (outermost, compound before member) actor mention whose head is word i, else -1. */
  readonly actorAtHead: Int32Array
  readonly notes: readonly Note[]
}
