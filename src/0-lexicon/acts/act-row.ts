import type { EventType } from '../plover.ts'

/**
 * A pattern of an act: the words and relations it needs and what it yields.
 *
 * `frame` says who acts and on whom: "S > O" (subject acts on object), "S & with" (all are parties). Slots: `S` who does
 * it (subject, passive agent, subject of a support verb), `O` object (or passive subject), `I` indirect object, `C` the
 * subject or object inside the complement clause, `P` possessor or adjective of the trigger noun ("Russia's", "Russian"),
 * any preposition ("with", "against"). Alternatives are tried in order: "S > O|on|C".
 *
 * In `reads`, [brackets] mark the actors and {braces} the recipients that must come out.
 */
export interface ActRow {
  readonly id: string
  readonly type: EventType
  readonly mode?: string
  /** Finer CAMEO code than the type's root. */
  readonly cameo?: string
  /** Trigger verbs, apart by spaces; `call_off` is a verb with its particle. */
  readonly verbs?: string
  readonly nouns?: string
  readonly adjectives?: string
  readonly frame: string
  /** Lemmas (or `@class`) one of which must head the object; the object then belongs to the trigger. */
  readonly objects?: string
  /** Lemmas that must not head the object. */
  readonly without?: string
  /** Lemmas one of which must be a modifier of the object or trigger noun ("joint" exercise). */
  readonly modifiers?: string
  /** Lemmas one of which must head a complement clause; `*` any clause, `to` any infinitive. */
  readonly complement?: string
  /** Prepositions one of which must govern a dependent; `for:talk|visit` also asks for the dependent's lemma. */
  readonly preps?: string
  /** Sectors one of which an actor must have. */
  readonly actorIs?: string
  /** Sectors one of which a recipient must have. */
  readonly recipientIs?: string
  /** Lemmas that must not head a party ("spoke to reporters"). */
  readonly notWith?: string
  /** What must be found for the act to count. */
  readonly need?: 'actor' | 'recipient' | 'both'
  /** Speaks of an act to come: with a hostile complement a promise is a threat; the complement's act is not told apart. */
  readonly operator?: 'promise' | 'demand' | 'refusal' | 'threat'
  /** How often the pattern is right, as a guess before the ranker: 0 … 1. @default 0.75 */
  readonly weight?: number
  readonly reads?: readonly string[]
  readonly ignores?: readonly string[]
}
