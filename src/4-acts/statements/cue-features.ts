import { Deprel, Feats, type Syntax, Upos } from '#syntax'
import { childBy, type GroundWords, SUBJECTS } from './ground-words.ts'
import type { FeatureList } from './model.ts'

const CLAUSES: readonly number[] = [Deprel.ccomp, Deprel.xcomp, Deprel.parataxis]
const OBJECTS: readonly number[] = [Deprel.obj]

/** Whether a word may be the head of a cue at all. */
export function mayCue({ syntax, kinds }: GroundWords, i: number): boolean {
  const upos = syntax.upos[i] as number
  if (upos === Upos.VERB) return !claimsLives(syntax, i)
  if (upos === Upos.NOUN) return true
  if (upos === Upos.ADJ || upos === Upos.ADV) return (kinds[i] as number) !== 0
  return isAccording(syntax, i) || (syntax.lower[i] === ':' && upos === Upos.PUNCT)
}

/** A war that claims lives says nothing. */
function claimsLives(syntax: Syntax, i: number): boolean {
  if (syntax.lemma[i] !== 'claim') return false
  const object = childBy(syntax, i, OBJECTS)
  return object >= 0 && (syntax.lemma[object] === 'life' || syntax.lemma[object] === 'victim')
}

/** "according" of "according to". */
export const isAccording = (syntax: Syntax, i: number): boolean =>
  syntax.lemma[i] === 'accord' || syntax.lower[i] === 'according'

/** What the cue model looks at. */
export function cueFeatures(words: GroundWords, i: number, out: FeatureList): void {
  const { syntax, lemmaHash, kinds, quoted, childRelations } = words
  const upos = syntax.upos[i] as number
  const deprel = syntax.deprel[i] as number
  const lemma = lemmaHash[i] as number
  const kind = kinds[i] as number
  const relations = childRelations[i] as number
  const head = syntax.head[i] as number
  const feats = syntax.feats[i] as number
  const subject = childBy(syntax, i, SUBJECTS)
  const clause = childBy(syntax, i, CLAUSES)
  const object = childBy(syntax, i, OBJECTS)
  const inQuote = (quoted[i] as number) > 0 ? 1 : 0
  const form =
    feats &
    (Feats['VerbForm=Fin'] |
      Feats['VerbForm=Inf'] |
      Feats['VerbForm=Part'] |
      Feats['VerbForm=Ger'] |
      Feats['Voice=Pass'])
  out.clear()
  out.add(1)
  out.add(2, lemma)
  out.add(3, lemma, upos)
  out.add(4, lemma, deprel)
  out.add(5, lemma, form)
  out.add(6, lemma, clause >= 0 ? (syntax.deprel[clause] as number) : 99)
  out.add(7, lemma, subject >= 0 ? (syntax.upos[subject] as number) : 99)
  out.add(8, lemma, object >= 0 ? 1 : 0)
  out.add(9, lemma, inQuote)
  out.add(10, kind, deprel)
  out.add(11, kind, clause >= 0 ? (syntax.deprel[clause] as number) : 99)
  out.add(12, kind, inQuote)
  out.add(13, kind, subject >= 0 ? (syntax.upos[subject] as number) : 99)
  out.add(14, kind, relations)
  out.add(15, upos, relations)
  out.add(16, upos * 64 + deprel, form)
  out.add(17, inQuote, upos)
  if (subject >= 0) {
    out.add(18, lemmaHash[subject] as number)
    out.add(19, lemmaHash[subject] as number, kind)
    out.add(20, syntax.upos[subject] as number, deprel)
  }
  if (object >= 0) {
    out.add(21, lemma, lemmaHash[object] as number)
    out.add(22, lemmaHash[object] as number, kind)
    out.add(23, kinds[object] as number, kind === 0 ? 1 : 0)
    out.add(24, lemma, syntax.upos[object] as number)
  }
  if (clause >= 0) {
    const mark = childBy(syntax, clause, [Deprel.mark])
    out.add(25, lemma, mark >= 0 ? (lemmaHash[mark] as number) : 0)
    out.add(26, quoted[clause] === quoted[i] ? 0 : 1, syntax.deprel[clause] as number)
  }
  prepositions(words, i, out)
  above(words, i, head, out)
  around(words, i, out)
}

function prepositions({ syntax, lemmaHash, kinds }: GroundWords, i: number, out: FeatureList): void {
  for (
    let k = syntax.firstChild[i] as number, n = 0;
    k >= 0 && n < 12;
    k = syntax.nextSibling[k] as number, n++
  ) {
    const deprel = syntax.deprel[k] as number
    if (deprel === Deprel.obl || deprel === Deprel.nmod || deprel === Deprel.advcl || deprel === Deprel.acl) {
      const mark = childBy(syntax, k, [Deprel.case, Deprel.mark])
      if (out.length > 70) return
      if (mark >= 0) {
        out.add(30, lemmaHash[i] as number, lemmaHash[mark] as number)
        out.add(31, kinds[i] as number, lemmaHash[mark] as number)
      }
      out.add(32, lemmaHash[i] as number, deprel)
    } else if (deprel === Deprel['compound:prt']) out.add(33, lemmaHash[i] as number, lemmaHash[k] as number)
    else if (deprel === Deprel.aux && out.length < 80) out.add(34, lemmaHash[k] as number, kinds[i] as number)
    else if (deprel === Deprel.advmod && (syntax.lower[k] === 'not' || syntax.lower[k] === "n't"))
      out.add(35, lemmaHash[i] as number)
    else if (deprel === Deprel['nmod:poss']) {
      out.add(36, lemmaHash[i] as number)
      out.add(37, syntax.upos[k] as number, kinds[i] as number)
    }
  }
}

function above(
  { syntax, lemmaHash, kinds, quoted }: GroundWords,
  i: number,
  head: number,
  out: FeatureList,
): void {
  const deprel = syntax.deprel[i] as number
  if (head < 0) return
  out.add(40, lemmaHash[head] as number, deprel)
  out.add(41, kinds[head] as number, deprel)
  out.add(42, lemmaHash[i] as number, kinds[head] as number)
  out.add(43, quoted[head] === quoted[i] ? 0 : 1, deprel)
  // Speech inside reported speech is told by somebody already.
  let inside = 0
  for (let w = i, n = 0; w >= 0 && n < 8; n++) {
    const relation = syntax.deprel[w] as number
    const up = syntax.head[w] as number
    if (up >= 0 && relation === Deprel.ccomp && (kinds[up] as number) !== 0) {
      inside = 1 + (kinds[up] as number)
      break
    }
    w = up
  }
  out.add(44, inside)
  out.add(45, inside === 0 ? 0 : 1, lemmaHash[i] as number)
  out.add(46, inside === 0 ? 0 : 1, kinds[i] as number)
}

function around({ syntax, lemmaHash, quoted, kinds }: GroundWords, i: number, out: FeatureList): void {
  const before = i > 0 ? i - 1 : i
  const after = i + 1 < syntax.length ? i + 1 : i
  out.add(50, lemmaHash[before] as number, kinds[i] as number)
  out.add(51, lemmaHash[after] as number, kinds[i] as number)
  out.add(52, lemmaHash[i] as number, lemmaHash[after] as number)
  const from = Math.max(0, i - 4)
  const to = Math.min(syntax.length - 1, i + 4)
  let near = 0
  for (let w = from; w <= to; w++)
    if ((quoted[w] as number) > 0 && quoted[w] !== quoted[i]) near |= w < i ? 1 : 2
  out.add(53, near, kinds[i] as number)
  out.add(54, near, lemmaHash[i] as number)
}
