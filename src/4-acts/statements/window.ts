import { type Syntax, Upos } from '#syntax'
import type { GroundWords } from './ground-words.ts'

/** The stretch of words around a cue in which its source and its content are looked for, and how each is reached. */
export interface Window {
  cue: number
  /** First word, and the one behind the last. */
  from: number
  to: number
  /** By place in the window: the branch's step off the chain of heads above the cue; hash of it, 0 outside the sentence. */
  step: Int32Array
  /** The same with one and two relations more. */
  second: Int32Array
  third: Int32Array
  /** The root of the branch, and of the branch's part. -1 outside the cue's sentence. */
  branch: Int32Array
  part: Int32Array
  /** Kinds of speech met on the way from the cue. */
  met: Int32Array
  /** Words still to be walked. */
  readonly stack: Int32Array
}

/** How far a window reaches from its cue, in words. */
const REACH = 240

/** The most words of a window. */
export const WINDOW = 2 * REACH

export function newWindow(): Window {
  const column = () => new Int32Array(2 * REACH + 2)
  return {
    cue: 0,
    from: 0,
    to: 0,
    step: column(),
    second: column(),
    third: column(),
    branch: column(),
    part: column(),
    met: column(),
    stack: new Int32Array(1024),
  }
}

/** Lays a window around a cue: its sentence, and the sentences beside it as far as they are quoted. */
export function layWindow(words: GroundWords, cue: number, window: Window): void {
  const { syntax } = words
  const sentence = syntax.sentence[cue] as number
  const paragraph = syntax.sentenceParagraph[sentence] as number
  const whole = syntax.lower[cue] === ':'
  const startOf = (s: number) => syntax.sentenceStart[s] as number
  let first = sentence
  while (
    first > 0 &&
    startOf(first) > cue - REACH &&
    syntax.sentenceParagraph[first - 1] === paragraph &&
    takes(words, first - 1, false)
  )
    first--
  let last = sentence
  let told = paragraph
  while (last + 2 < syntax.sentenceStart.length && startOf(last + 1) < cue + REACH) {
    const of = syntax.sentenceParagraph[last + 1] as number
    if (of !== told) {
      if (last !== sentence || !announces(syntax, sentence)) break
      told = of
    } else if (!takes(words, last + 1, whole)) break
    last++
  }
  window.cue = cue
  window.from = Math.max(cue - REACH, startOf(first))
  window.to = Math.min(cue + REACH, startOf(last + 1))
  reach(words, window)
}

/** Whether a sentence beside the cue's is in the window: it holds quoted words, or the cue is a colon. */
function takes({ syntax, quoted }: GroundWords, sentence: number, whole: boolean): boolean {
  if (whole) return true
  const to = syntax.sentenceStart[sentence + 1] as number
  for (let i = syntax.sentenceStart[sentence] as number; i < to; i++)
    if ((quoted[i] as number) > 0) return true
  return false
}

/** "He said:" at the end of a paragraph. */
function announces(syntax: Syntax, sentence: number): boolean {
  return syntax.lower[(syntax.sentenceStart[sentence + 1] as number) - 1] === ':'
}

const MAX_ABOVE = 5
/** Walks the cue's tree from the cue outwards and writes down how each word is reached. */
function reach(words: GroundWords, window: Window): void {
  const { syntax, kinds } = words
  const { cue, from, to, step, second, third, branch, part, met } = window
  const length = to - from
  step.fill(0, 0, length)
  second.fill(0, 0, length)
  third.fill(0, 0, length)
  branch.fill(-1, 0, length)
  part.fill(-1, 0, length)
  met.fill(0, 0, length)
  const inside = (i: number) => i >= from && i < to
  let chain = 7
  let seen = 0
  let below = -1
  for (let node = cue, level = 0; node >= 0; level++) {
    if (inside(node)) {
      const at = node - from
      step[at] = chain * 64 + 63
      second[at] = step[at] as number
      third[at] = step[at] as number
      branch[at] = node
      part[at] = node
      met[at] = seen
    }
    const above = level === 0 ? 0 : (kinds[node] as number)
    for (let k = syntax.firstChild[node] as number; k >= 0; k = syntax.nextSibling[k] as number)
      if (k !== below) fall(words, window, k, chain, seen | above)
    seen |= above
    const relation = syntax.deprel[node] as number
    chain = level < MAX_ABOVE ? Math.imul(chain, 67) + relation + 1 : chain
    below = node
    node = syntax.head[node] as number
  }
}

function fall(
  { syntax, kinds }: GroundWords,
  window: Window,
  root: number,
  chain: number,
  seen: number,
): void {
  const { from, to, step, second, third, branch, part, met, stack } = window
  const one = Math.imul(chain, 64) + (syntax.deprel[root] as number) + 101
  let top = 0
  const put = (i: number, two: number, three: number, of: number, kind: number) => {
    if (i >= from && i < to) {
      const at = i - from
      step[at] = one
      second[at] = two
      third[at] = three
      branch[at] = root
      part[at] = of
      met[at] = kind
    }
  }
  put(root, one, one, root, seen)
  stack[top++] = root
  while (top > 0) {
    const node = stack[--top] as number
    const inWindow = node >= from && node < to
    const at = node - from
    for (let k = syntax.firstChild[node] as number; k >= 0; k = syntax.nextSibling[k] as number) {
      const relation = (syntax.deprel[k] as number) + 1
      let two = inWindow ? (second[at] as number) : one
      let three = inWindow ? (third[at] as number) : one
      let of = inWindow ? (part[at] as number) : k
      if (node === root) {
        two = Math.imul(one, 61) + relation
        three = two
        of = k
      } else if (node === of) three = Math.imul(two, 59) + relation
      const kind = (inWindow ? (met[at] as number) : seen) | (kinds[node] as number)
      put(k, two, three, of, syntax.upos[node] === Upos.VERB ? kind : inWindow ? (met[at] as number) : seen)
      if (top < stack.length) stack[top++] = k
    }
  }
}
