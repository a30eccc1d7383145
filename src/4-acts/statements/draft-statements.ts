import { Upos } from '#syntax'
import type { Frame } from './decode.ts'
import { draftOf } from './draft.ts'
import type { GroundWords } from './ground-words.ts'
import type { Draft } from './statement-draft.ts'

/** Drafts of frames in text order. What stands inside another's content is kept only where it names its own speaker. */
export function draftStatements(words: GroundWords, frames: readonly Frame[], threshold: number): Draft[] {
  const drafts = frames.flatMap((frame) => draftOf(words, frame) ?? [])
  const out: Draft[] = []
  drafts.forEach((draft, i) => {
    const sure = (draft.frame?.score ?? 0) > threshold
    const outer = outerOf(words, drafts, i, threshold)
    if (!outer) {
      if (sure) out.push(draft)
    } else if (isRelayed(words, draft)) out.push({ ...draft, within: outer })
  })
  return out
}

/** How many drafts away an outer speaker is looked for. */
const WINDOW = 12

function outerOf(words: GroundWords, drafts: readonly Draft[], i: number, threshold: number): Draft | null {
  const draft = drafts[i] as Draft
  for (let j = Math.max(0, i - WINDOW); j < drafts.length && j <= i + WINDOW; j++) {
    const other = drafts[j] as Draft
    if (j === i || (other.frame?.score ?? 0) <= threshold || !near(other, draft)) continue
    if (!contains(words, other, draft.cueWord)) continue
    // Two that hold each other's cue: the surer one is the outer.
    if (contains(words, draft, other.cueWord) && (draft.frame?.score ?? 0) > (other.frame?.score ?? 0))
      continue
    return other
  }
  return null
}

const near = (a: Draft, b: Draft): boolean => Math.abs(a.paragraph - b.paragraph) <= 1

function contains({ syntax }: GroundWords, outer: Draft, word: number): boolean {
  const at = syntax.start[word] as number
  return outer.content.some(({ start, end }) => at >= start && at < end)
}

function isRelayed({ syntax, kinds, quoted }: GroundWords, { frame, source }: Draft): boolean {
  if (!frame || !source || (quoted[frame.cue] as number) > 0) return false
  const head = frame.source[0]?.word ?? -1
  const named = head >= 0 && (syntax.upos[head] === Upos.PROPN || syntax.upos[head] === Upos.NOUN)
  return named && (kinds[frame.cue] as number) !== 0
}
