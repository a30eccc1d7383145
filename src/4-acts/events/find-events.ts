import type { ActPatterns } from '#lexicon'
import { CAMEO_ROOT } from '#lexicon'
import type { Mentions } from '#mentions'
import type { Event, Statement } from '../act.ts'
import { contextsByParagraph } from './contexts.ts'
import { decide } from './decide.ts'
import { mendLemmas } from './mend.ts'
import { mergeRetold } from './merge.ts'
import { mustDo } from './must-do.ts'
import type { Proposal } from './proposal.ts'
import { proposeAll } from './propose.ts'
import { type Ranked, rank } from './rank.ts'
import type { Ranker } from './ranker.ts'
import { indexActors } from './roles.ts'
import { speakerIndex } from './said-by.ts'
import { at } from './tree.ts'
import { dateOf, isHistory, placeOf, sortBySentence } from './when-where.ts'

/** Finds what was done: patterns propose, the ranker decides. */
export function findEvents(
  given: Mentions,
  patterns: ActPatterns,
  ranker: Ranker,
  statements: readonly Statement[],
): readonly Event[] {
  if (given.actors.length === 0) return []
  const mentions = { ...given, syntax: mendLemmas(given.syntax, patterns) }
  const ground = { mentions, patterns, index: indexActors(mentions) }
  const said = speakerIndex(mentions.syntax, statements)
  const proposals = [...proposeAll(ground), ...mustDo(ground, statements, said)]
  const kept = decide(mentions.syntax, rank(ground, ranker, proposals))
  return mergeRetold(mentions, writeEvents(mentions, patterns, kept, said))
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
      evidence: evidenceSpan(m, proposal),
      attributedTo: teller >= 0 ? teller : null,
      fatalities: null,
      injured: null,
      confidence,
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

function evidenceSpan({ syntax: s }: Mentions, { word }: Proposal) {
  const sentence = at(s.sentence, word)
  return {
    start: at(s.start, at(s.sentenceStart, sentence)),
    end: at(s.end, at(s.sentenceStart, sentence + 1) - 1),
  }
}
