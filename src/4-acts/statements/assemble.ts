import { attachQuotations } from './attach-quotations.ts'
import { carryOver } from './carry-over.ts'
import { chooseFrames, isRelayed } from './choose-frames.ts'
import type { Frame } from './decode.ts'
import { draftOf } from './draft.ts'
import { findTurns } from './find-turns.ts'
import type { GroundWords } from './ground-words.ts'
import type { Draft } from './statement-draft.ts'
import { widen } from './widen.ts'

/** Frames and quotations made into statements, in text order. */
export function assemble(words: GroundWords, frames: readonly Frame[], threshold: number): readonly Draft[] {
  const turns = findTurns(words)
  const told = frames.filter(({ cue }) => turnAt(words, turns, cue) !== null)
  const { outer, inner } = chooseFrames(words, told.length === 0 ? frames : outside(frames, told), threshold)
  const drafts = widen(
    words,
    outer.flatMap((frame) => draftOf(words, frame) ?? []),
  )
  drafts.push(...turns)
  drafts.push(...attachQuotations(words, drafts))
  drafts.sort(byPlace)
  drafts.push(...carryOver(words, drafts))
  const byFrame = new Map(drafts.map((draft) => [draft.cueWord, draft] as const))
  const relayed = inner.flatMap(({ frame, within }) => {
    const draft = draftOf(words, frame)
    const outside = byFrame.get(within.cue)
    return draft && outside ? [{ ...draft, within: outside }] : []
  })
  const inTurns = told.flatMap((frame) => {
    const within = turnAt(words, turns, frame.cue)
    const draft = isRelayed(words, frame) ? draftOf(words, frame) : null
    return within && draft ? [{ ...draft, within }] : []
  })
  return [...drafts, ...relayed, ...inTurns].sort(byPlace)
}

const outside = (frames: readonly Frame[], told: readonly Frame[]): readonly Frame[] => {
  const inside = new Set(told)
  return frames.filter((frame) => !inside.has(frame))
}

/** The turn of a transcript that a word stands in, or null. Turns are in text order. */
function turnAt({ syntax }: GroundWords, turns: readonly Draft[], word: number): Draft | null {
  const at = syntax.start[word] as number
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (((turns[middle] as Draft).content[0]?.start ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const turn = turns[low - 1]
  return turn?.content.some(({ start, end }) => start <= at && at < end) ? turn : null
}

const byPlace = (a: Draft, b: Draft): number => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0)
