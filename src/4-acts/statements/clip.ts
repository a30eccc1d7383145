import { Deprel, type Syntax, Upos } from '#syntax'
import { isAccording } from './cue-features.ts'
import type { Frame } from './decode.ts'
import type { GroundWords } from './ground-words.ts'

const DAYS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
   october november december today yesterday tomorrow earlier later`.split(/\s+/),
)

/** Puts right what trees often get wrong about a content: where it begins, and whose words close it. */
export function clip(
  words: GroundWords,
  frame: Frame,
  content: Set<number>,
  source: ReadonlySet<number>,
): void {
  if (content.size === 0) return
  dropTime(words.syntax, frame.cue, content)
  if (isAccording(words.syntax, frame.cue)) wholeSentence(words, source, content)
  else {
    dropAccording(words, content)
    postposed(words, frame.cue, source, content)
  }
}

/** "said on Monday that …": the day is when it was said. */
function dropTime(syntax: Syntax, cue: number, content: Set<number>): void {
  for (let i = cue + 1; i < cue + 8 && i < syntax.length; i++) {
    if (syntax.lower[i] !== 'that') continue
    const early = [...content].filter((word) => word > cue && word < i)
    if (early.length > 0 && early.some((word) => DAYS.has(syntax.lower[word] as string)))
      for (const word of early) content.delete(word)
    return
  }
}

/** "…, according to X": who says so is X, not the speaker before. */
function dropAccording({ syntax, quoted }: GroundWords, content: Set<number>): void {
  for (const word of [...content]) {
    if (!isAccording(syntax, word) || syntax.lower[word + 1] !== 'to' || (quoted[word] as number) > 0)
      continue
    const named = syntax.head[word] as number
    const top = syntax.deprel[word] === Deprel.case && named >= 0 ? named : word
    for (let i = syntax.left[top] as number; i <= (syntax.right[top] as number); i++) content.delete(i)
  }
}

/** What is according to somebody is the sentence, unless another says it. */
function wholeSentence(
  { syntax, kinds }: GroundWords,
  source: ReadonlySet<number>,
  content: Set<number>,
): void {
  const some = content.values().next().value as number
  const sentence = syntax.sentence[some] as number
  const from = syntax.sentenceStart[sentence] as number
  const to = syntax.sentenceStart[sentence + 1] as number
  let root = from
  while (root < to - 1 && (syntax.head[root] as number) >= 0) root++
  const spoken =
    (kinds[root] as number) !== 0 && syntax.upos[root] === Upos.VERB && syntax.lemma[root] !== 'show'
  if (spoken) return
  const at = [...source, from].find((word) => word > from) ?? from
  const comma = [...source].some((word) => syntax.lower[word - 3] === ',') || at - from < 4
  if (!comma) return
  for (let i = from; i < to; i++) if (!source.has(i) && !isTail(syntax, i)) content.add(i)
}

const isTail = (syntax: Syntax, i: number): boolean =>
  isAccording(syntax, i) || (syntax.lower[i] === 'to' && isAccording(syntax, i - 1))

/** "…, the agency reported.": all of the sentence before the comma is told. */
function postposed(
  { syntax, quoted }: GroundWords,
  cue: number,
  source: ReadonlySet<number>,
  content: Set<number>,
): void {
  const sentence = syntax.sentence[cue] as number
  const from = syntax.sentenceStart[sentence] as number
  const to = syntax.sentenceStart[sentence + 1] as number
  let first = cue
  for (const word of source)
    if (word < first && word > from && syntax.sentence[word] === sentence) first = word
  let last = cue
  for (const word of source) if (word > last) last = word
  if (first <= from + 3 || syntax.lower[first - 1] !== ',' || !onlyEnd(syntax, last + 1, to)) return
  if (![...content].every((word) => word < first)) return
  for (let i = from; i < first - 1; i++)
    if (quoted[i] !== quoted[from] && (quoted[from] as number) > 0) return
  for (let i = from; i < first - 1; i++) content.add(i)
}

/** Whether nothing but signs and a day stand between two words. */
function onlyEnd(syntax: Syntax, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (syntax.upos[i] !== Upos.PUNCT && !DAYS.has(syntax.lower[i] as string) && syntax.lower[i] !== 'on')
      return false
  return true
}
