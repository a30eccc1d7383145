import { attachQuotations } from './attach-quotations.ts'
import { carryOver, coverage } from './carry-over.ts'
import type { Frame } from './decode.ts'
import { draftStatements } from './draft-statements.ts'
import type { GroundWords } from './ground-words.ts'
import type { Draft } from './statement-draft.ts'

/**
 * Frames and quotations made into statements, in text order. Speech told inside a quotation comes last: it stands only
 * where nobody outside speaks the quotation.
 */
export function assemble(words: GroundWords, frames: readonly Frame[], threshold: number): readonly Draft[] {
  const isQuoted = ({ cue }: Frame) => (words.quoted[cue] as number) > 0
  const drafts = draftStatements(
    words,
    frames.filter((frame) => !isQuoted(frame)),
    threshold,
  )
  drafts.push(...attachQuotations(words, drafts))
  drafts.sort(byPlace)
  drafts.push(...carryOver(words, drafts))
  const covered = coverage(words.quotations, drafts)
  const orphans = frames.filter(
    (frame) => isQuoted(frame) && covered[(words.quoted[frame.cue] as number) - 1] !== 1,
  )
  return [...drafts, ...draftStatements(words, orphans, threshold)].sort(byPlace)
}

const byPlace = (a: Draft, b: Draft): number => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0)
