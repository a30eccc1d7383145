import { Deprel, type Syntax, Upos } from '#syntax'
import { capital, form, type Match } from './match-names.ts'

/** Words before which a name is hardly anything but a place. */
const LOCATIVE = new Set(
  'in at near from to outside around across throughout within toward towards into of for between through via off along inside over'.split(
    ' ',
  ),
)
/** Words that make the name before them that of an institution, a paper, a team or a street. */
const INSTITUTION = new Set(
  'university college school times post journal herald tribune news gazette bank company corporation inc. inc corp. co. group association institute foundation church hospital hotel museum street avenue road drive lane boulevard court department police act plan accord treaty declaration convention protocol agreement summit conference championship cup league club fc united stadium trophy open festival award prize'.split(
    ' ',
  ),
)
/** Titles: the capitalised word behind them is a person. */
const TITLES = new Set(
  'mr. mr mrs. mrs ms. ms dr. dr president minister secretary senator sen. rep. gov. governor mayor gen. general col. capt. sgt. lt. judge justice professor prof. king queen prince princess sir lord lady pope father sister coach officer detective sheriff chief director chairman spokesman spokeswoman'.split(
    ' ',
  ),
)

/** How much a match looks like a place as the text uses it: above 0 it is held to be one. */
export function weighMatch(syntax: Syntax, match: Match, population: number, famous: boolean): number {
  const { first, last, within } = match
  if (within) return 5
  let weight = famous ? 2 : Math.log10(population + 1) - 5.4
  const before = syntax.lower[first - 1] ?? ''
  const sameSentence = syntax.sentence[first - 1] === syntax.sentence[first]
  if (sameSentence && LOCATIVE.has(before)) weight += before === 'of' || before === 'for' ? 1 : 1.6
  if (sameSentence && TITLES.has(before)) weight -= famous ? 1 : 4
  const relation = syntax.deprel[first] as number
  if (insideName(syntax, first, last)) weight -= famous ? 2.5 : 4
  if (INSTITUTION.has(syntax.lower[last + 1] ?? '') && capital(syntax, last + 1)) weight -= 4
  if (!famous && relation === Deprel.nsubj) weight -= 1.5
  if (form(syntax, last + 1) === "'s" && !famous) weight -= 0.3
  return weight
}

/** Whether capitalised words stand right beside the match in one name with it: "Paris Hilton", "George Washington". */
function insideName(syntax: Syntax, first: number, last: number): boolean {
  const joined = (i: number) => {
    if (i < 0 || i >= syntax.length || syntax.sentence[i] !== syntax.sentence[first]) return false
    if (syntax.upos[i] !== Upos.PROPN || !capital(syntax, i)) return false
    const [head, other] = [syntax.head[i] as number, syntax.head[first] as number]
    const flat = (k: number) => syntax.deprel[k] === Deprel.flat || syntax.deprel[k] === Deprel.compound
    return (
      (flat(i) && head >= first && head <= last) ||
      ((flat(first) || flat(last)) && (other === i || (syntax.head[last] as number) === i))
    )
  }
  return joined(first - 1) || joined(last + 1)
}
