import type { Span } from '#document'
import type { ActPatterns } from '#lexicon'
import type { Mentions } from '#mentions'
import { withPlaces } from './place-actors.ts'
import { proposeAll } from './propose.ts'
import { proposeOpen } from './propose-open.ts'
import { indexActors } from './roles.ts'
import { at } from './tree.ts'

export interface OpenPair {
  readonly sentence: Span
  readonly actor: Span
  readonly recipient: Span
}

/** Pairs that a verb without a row joins, in sentences in which no row reads anything: for training. */
export function openPairs(given: Mentions, patterns: ActPatterns): readonly OpenPair[] {
  const { mentions, placeAt } = withPlaces(given)
  const ground = { mentions, patterns, index: indexActors(mentions, placeAt) }
  const { syntax: s } = mentions
  const read = proposeAll(ground)
  const busy = new Set(read.map(({ word }) => at(s.sentence, word)))
  return proposeOpen(ground, read).flatMap(({ word, actors, recipients }) => {
    const sentence = at(s.sentence, word)
    const actor = mentions.actors[actors[0] ?? -1]
    const recipient = mentions.actors[recipients[0] ?? -1]
    if (busy.has(sentence) || !actor || !recipient) return []
    const start = at(s.start, at(s.sentenceStart, sentence))
    const end = at(s.end, at(s.sentenceStart, sentence + 1) - 1)
    const inside = [actor, recipient].every(({ span }) => span.start >= start && span.end <= end)
    return inside ? [{ sentence: { start, end }, actor: actor.span, recipient: recipient.span }] : []
  })
}
