import { Deprel, Feats, type Syntax, Upos } from '#syntax'
import { childBy, type GroundWords, SUBJECTS } from './ground-words.ts'
import type { FeatureList } from './model.ts'
import type { Window } from './window.ts'

/** Labels of a word of a window. */
export const ROLE = { none: 0, source: 1, content: 2, cue: 3 } as const
export const ROLES = 4

/** What is known of the cue, worked out once for its window. */
export interface CueTraits {
  readonly lemma: number
  readonly kind: number
  readonly form: number
  readonly has: number
  readonly quote: number
}

export function traitsOf({ syntax, lemmaHash, kinds, quoted }: GroundWords, window: Window): CueTraits {
  const { cue } = window
  const has =
    (childBy(syntax, cue, [Deprel.obj]) >= 0 ? 1 : 0) |
    (childBy(syntax, cue, SUBJECTS) >= 0 ? 2 : 0) |
    (childBy(syntax, cue, [Deprel.ccomp, Deprel.xcomp]) >= 0 ? 4 : 0) |
    (childBy(syntax, cue, [Deprel.parataxis]) >= 0 ? 8 : 0) |
    ((syntax.feats[cue] as number) & Feats['Voice=Pass'] ? 16 : 0) |
    (syntax.deprel[cue] === Deprel.parataxis ? 32 : 0)
  return {
    lemma: lemmaHash[cue] as number,
    kind: kinds[cue] as number,
    form: (syntax.upos[cue] as number) * 64 + (syntax.deprel[cue] as number),
    has,
    quote: quotesAround(syntax, quoted, window),
  }
}

/** Whether the cue is quoted, and quoted words stand before and behind it in its sentence, and in the window beyond. */
function quotesAround(syntax: Syntax, quoted: Int32Array, { cue, from, to }: Window): number {
  const sentence = syntax.sentence[cue]
  const own = quoted[cue] as number
  let bits = own > 0 ? 1 : 0
  for (let i = from; i < to; i++) {
    if ((quoted[i] as number) === 0 || quoted[i] === own) continue
    if (syntax.sentence[i] === sentence) bits |= i < cue ? 2 : 4
    else bits |= i < cue ? 8 : 16
  }
  return bits
}

/** What the role model looks at for one word of a window. */
export function wordFeatures(
  words: GroundWords,
  window: Window,
  traits: CueTraits,
  i: number,
  out: FeatureList,
): void {
  const { syntax, lemmaHash, kinds, quoted } = words
  const { cue, from } = window
  const at = i - from
  const { lemma, kind, form, has, quote } = traits
  const upos = syntax.upos[i] as number
  const relation = syntax.deprel[i] as number
  const own = lemmaHash[i] as number
  const side = i < cue ? 0 : i === cue ? 1 : 2
  const inQuote = quoteState(quoted, i, cue)
  const sentences = (syntax.sentence[i] as number) - (syntax.sentence[cue] as number)
  const near = Math.max(-3, Math.min(3, sentences)) + 3
  out.clear()
  out.add(1, upos, side)
  out.add(2, own, side)
  out.add(3, upos * 64 + relation, side)
  out.add(4, inQuote * 8 + near, quote)
  out.add(5, Math.imul(inQuote * 8 + near, 31) + kind, quote)
  out.add(6, inQuote * 8 + near, lemma)
  if (sentences !== 0) {
    other(words, window, i, sentences, inQuote, quote, lemma, out)
    return
  }
  const step = window.step[at] as number
  const second = window.second[at] as number
  const third = window.third[at] as number
  const branch = window.branch[at] as number
  const part = window.part[at] as number
  const mark = markOf(words, branch)
  const partMark = markOf(words, part)
  const commas = commasBetween(words, cue, i)
  const distance = Math.min(7, Math.ceil(Math.log2(1 + Math.abs(i - cue))))
  out.add(10, step, side)
  out.add(11, step, lemma)
  out.add(12, step, kind)
  out.add(13, step, form)
  out.add(14, step, mark)
  out.add(15, Math.imul(step, 31) + lemma, mark)
  out.add(16, step, has)
  out.add(17, second, side)
  out.add(18, second, kind)
  out.add(19, second, lemma)
  out.add(20, third, side)
  out.add(21, second, partMark)
  out.add(22, step * 8 + inQuote, quote * 4 + side)
  out.add(23, step, Math.imul(lemmaHash[branch] as number, 3) + side)
  out.add(24, step * 32 + (syntax.upos[branch] as number), kind)
  out.add(25, distance * 4 + side, kind)
  out.add(26, step, distance * 4 + side)
  out.add(27, commas * 4 + side, step)
  out.add(28, commas * 4 + side, has * 64 + quote)
  out.add(29, step, upos * 64 + relation)
  out.add(30, window.met[at] as number, side)
  out.add(31, step, Math.imul(window.met[at] as number, 7) + kind)
  out.add(32, lemma, own)
  out.add(33, kind, own)
  out.add(34, step, own)
  out.add(35, lemmaHash[i - 1] ?? 0, upos)
  out.add(36, lemmaHash[i + 1] ?? 0, upos)
  out.add(37, Math.imul(step, 31) + has, kind)
  out.add(38, second, Math.imul(has, 64) + quote)
  out.add(39, kinds[i] as number, step)
  out.add(40, third, Math.imul(lemmaHash[part] as number, 3) + side)
  const gap = i - cue
  if (gap > -4 && gap < 5) {
    out.add(41, gap, own)
    out.add(42, gap, lemma)
    out.add(43, gap * 32 + upos, kind)
    out.add(44, Math.imul(gap, 31) + lemma, own)
  }
}

