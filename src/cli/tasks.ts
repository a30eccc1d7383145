import { type Acts, explainActs, relate } from '#acts'
import { carrySpan, openDocument, type Source } from '#document'
import { findMentions } from '#mentions'
import { read, writeRecord } from '#record'
import { readConllu, type Syntax, writeConllu } from '#syntax'
import { ground, parser } from './lazy-ground.ts'
import type { Marks, SourceInput, Task } from './work.ts'
import { writeExplanation } from './write-explanation.ts'

interface Work {
  /** Loads what the task stands on; throws where the models are missing. */
  readonly prepare: () => unknown
  /** What the task writes for one document, without the last line end. */
  readonly write: (input: SourceInput) => string
}

/** Each task of the coding commands. */
export const TASKS: Readonly<Record<Task, Work>> = {
  code: { prepare: ground, write: ({ source }) => JSON.stringify(read(source, ground())) },
  parse: { prepare: parser, write: parseOne },
  times: { prepare: ground, write: ({ source }) => mentionsOnly(source, 'times') },
  places: { prepare: ground, write: ({ source }) => mentionsOnly(source, 'places') },
  relate: { prepare: ground, write: relateOne },
  explain: { prepare: ground, write: explainOne },
}

function parseOne({ source, conllu }: SourceInput): string {
  if (conllu) {
    const { document, segments } = readConllu(source.text)
    return write(parser().parseSegments(document, segments))
  }
  const name = source.externalId?.replace(/\s+/g, ' ')
  return `${name ? `# newdoc id = ${name}\n` : ''}${write(parser().parse(openDocument(source)))}`
}

/** A sentence ends with a blank line; the last line end comes with the output. */
const write = (syntax: Syntax) => writeConllu(syntax, parser()).replace(/\n$/, '')

const NO_ACTS: Acts = {
  events: [],
  statements: [],
  positions: [],
  commitments: [],
  figures: [],
  added: [],
  notes: [],
}

/** The document without its sentences, and one list of its mentions. */
function mentionsOnly(source: Source, list: 'times' | 'places'): string {
  const { lexicon, model } = ground()
  const mentions = findMentions(ground().parser.parse(openDocument(source)), lexicon)
  const record = writeRecord(mentions, NO_ACTS, model)
  const { sentences: _, ...document } = record.document
  return JSON.stringify({ document, [list]: record[list] })
}

/** The marks count in the text as it came; the document's text may have been evened out. */
function relateOne({ source, marks }: SourceInput): string {
  const { lexicon, ranker } = ground()
  const document = openDocument(source)
  const carry = (mark: Marks['actor'] | undefined) =>
    mark ? carrySpan(source.text, document.text, mark) : null
  const syntax = ground().parser.parse(document)
  const relation = relate(syntax, lexicon.acts, ranker, carry(marks?.actor), carry(marks?.recipient))
  return JSON.stringify({ id: source.externalId ?? null, ...relation })
}

function explainOne({ source }: SourceInput): string {
  const { lexicon, ranker } = ground()
  const document = openDocument(source)
  const mentions = findMentions(ground().parser.parse(document), lexicon)
  return writeExplanation(document.externalId ?? document.id, explainActs(mentions, lexicon, ranker))
}
