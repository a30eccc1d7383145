import { NAME_SENSE } from '#lexicon'
import { DEPREL, Deprel, type Syntax, UPOS, Upos } from '#syntax'
import { capital, form, headOf, type Match } from './match-names.ts'
import { likeliest, type Sense } from './resolve-places.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that make the name before them that of a newspaper or a station. */
const MEDIA = set(
  'times post journal herald tribune news gazette star press record observer telegraph chronicle daily television tv radio broadcasting',
)
/** … of a team or a contest. */
const TEAM = set(
  'cup league club fc united open championship championships trophy tigers lions eagles bears hawks wildcats bulldogs rangers giants state',
)
/** … of an institution or an event. */
const INSTITUTION = set(
  'university college school schools bank company corporation inc. inc corp. co. co group association institute foundation fund church hospital clinic center centre hotel museum library court department office police bureau commission committee council board authority agency act plan accord accords treaty declaration convention protocol agreement process summit conference stadium arena festival award prize',
)
/** Words that make the name before them a road or a building. */
const STREET = set(
  'street st. st avenue ave. ave road rd. rd drive boulevard blvd. lane highway square bridge airport',
)
/** Words that make the name before them that of a river, a hill or the like. */
const NATURE = set(
  'river lake creek mountain mountains island islands valley bay forest canyon falls beach hills ridge peninsula desert park gorge',
)
/** … or of a body of local government. */
const LOCALITY = set('county township parish city village district province state region borough heights')
/** Titles: the capitalised word behind them is a person. */
const TITLES = set(
  'mr. mr mrs. mrs ms. ms dr. dr president minister secretary senator sen. sens. rep. reps. gov. governor mayor gen. general col. colonel capt. captain sgt. lt. maj. cmdr. judge justice professor prof. king queen prince princess sir lord lady pope father sister brother rev. coach officer detective sheriff chief director chairman chairwoman spokesman spokeswoman manager attorney commissioner superintendent councilman councilwoman',
)
/** Common nouns whose attribute is mostly a place: "Houston police", "area residents". */
const LOCAL = set(
  'police residents resident officials official area man woman men women native mayor city town suburb metro region county school hospital hotel court-house firefighters neighborhood district office-based based bound born',
)
const AT_PLACE = set('in near around outside throughout across')
const WAY = set('to from into toward towards through via between over along off')
const DIRECTION = set(
  'north south east west northern southern eastern western downtown central upstate nearby greater',
)

/** What the whole text does with a name. */
export interface NameUse {
  /** "in Jackson", "near Jackson". */
  located: number
  /** "Alan Jackson", "Mr. Jackson". */
  personal: number
  count: number
}

/** How each name of the text is used, counted over all its matches. */
export function countUses(syntax: Syntax, matches: readonly Match[]): ReadonlyMap<string, NameUse> {
  const uses = new Map<string, NameUse>()
  for (const match of matches) {
    const use = uses.get(match.key) ?? { located: 0, personal: 0, count: 0 }
    uses.set(match.key, use)
    use.count++
    const before = wordBefore(syntax, match.first)
    if (match.within !== null || AT_PLACE.has(before)) use.located++
    if (TITLES.has(before) || joinedBefore(syntax, match)) use.personal++
  }
  return uses
}

/** What speaks for and against a match being the name of a place, as names of features. */
export function toponymFeatures(
  syntax: Syntax,
  match: Match,
  sense: Sense,
  use: NameUse,
  isContainer: boolean,
): readonly string[] {
  const place = likeliest(sense)
  const kind = kindOf(place.feature, place.population)
  const size = SMALL.has(kind) ? 'small' : 'big'
  const before = beforeOf(syntax, match)
  const after = afterOf(syntax, match)
  const relation = DEPREL[syntax.deprel[headOf(syntax, match)] as number] ?? 'dep'
  const out = [
    'bias',
    `kind=${kind}`,
    `before=${before}`,
    `after=${after}`,
    `relation=${relation}`,
    `upos=${UPOS[syntax.upos[match.last] as number] ?? ''}`,
    `${size}+before=${before}`,
    `${size}+after=${after}`,
    `${size}+relation=${relation}`,
    `${kind}+before=${before}`,
    `${kind}+after=${after}`,
    `${kind}+relation=${relation}`,
    `near=${bin(sense.support.near)}`,
    `region=${bin(sense.support.region)}`,
    `country=${bin(sense.support.country)}`,
    `words=${Math.min(3, match.last - match.first + 1)}`,
  ]
  if (match.within) out.push('within')
  if (isContainer) out.push('container')
  if (use.located > 0) out.push(use.located > 1 ? 'located=2' : 'located=1')
  if (use.personal > 0) out.push('personal', `personal+${kind}`)
  if (use.count > 2) out.push('often')
  return [...out, ...senseFeatures(match, before, relation), ...letterFeatures(syntax, match)]
}

