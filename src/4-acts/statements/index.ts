import type { Cues } from '#lexicon'
import type { Mentions } from '#mentions'
import type { Statement } from '../act.ts'
import { carryOver } from './carry-over.ts'
import { decodeFrames } from './decode.ts'
import { draftStatements } from './draft-statements.ts'
import { layWords } from './ground-words.ts'
import { writeStatement } from './write-statement.ts'

/** Log-odds above which a word counts as a cue. */
const THRESHOLD = 0

/** Finds who said what: direct, indirect and mixed. */
export function findStatements(mentions: Mentions, cues: Cues): readonly Statement[] {
  const words = layWords(mentions.syntax, cues)
  const frames = decodeFrames(words, cues.statementModels, THRESHOLD)
  const drafts = draftStatements(words, frames)
  const all = [...drafts, ...carryOver(words, drafts)]
  return Object.freeze(
    all
      .sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
      .map((draft) => writeStatement(words, mentions, draft)),
  )
}
