import type { Cues } from '#lexicon'
import type { Mentions } from '#mentions'
import type { Statement } from '../act.ts'
import { assemble } from './assemble.ts'
import { decodeFrames } from './decode.ts'
import { layWords } from './ground-words.ts'
import { writeStatement } from './write-statement.ts'

/** Log-odds above which a word counts as a cue. */
const THRESHOLD = -0.5

/** Finds who said what: direct, indirect and mixed. */
export function findStatements(mentions: Mentions, cues: Cues): readonly Statement[] {
  const words = layWords(mentions.syntax, cues)
  const frames = decodeFrames(words, cues.statementModels, THRESHOLD)
  const all = assemble(words, frames, THRESHOLD)
  return Object.freeze(all.map((draft) => writeStatement(words, mentions, draft)))
}