function other(
  { syntax, lemmaHash, quoted }: GroundWords,
  { cue }: Window,
  i: number,
  sentences: number,
  inQuote: number,
  quote: number,
  lemma: number,
  out: FeatureList,
): void {
  const sentence = syntax.sentence[i] as number
  const first = syntax.sentenceStart[sentence] as number
  const last = (syntax.sentenceStart[sentence + 1] as number) - 1
  const opens = (quoted[first] as number) > 0 ? 1 : 0
  const closes = (quoted[last] as number) > 0 ? 1 : 0
  // Whether the quotation goes on from, or into, the cue's sentence.
  const edge =
    sentences > 0
      ? (syntax.sentenceStart[(syntax.sentence[cue] as number) + 1] as number) - 1
      : (syntax.sentenceStart[syntax.sentence[cue] as number] as number)
  const joined = (quoted[i] as number) > 0 && quoted[edge] === quoted[i] ? 1 : 0
  const cueLast = cue >= edge - 3 ? 1 : 0
  const paragraphs =
    syntax.sentenceParagraph[sentence] === syntax.sentenceParagraph[syntax.sentence[cue] as number] ? 0 : 1
  const shape = ((((opens * 2 + closes) * 2 + joined) * 2 + cueLast) * 2 + paragraphs) * 8 + inQuote
  const near = Math.max(-2, Math.min(2, sentences)) + 2
  out.add(50, shape, near)
  out.add(51, shape * 8 + near, quote)
  out.add(52, shape * 8 + near, lemma)
  out.add(53, syntax.upos[i] as number, shape)
  out.add(54, lemmaHash[cue + 1] ?? 0, shape)
}

/** 0 outside; 1 in the cue's own quotation; 2 in another. */
function quoteState(quoted: Int32Array, i: number, cue: number): number {
  const own = quoted[i] as number
  return own === 0 ? 0 : own === quoted[cue] ? 1 : 2
}

function markOf({ syntax, lemmaHash }: GroundWords, i: number): number {
  const mark = childBy(syntax, i, [Deprel.mark, Deprel.case])
  return mark < 0 ? 0 : (lemmaHash[mark] as number)
}

function commasBetween({ commas }: GroundWords, a: number, b: number): number {
  const from = Math.min(a, b)
  const to = Math.max(a, b)
  return Math.min(3, (commas[to] as number) - (commas[from] as number))
}

/** What is looked at between a word and the one before it. */
export function stepFeatures(
  { syntax, lemmaHash, quoted }: GroundWords,
  window: Window,
  i: number,
  out: FeatureList,
): void {
  const at = i - window.from
  const before = i - 1
  const { branch, part, step } = window
  const sameBranch = branch[at] === branch[at - 1] ? 1 : 0
  const samePart = part[at] === part[at - 1] ? 1 : 0
  const edge =
    (sameBranch * 2 + samePart) * 4 +
    (syntax.left[branch[at] as number] === i ? 1 : 0) +
    ((branch[at - 1] as number) >= 0 && syntax.right[branch[at - 1] as number] === before ? 2 : 0)
  const quote =
    quoted[i] === quoted[before]
      ? 0
      : (quoted[i] as number) === 0
        ? 1
        : (quoted[before] as number) === 0
          ? 2
          : 3
  const sentence = syntax.sentence[i] === syntax.sentence[before] ? 0 : 1
  const side = i <= window.cue ? 0 : 1
  const sign = syntax.upos[i] === Upos.PUNCT ? (lemmaHash[i] as number) : 0
  const signBefore = syntax.upos[before] === Upos.PUNCT ? (lemmaHash[before] as number) : 0
  out.clear()
  out.add(201, sentence)
  out.add(202, edge, quote)
  out.add(203, sign, signBefore)
  out.add(204, syntax.upos[i] as number, syntax.upos[before] as number)
  out.add(205, step[at] as number, edge)
  out.add(206, step[at - 1] as number, edge)
  out.add(207, lemmaHash[i] as number, edge)
  out.add(208, lemmaHash[before] as number, edge)
  out.add(209, quote * 4 + sentence * 2 + side, sign)
  out.add(210, quote * 4 + sentence * 2 + side, signBefore)
  out.add(211, syntax.deprel[i] as number, Math.imul(signBefore, 5) + edge)
}
