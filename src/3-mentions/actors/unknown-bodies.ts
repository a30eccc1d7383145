import type { Sector } from '#lexicon'
import { Deprel, type Syntax, Upos } from '#syntax'
import { type Desk, type Draft, draft, isCapital, wordsOf } from './draft.ts'
import { headWithin } from './noun-phrase.ts'

/** The words that tell what a body of an unknown name is, and its sector. */
const KINDS: readonly (readonly [Sector, string])[] = [
  [
    'BUS',
    'bank group holdings airlines airways ltd ltd. inc inc. corp corp. company co. limited plc gmbh motors telecom industries enterprises ventures technologies pharmaceuticals securities insurance partners llc energy petroleum oil mining bancorp exchange',
  ],
  ['EDU', 'university college school institute academy polytechnic'],
  ['PTY', 'party'],
  [
    'JRN',
    'news times post herald tribune gazette daily magazine radio tv television bulletin newspaper broadcasting',
  ],
  ['NGO', 'foundation trust crescent fundación fondation'],
  ['SOC', 'association federation society union club network movement forum'],
  [
    'GOV',
    'ministry department authority commission committee council agency office bureau administration municipality board cabinet treasury secretariat',
  ],
  ['JUD', 'court tribunal procuratorate'],
  ['LEG', 'parliament assembly senate congress'],
  ['MIL', 'army navy forces'],
  ['COP', 'police constabulary'],
  ['MED', 'hospital clinic'],
]
const SECTOR_OF: ReadonlyMap<string, Sector> = new Map(
  KINDS.flatMap(([sector, words]) => words.split(' ').map((word) => [word, sector] as const)),
)
const LINKS = new Set(['of', 'for', 'and', '&', 'the', 'de', 'del', 'la', 'on', 'in'])

/** Bodies that the lexicon does not know, by the noun in their name: "Zhengzhou Real Estate Group", "the Agano Party". */
export function unknownBodies(desk: Desk): Draft[] {
  const { syntax, used } = desk
  const out: Draft[] = []
  for (let i = 0; i < syntax.length; i++) {
    if (used[i] || !isName(syntax, i)) continue
    const last = runEnd(desk, i)
    const sector = last > i ? sectorOf(desk, i, last) : null
    if (sector) {
      out.push(body(syntax, i, last, sector))
      used.fill(1, i, last + 1)
    }
    i = last
  }
  return out
}

const isName = (syntax: Syntax, i: number): boolean =>
  isCapital(syntax, i) &&
  (syntax.upos[i] === Upos.PROPN || syntax.upos[i] === Upos.NOUN || syntax.upos[i] === Upos.ADJ)

/** The end of a run of capitalised words, small links between them included. */
function runEnd({ syntax, used }: Desk, first: number): number {
  const to = syntax.sentenceStart[(syntax.sentence[first] as number) + 1] as number
  let last = first
  for (let i = first + 1; i < to && i < first + 12; i++) {
    if (used[i]) break
    if (isName(syntax, i)) last = i
    else if (!LINKS.has(syntax.lower[i] as string) || i > last + 2) break
  }
  return last
}

/** "Bank of Communications" is told by its first noun, "Korea Eximbank" by the end of its last. */
function sectorOf({ syntax }: Desk, first: number, last: number): Sector | null {
  for (let i = last; i >= first; i--) {
    const word = syntax.lower[i] as string
    const known = SECTOR_OF.get(word) ?? (/.bank$/.test(word) ? 'BUS' : undefined)
    if (known && isCapital(syntax, i)) return known
  }
  return null
}

function body(syntax: Syntax, first: number, last: number, sector: Sector): Draft {
  const the = first > 0 && syntax.lower[first - 1] === 'the' ? 1 : 0
  return draft({
    first: first - the,
    last,
    head: headWithin(syntax, first, last),
    kind: 'name',
    name: wordsOf(syntax, first, last),
    sectors: [sector],
    abroad: false,
  })
}

/** Verbs whose subject speaks. */
const SPEAKS = new Set(
  'say tell add note explain argue warn insist recall claim announce state write ask reply stress believe think'.split(
    ' ',
  ),
)

/** A single capitalised word that speaks, and is nothing else that is known: "Harmse said". */
export function unknownSpeakers(desk: Desk): Draft[] {
  const { syntax, used, matches, toponymic } = desk
  const out: Draft[] = []
  for (let i = 0; i < syntax.length; i++) {
    if (used[i] || syntax.upos[i] !== Upos.PROPN || !isCapital(syntax, i) || matches.at[i] !== -1) continue
    const governor = syntax.head[i] as number
    if (syntax.deprel[i] !== Deprel.nsubj || governor < 0 || !SPEAKS.has(syntax.lemma[governor] as string))
      continue
    if ((toponymic[i] as number) > 0 || syntax.left[i] !== i) continue
    const words = wordsOf(syntax, i, i)
    out.push(
      draft({
        first: i,
        last: i,
        head: i,
        kind: 'name',
        name: words,
        person: true,
        surname: words.toLowerCase(),
      }),
    )
    used[i] = 1
  }
  return out
}
