import type { Acts } from '#acts'
import { openDocument } from '#document'
import { findMentions } from '#mentions'
import { type Ground, read, writeRecord } from '#record'
import type { SourceInput, Task } from './work.ts'

/** What each task writes for one document. */
export const TASKS: Readonly<Record<Task, (input: SourceInput, ground: Ground) => string>> = {
  code: ({ source }, ground) => JSON.stringify(read(source, ground)),
  parse: () => notYet('parse'),
  times: (input, ground) => mentionsOnly(input, ground, 'times'),
  places: (input, ground) => mentionsOnly(input, ground, 'places'),
  relate: () => notYet('relate'),
}

function notYet(task: Task): never {
  throw new Error(`${task} is not written yet`)
}

const NO_ACTS: Acts = {
  events: [],
  statements: [],
  positions: [],
  commitments: [],
  figures: [],
  notes: [],
}

/** The document without its sentences, and one list of its mentions. */
function mentionsOnly({ source }: SourceInput, ground: Ground, list: 'times' | 'places'): string {
  const mentions = findMentions(ground.parser.parse(openDocument(source)), ground.lexicon)
  const record = writeRecord(mentions, NO_ACTS, ground.model)
  const { sentences: _, ...document } = record.document
  return JSON.stringify({ document, [list]: record[list] })
}
