import type { Span } from '#document'
import type { ActPatterns } from '#lexicon'
import type { Mentions } from '#mentions'
import { withPlaces } from './place-actors.ts'
import { proposeAll } from './propose.ts'
import { proposeOpen } from './propose-open.ts'
import { indexActors } from './roles.ts'
import { standingOf } from './standing.ts'
import { at } from './tree.ts'

export interface OpenPair {
  readonly sentence: Span
  readonly actor: Span
  readonly recipient: Span
}

/**
 * Pairs that rows or open verbs join though neither side is anybody that PLOVER codes, for training: `below` is the
 * standing that no side reaches.
 */
export function openPairs(given: Mentions, patterns: ActPatterns, below: number): readonly OpenPair[] {
  const { mentions, placeAt } = withPlaces(given)
  const ground = { mentions, patterns, index: indexActors(mentions, placeAt) }
  const { syntax: s } = mentions
  const read = proposeAll(ground)
  return [...read, ...proposeOpen(ground, read)].flatMap(({ word, actors, recipients }) => {
    const sentence = at(s.sentence, word)
    const actor = mentions.actors[actors[0] ?? -1]
    const recipient = mentions.actors[recipients[0] ?? actors[1] ?? -1]
    if (!actor || !recipient || actor === recipient) return []
    if ([...actors, ...recipients].some((number) => standingOf(mentions, number) >= below)) return []
    const start = at(s.start, at(s.sentenceStart, sentence))
    const end = at(s.end, at(s.sentenceStart, sentence + 1) - 1)
    const inside = [actor, recipient].every(({ span }) => span.start >= start && span.end <= end)
    return inside ? [{ sentence: { start, end }, actor: actor.span, recipient: recipient.span }] : []
  })
}
