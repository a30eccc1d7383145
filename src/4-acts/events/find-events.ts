import type { ActPatterns } from '#lexicon'
import { CAMEO_ROOT } from '#lexicon'
import type { ActorMention, Mentions } from '#mentions'
import type { Event, Statement } from '../act.ts'
import { calibrated } from './calibrate.ts'
import { contextsByParagraph } from './contexts.ts'
import { type Decided, decide } from './decide.ts'
import { evidenceOf } from './evidence.ts'
import { mendLemmas } from './mend.ts'
import { mergeRetold } from './merge.ts'
import { mustDo } from './must-do.ts'
import { withPlaces } from './place-actors.ts'
import type { Proposal } from './proposal.ts'
import { proposeAll } from './propose.ts'
import { proposeOpen } from './propose-open.ts'
import { type Ranked, rank } from './rank.ts'
import type { Ranker } from './ranker.ts'
import { indexActors } from './roles.ts'
import { speakerIndex } from './said-by.ts'
import { at } from './tree.ts'
import { dateOf, isHistory, placeOf, sortBySentence } from './when-where.ts'

/** Events, and the places that stand in them as actors; their numbers follow on those of the mentions. */
export interface FoundEvents {
  readonly events: readonly Event[]
  readonly added: readonly ActorMention[]
}

/** All that was weighed on the way to the events of a document. */
export interface EventReading {
  readonly mentions: Mentions
  readonly decided: readonly Decided[]
  readonly said: Int32Array
}

/** Finds what was done: patterns propose, the ranker decides. */
export function findEvents(
  given: Mentions,
  patterns: ActPatterns,
  ranker: Ranker,
  statements: readonly Statement[],
): FoundEvents {
  if (given.actors.length === 0) return { events: [], added: [] }
  const { mentions, decided, said } = readEvents(given, patterns, ranker, statements)
  const kept = decided.flatMap(({ fate, ranked }) => (fate === 'kept' ? [ranked] : []))
  const events = mergeRetold(mentions, writeEvents(mentions, patterns, kept, said))
  return keepNamed(mentions, given.actors.length, events)
}

/** Everything proposed, with what became of it. */
export function readEvents(
  given: Mentions,
  patterns: ActPatterns,
  ranker: Ranker,
  statements: readonly Statement[],
): EventReading {
  const placed = withPlaces(given)
  const mentions = { ...placed.mentions, syntax: mendLemmas(given.syntax, patterns) }
  const ground = { mentions, patterns, index: indexActors(mentions, placed.placeAt) }
  const said = speakerIndex(mentions.syntax, statements)
  const read = [...proposeAll(ground), ...mustDo(ground, statements, said)]
  const ranked = rank(ground, ranker, read, proposeOpen(ground, read))
  return { mentions, decided: decide(mentions.syntax, ranked), said }
}

/** Leaves out the places that no event names and closes the ranks of the others. */
function keepNamed({ actors }: Mentions, given: number, events: readonly Event[]): FoundEvents {
  const named = [...new Set(events.flatMap(({ recipients, actors: who }) => [...who, ...recipients]))]
    .filter((number) => number >= given)
    .sort((a, b) => a - b)
  if (named.length === 0) return { events, added: [] }
  const place = new Map(named.map((number, i) => [number, given + i] as const))
  const renumber = (numbers: readonly number[]) => numbers.map((number) => place.get(number) ?? number)
  return {
    events: events.map((event) =>
      Object.freeze({ ...event, actors: renumber(event.actors), recipients: renumber(event.recipients) }),
    ),
    added: named.flatMap((number) => actors[number] ?? []),
  }
}

function writeEvents(m: Mentions, patterns: ActPatterns, kept: readonly Ranked[], said: Int32Array): Event[] {
  const rows = sortBySentence(m)
  const contexts = contextsByParagraph(m.syntax, patterns)
  return kept.map(({ proposal, confidence, type, rule }) => {
    const date = dateOf(m, rows, proposal.word, proposal.support, proposal.status)
    const history = proposal.status === 'asserted' && isHistory(date, rows)
    const teller = said[proposal.word] ?? -1
    return Object.freeze({
      type,
      mode: type === proposal.type ? proposal.mode : null,
      contexts: contexts[at(m.syntax.sentenceParagraph, at(m.syntax.sentence, proposal.word))] ?? [],
      cameo: type === proposal.type && proposal.cameo !== null ? proposal.cameo : CAMEO_ROOT[type],
      status: history ? ('historical' as const) : proposal.status,
      actors: proposal.actors,
      recipients: proposal.recipients,
      date,
      place: placeOf(m, rows, proposal.word, proposal.support),
      trigger: triggerSpan(m, proposal),
      word: proposal.word,
      evidence: evidenceOf(m, proposal),
      attributedTo: teller >= 0 ? teller : null,
      fatalities: null,
      injured: null,
      confidence: calibrated(confidence),
      rule,
    })
  })
}

function triggerSpan({ syntax: s }: Mentions, { word, object }: Proposal) {
  const [from, to] =
    object >= 0 && Math.abs(object - word) < 8
      ? [Math.min(word, object), Math.max(word, object)]
      : [word, word]
  return { start: at(s.start, from), end: at(s.end, to) }
}
