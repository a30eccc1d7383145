/** Pairs of actors between whom nothing that PLOVER counts is told: sport and film, and acts of private people. */
import { readFileSync } from 'node:fs'
import { openDocument } from '#document'
import { type Lexicon, openLexicon } from '#lexicon'
import { findMentions } from '#mentions'
import type { Parser } from '#syntax'
import { type CorpusText, corpusTexts } from '../../bench/corpus.ts'
import { openPairs } from '../../src/4-acts/events/open-pairs.ts'
import type { TrainingRow } from './rows.ts'

/** Sections in which whatever a row reads is no act of PLOVER's, whoever does it, and those where it may be. */
const PLAIN = ['sport', 'entertainment']
const MIXED = ['tech', 'business']
const EACH = 60
const WIRES = 240
const ANYBODY = 9
const POLITICAL = 2

/** Rows of type NONE: what the rows read in news of sport and film, and elsewhere of people whom PLOVER does not code. */
export function negativeRows(shared: string, parser: Parser): TrainingRow[] {
  const bytes = (name: string) => new Uint8Array(readFileSync(`models/${name}.bin`))
  const lexicon: Lexicon = openLexicon({
    actors: bytes('actors'),
    places: bytes('places'),
    statements: bytes('statements'),
  })
  const bbc = corpusTexts(shared, 'bbc.tar.gz')
  const section = (name: string) => bbc.filter(({ id }) => id.includes(`/bbc/${name}/`)).slice(0, EACH)
  const wires = corpusTexts(shared).filter((_, i) => i % 2 === 0)
  const of = (texts: readonly CorpusText[], below: number) =>
    texts.flatMap(({ id, text }) => pairsOf(id, text, parser, lexicon, below))
  return [
    ...of(PLAIN.flatMap(section), ANYBODY),
    ...of([...MIXED.flatMap(section), ...wires.slice(0, WIRES)], POLITICAL),
  ]
}

function pairsOf(id: string, text: string, parser: Parser, lexicon: Lexicon, below: number): TrainingRow[] {
  const mentions = findMentions(parser.parse(openDocument({ text })), lexicon)
  return openPairs(mentions, lexicon.acts, below).map(({ sentence, actor, recipient }, i) => ({
    id: `negative/${id}/${i}`,
    text: mentions.syntax.document.text.slice(sentence.start, sentence.end),
    actor: { start: actor.start - sentence.start, end: actor.end - sentence.start },
    recipient: { start: recipient.start - sentence.start, end: recipient.end - sentence.start },
    type: 'NONE',
    weight: 0.3,
  }))
}