function senseFeatures({ sense }: Match, before: string, relation: string): string[] {
  const out: string[] = []
  for (const [name, bit] of Object.entries(NAME_SENSE))
    if (sense & bit) out.push(name, `${name}+before=${before}`, `${name}+relation=${relation}`)
  return out
}

function letterFeatures(syntax: Syntax, { first, last }: Match): string[] {
  const out: string[] = []
  const text = form(syntax, first)
  if (text.length > 1 && text === text.toUpperCase())
    out.push(text.length < 4 ? 'letters=short' : 'letters=capitals')
  if (first === syntax.sentenceStart[syntax.sentence[first] as number]) out.push('opens-sentence')
  if (first === last && text.length <= 3) out.push('tiny')
  return out
}

const kindOf = (feature: string, population: number): string =>
  feature !== 'city'
    ? feature
    : population === 0
      ? 'hamlet'
      : population < 5_000
        ? 'village'
        : population < 50_000
          ? 'town'
          : population < 500_000
            ? 'city'
            : 'metropolis'

const SMALL = set('hamlet village town city facility')

const bin = (n: number): string => (n < 0.05 ? '0' : n < 0.5 ? '1' : n < 1.2 ? '2' : n < 2 ? '3' : '4')

const wordBefore = (syntax: Syntax, first: number): string =>
  first > 0 && syntax.sentence[first - 1] === syntax.sentence[first]
    ? (syntax.lower[first - 1] as string)
    : ''

function beforeOf(syntax: Syntax, match: Match): string {
  const word = wordBefore(syntax, match.first)
  if (word === '') return 'start'
  if (TITLES.has(word)) return 'title'
  if (AT_PLACE.has(word)) return word === 'in' ? 'in' : 'near'
  if (WAY.has(word)) return 'way'
  if (DIRECTION.has(word)) return 'direction'
  if (['at', 'of', 'for', 'the', 'and', ',', 'by', 'with', '-', '(', '"', '“'].includes(word)) return word
  if (joinedBefore(syntax, match)) return 'name'
  if (capital(syntax, match.first - 1)) return 'capital'
  return UPOS[syntax.upos[match.first - 1] as number] ?? 'X'
}

function afterOf(syntax: Syntax, match: Match): string {
  const i = match.last + 1
  if (i >= syntax.length || syntax.sentence[i] !== syntax.sentence[match.last]) return 'end'
  const word = syntax.lower[i] as string
  if (capital(syntax, i)) {
    if (MEDIA.has(word)) return 'media'
    if (TEAM.has(word)) return 'team'
    if (INSTITUTION.has(word)) return 'institution'
    if (STREET.has(word)) return 'street'
    if (NATURE.has(word)) return 'nature'
    if (LOCALITY.has(word)) return 'locality'
    return joinedAfter(syntax, match) ? (syntax.deprel[i] === Deprel.flat ? 'flat' : 'name') : 'capital'
  }
  if (word === "'s" || word === '’s') return "'s"
  if (LOCAL.has(word)) return 'local'
  if ([',', '.', '-', 'and', ')', '(', ':'].includes(word)) return word
  return UPOS[syntax.upos[i] as number] ?? 'X'
}

/** A capitalised word stands right before in one name with the match: "Alan Jackson". */
const joinedBefore = (syntax: Syntax, { first, last }: Match): boolean =>
  joined(syntax, first, last, first - 1)
const joinedAfter = (syntax: Syntax, { first, last }: Match): boolean => joined(syntax, first, last, last + 1)

function joined(syntax: Syntax, first: number, last: number, i: number): boolean {
  if (i < 0 || i >= syntax.length || syntax.sentence[i] !== syntax.sentence[first]) return false
  if (syntax.upos[i] !== Upos.PROPN || !capital(syntax, i)) return false
  const head = syntax.head[i] as number
  if (isFlat(syntax, i) && head >= first && head <= last) return true
  const at = headOf(syntax, { first, last })
  return isFlat(syntax, at) && (syntax.head[at] === i || syntax.head[at] === head)
}

const isFlat = (syntax: Syntax, i: number): boolean =>
  syntax.deprel[i] === Deprel.flat || syntax.deprel[i] === Deprel.compound
