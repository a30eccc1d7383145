import { Upos } from '#syntax'
import type { Frame } from './decode.ts'
import type { GroundWords } from './ground-words.ts'
import { ROLE } from './word-features.ts'

/** Frames that stand, in text order, and those that stand inside another's content. */
export interface Chosen {
  readonly outer: readonly Frame[]
  readonly inner: readonly { readonly frame: Frame; readonly within: Frame }[]
}

/**
 * The surest frames first; each takes its words. A frame whose cue or most of whose content is taken is no statement of
 * its own, unless it names a speaker whom the outer one relays.
 */
export function chooseFrames(words: GroundWords, frames: readonly Frame[], threshold: number): Chosen {
  const taken = new Int32Array(words.syntax.length).fill(-1)
  const order = frames.map((_, f) => f).sort((a, b) => scoreOf(frames, b) - scoreOf(frames, a) || a - b)
  const outer: Frame[] = []
  const left: Frame[] = []
  for (const f of order) {
    const frame = frames[f] as Frame
    if (frame.score <= threshold || !isFree(frame, taken)) {
      left.push(frame)
      continue
    }
    outer.push(take(frame, taken, f))
  }
  const inner = left.flatMap((frame) => {
    const within = frames[taken[frame.cue] as number]
    return within && isRelayed(words, frame) && holds(within, frame.cue) ? [{ frame, within }] : []
  })
  return { outer: outer.sort(byCue), inner: inner.sort((a, b) => byCue(a.frame, b.frame)) }
}

const byCue = (a: Frame, b: Frame): number => a.cue - b.cue
const scoreOf = (frames: readonly Frame[], f: number): number => (frames[f] as Frame).score

/** Whether its cue is free, and at least half of its content. */
function isFree({ cue, from, roles }: Frame, taken: Int32Array): boolean {
  if ((taken[cue] as number) >= 0) return false
  let all = 0
  let gone = 0
  for (let n = 0; n < roles.length; n++) {
    if (roles[n] !== ROLE.content) continue
    all++
    if ((taken[from + n] as number) >= 0) gone++
  }
  return all > 0 && gone * 2 <= all
}

/** Marks a frame's words; gives the frame without those that another has. Two cues may share a source. */
function take(frame: Frame, taken: Int32Array, number: number): Frame {
  const roles = frame.roles.slice()
  for (let n = 0; n < roles.length; n++) {
    if (roles[n] === ROLE.none) continue
    const word = frame.from + n
    const by = taken[word] as number
    if (by >= 0) {
      if (roles[n] !== ROLE.source) roles[n] = ROLE.none
    } else taken[word] = number
  }
  return { ...frame, roles }
}

const holds = ({ from, roles }: Frame, word: number): boolean => roles[word - from] === ROLE.content

/** A verb of speech outside quotation marks whose speaker has a name or a noun. */
export function isRelayed({ syntax, kinds, quoted }: GroundWords, { cue, from, roles }: Frame): boolean {
  if ((quoted[cue] as number) > 0 || (kinds[cue] as number) === 0) return false
  for (let n = 0; n < roles.length; n++) {
    const upos = syntax.upos[from + n]
    if (roles[n] === ROLE.source && (upos === Upos.PROPN || upos === Upos.NOUN)) return true
  }
  return false
}
