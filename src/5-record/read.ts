import { findActs } from '#acts'
import { openDocument, type Source } from '#document'
import { findMentions } from '#mentions'
import type { Ground } from './ground.ts'
import type { Record } from './schema.ts'
import { writeRecord, writeUncoded } from './write-record.ts'

/**
 * The whole reading: text in, record out. Pure and synchronous; same source, same ground, same record. What is not
 * English, or was withdrawn by its publisher, is kept with nothing read from it (`document.notCoded`).
 */
export function read(source: Source, ground: Ground): Record {
  const document = openDocument(source)
  if (document.notCoded !== null) return writeUncoded(document, ground.model)
  const syntax = ground.parser.parse(document)
  const mentions = findMentions(syntax, ground.lexicon)
  const acts = findActs(mentions, ground.lexicon, ground.ranker)
  return writeRecord(mentions, acts, ground.model)
}
