import { Deprel } from '#syntax'
import type { Candidate } from './candidates.ts'
import { childBy, type GroundWords, SUBJECTS } from './ground-words.ts'
import type { FeatureList } from './model.ts'

/** Labels of the role model. */
export const ROLE = { none: 0, source: 1, content: 2, cue: 3 } as const
export const ROLES = 4

/** What the role model looks at. */
export function roleFeatures(words: GroundWords, cue: number, candidate: Candidate, out: FeatureList): void {
  const { syntax, lemmaHash, kinds, quoted, childRelations } = words
  const { word, minus, path, under } = candidate
  const upos = syntax.upos[word] as number
  const lemma = lemmaHash[cue] as number
  const kind = kinds[cue] as number
  const cueUpos = syntax.upos[cue] as number
  const left = syntax.left[word] as number
  const right = syntax.right[word] as number
  const side = minus >= 0 ? 2 : word < cue ? 0 : 1
  const mark = childBy(syntax, word, [Deprel.mark, Deprel.case])
  const quote = quoteShape(words, left, right, cue)
  const object = childBy(syntax, cue, [Deprel.obj])
  const subject = childBy(syntax, cue, SUBJECTS)
  const clause = childBy(syntax, cue, [Deprel.ccomp, Deprel.xcomp, Deprel.parataxis])
  const relation = syntax.deprel[word] as number
  const underLemma = under >= 0 ? (lemmaHash[under] as number) : 0
  const size = sizeOf(right - left + 1)
  const markHash = mark >= 0 ? (lemmaHash[mark] as number) : 0
  const has =
    (object >= 0 ? 1 : 0) |
    (subject >= 0 ? 2 : 0) |
    (clause >= 0 ? 4 : 0) |
    ((quoted[cue] as number) > 0 ? 8 : 0)
  out.clear()
  out.add(101)
  out.add(102, path)
  out.add(103, path, lemma)
  out.add(104, path, kind)
  out.add(105, path, cueUpos * 32 + upos)
  out.add(106, path, lemmaHash[word] as number)
  out.add(107, path * 4 + side, has)
  out.add(108, path, markHash)
  out.add(109, path, quote)
  out.add(110, path * 8 + size, kind)
  out.add(111, Math.imul(path, 31) + lemma, markHash)
  out.add(112, Math.imul(path, 31) + lemma, has)
  out.add(113, relation * 4 + side, quote)
  out.add(114, relation * 4 + side, kinds[word] as number)
  out.add(115, upos * 4 + side, kind)
  out.add(116, Math.imul(path, 31) + underLemma, lemma)
  out.add(117, underLemma, markHash)
  out.add(118, path, childRelations[cue] as number)
  out.add(119, path * 8 + has, quote * 32 + upos)
  out.add(120, Math.imul(path, 31) + markHash, kind)
  out.add(121, lemma, lemmaHash[word] as number)
  out.add(122, path, syntax.feats[cue] as number)
  out.add(123, relation, Math.imul(markHash, 7) + has)
  if (under < 0 && minus < 0) out.add(124, relation, Math.min(3, Math.abs(word - cue)))
}

/** 0 no quotation; 1 a quotation touches it; 2 it is one wholly; 3 it lies in the same quotation as the cue. */
function quoteShape({ quoted }: GroundWords, left: number, right: number, cue: number): number {
  const a = quoted[left] as number
  const b = quoted[right] as number
  if (a > 0 && a === quoted[cue]) return 3
  if (a > 0 && b === a) return 2
  if (a > 0 || b > 0) return 1
  for (let i = left, n = 0; i <= right && n < 40; i++, n++) if ((quoted[i] as number) > 0) return 1
  return 0
}

const sizeOf = (n: number): number => (n === 1 ? 0 : n === 2 ? 1 : n <= 4 ? 2 : n <= 8 ? 3 : n <= 16 ? 4 : 5)
