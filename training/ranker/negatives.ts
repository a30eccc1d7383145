/** Pairs of actors between whom nothing that PLOVER counts is told: sport, film and business news, and verbs of plain life. */
import { readFileSync } from 'node:fs'
import { openDocument } from '#document'
import { type Lexicon, openLexicon } from '#lexicon'
import { findMentions } from '#mentions'
import type { Parser } from '#syntax'
import { corpusTexts } from '../../bench/corpus.ts'
import { openPairs } from '../../src/4-acts/events/open-pairs.ts'
import type { TrainingRow } from './rows.ts'

const SECTIONS = ['sport', 'entertainment', 'tech', 'business']
const EACH = 60

/** Rows of type NONE from sections of the BBC's news in which diplomacy is rare. */
export function negativeRows(shared: string, parser: Parser): TrainingRow[] {
  const bytes = (name: string) => new Uint8Array(readFileSync(`models/${name}.bin`))
  const lexicon: Lexicon = openLexicon({
    actors: bytes('actors'),
    places: bytes('places'),
    statements: bytes('statements'),
  })
  const texts = corpusTexts(shared, 'bbc.tar.gz')
  return SECTIONS.flatMap((section) =>
    texts
      .filter(({ id }) => id.includes(`/bbc/${section}/`))
      .slice(0, EACH)
      .flatMap(({ id, text }) => pairsOf(id, text, parser, lexicon)),
  )
}

function pairsOf(id: string, text: string, parser: Parser, lexicon: Lexicon): TrainingRow[] {
  const mentions = findMentions(parser.parse(openDocument({ text })), lexicon)
  return openPairs(mentions, lexicon.acts).map(({ sentence, actor, recipient }, i) => ({
    id: `negative/${id}/${i}`,
    text: mentions.syntax.document.text.slice(sentence.start, sentence.end),
    actor: { start: actor.start - sentence.start, end: actor.end - sentence.start },
    recipient: { start: recipient.start - sentence.start, end: recipient.end - sentence.start },
    type: 'NONE',
    weight: 0.3,
  }))
}
