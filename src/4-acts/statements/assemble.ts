import { attachQuotations } from './attach-quotations.ts'
import { carryOver } from './carry-over.ts'
import { chooseFrames } from './choose-frames.ts'
import type { Frame } from './decode.ts'
import { draftOf } from './draft.ts'
import type { GroundWords } from './ground-words.ts'
import type { Draft } from './statement-draft.ts'

/** Frames and quotations made into statements, in text order. */
export function assemble(words: GroundWords, frames: readonly Frame[], threshold: number): readonly Draft[] {
  const { outer, inner } = chooseFrames(words, frames, threshold)
  const drafts = outer.flatMap((frame) => draftOf(words, frame) ?? [])
  drafts.push(...attachQuotations(words, drafts))
  drafts.sort(byPlace)
  drafts.push(...carryOver(words, drafts))
  const byFrame = new Map(drafts.map((draft) => [draft.cueWord, draft] as const))
  const relayed = inner.flatMap(({ frame, within }) => {
    const draft = draftOf(words, frame)
    const outside = byFrame.get(within.cue)
    return draft && outside ? [{ ...draft, within: outside }] : []
  })
  return [...drafts, ...relayed].sort(byPlace)
}

const byPlace = (a: Draft, b: Draft): number => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0)
