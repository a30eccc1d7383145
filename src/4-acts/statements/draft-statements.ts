import { Upos } from '#syntax'
import type { Frame } from './decode.ts'
import { draftOf } from './draft.ts'
import type { GroundWords } from './ground-words.ts'
import type { Draft } from './statement-draft.ts'

/** Drafts of frames in text order. What stands inside another's content is kept only where it names its own speaker. */
export function draftStatements(words: GroundWords, frames: readonly Frame[], threshold: number): Draft[] {
  const drafts = frames.flatMap((frame) => draftOf(words, frame) ?? [])
  const out: Draft[] = []
  for (const draft of drafts) {
    const outer = drafts.find(
      (other) => other !== draft && near(other, draft) && contains(words, other, draft.cueWord),
    )
    if (!outer) {
      if ((draft.frame?.score ?? 0) > threshold) out.push(draft)
    } else if (isRelayed(words, draft)) out.push({ ...draft, within: outer })
  }
  return out
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
