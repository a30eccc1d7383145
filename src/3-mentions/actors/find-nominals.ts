import { type ActorEntry, holderOf, type Sector } from '#lexicon'
import { Deprel, type Syntax, Upos } from '#syntax'
import { type Desk, type Draft, draft, wordsOf } from './draft.ts'
import { countryOf, firstOf, officeThen } from './look-up.ts'
import { caseOf, nounPhrase } from './noun-phrase.ts'

/** Finds actors by what they are: "the Syrian regime", "two Turkish soldiers", "the secretary of state", "officials". */
export function findNominals(desk: Desk): Draft[] {
  const { syntax, matches, used } = desk
  const out = counterparts(desk)
  for (const match of matches.list) {
    if (used[match.last] || used[match.first]) continue
    const role = firstOf(match, 'role')
    const noun = firstOf(match, 'noun')
    if ((!role && !noun) || role?.id === 'mr' || role?.id === 'former') continue
    const head = headOfMatch(syntax, match.first, match.last)
    if (!isNominalHead(syntax, head)) continue
    const phrase = nounPhrase(syntax, head)
    const first = Math.max(Math.min(phrase.first, match.first), firstFree(used, phrase.first, match.first))
    const last = Math.max(phrase.last, match.last)
    if (used[last]) continue
    // "European nations" and "26 countries" are of no one country.
    const plural = (syntax.lower[head] as string) !== (syntax.lemma[head] as string)
    const many = noun?.id === 'country' && (plural || !/^(the|this)$/.test(syntax.lower[first] as string))
    const country = many ? null : (countryWithin(desk, first, last) ?? countryAfter(desk, head))
    const nominal = draft({
      first,
      last,
      head,
      kind: role ? 'title' : 'nominal',
      country,
      sectors: spokenFor(desk, role, first, head) ?? (role ?? noun)?.sectors ?? [],
      inner: !many && role === null,
      abroad: many,
      role: role ? wordsOf(syntax, match.first, match.last) : null,
      office: role?.id ?? null,
      plural,
      person: role !== null && !plural,
    })
    desk.used.fill(1, match.first, match.last + 1)
    out.push(nominal)
  }
  return [...out, ...peoples(desk)]
}

/** "Iraqis", "14 Chinese", "South Sudanese": people by their country. */
function peoples(desk: Desk): Draft[] {
  const { syntax, matches, used } = desk
  return matches.list.flatMap((match) => {
    const people = firstOf(match, 'demonym')
    const { first, last } = match
    if (!people || used[first] || used[last] || !isNominalHead(syntax, last)) return []
    const phrase = nounPhrase(syntax, last)
    if (phrase.last !== last || used[phrase.first]) return []
    used.fill(1, first, last + 1)
    return [
      draft({
        first: Math.min(phrase.first, first),
        last,
        head: last,
        kind: 'nominal',
        country: people.country,
        sectors: CIVILIAN,
        plural: true,
      }),
    ]
  })
}

const CIVILIAN: readonly Sector[] = Object.freeze(['CVL'])

/** "a Woolworths spokesman" speaks for a firm: a name in the phrase that is no state's or ministry's. */
function spokenFor(
  desk: Desk,
  role: ActorEntry | null,
  first: number,
  head: number,
): readonly Sector[] | null {
  if (role?.id !== 'spokesperson') return null
  const { syntax, matches } = desk
  let unknown = false
  for (let i = first; i < head; i++) {
    const match = matches.list[matches.at[i] as number]
    const body = firstOf(match, 'org') ?? firstOf(match, 'noun')
    if (body) return body.sectors
    if (countryOf(match)) return null
    if (syntax.upos[i] === Upos.PROPN) unknown = true
  }
  return unknown ? FIRM : null
}

const FIRM: readonly Sector[] = Object.freeze(['BUS'])

function headOfMatch(syntax: Syntax, first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const head = syntax.head[i] as number
    if (
      (head < first || head > last) &&
      (syntax.upos[i] === Upos.NOUN || syntax.upos[i] === Upos.PROPN || syntax.upos[i] === Upos.ADJ)
    )
      return i
  }
  return last
}

/** A noun that heads its phrase; "police" in "police station" heads none. */
function isNominalHead(syntax: Syntax, head: number): boolean {
  const relation = syntax.deprel[head] as number
  const upos = syntax.upos[head] as number
  if (upos !== Upos.NOUN && upos !== Upos.PROPN) return false
  return (
    relation !== Deprel.compound &&
    relation !== Deprel.amod &&
    relation !== Deprel.flat &&
    relation !== Deprel['nmod:unmarked']
  )
}

function firstFree(used: Uint8Array, from: number, to: number): number {
  let first = from
  for (let i = from; i < to; i++) if (used[i]) first = i + 1
  return first
}

/** A country, demonym or known body inside the phrase: "Turkish soldiers", "China's foreign ministry". */
function countryWithin({ matches }: Desk, first: number, last: number): string | null {
  for (let i = first; i <= last; i++) {
    const match = matches.list[matches.at[i] as number]
    const country = countryOf(match) ?? firstOf(match, 'org')?.country ?? null
    if (country) return country
  }
  return null
}

/** "the foreign minister of Poland", "the army in Mali". */
function countryAfter(desk: Desk, head: number): string | null {
  const { syntax, matches } = desk
  for (
    let child = syntax.firstChild[head] as number;
    child >= 0;
    child = syntax.nextSibling[child] as number
  ) {
    if (child < head || syntax.deprel[child] !== Deprel.nmod) continue
    const casing = caseOf(syntax, child)
    const country = countryOf(matches.list[matches.at[child] as number])
    if (country && casing >= 0 && ['of', 'in', 'from'].includes(syntax.lower[casing] as string))
      return country
  }
  return null
}

/** "his Russian counterpart": who holds the same office there is found when the owner is known. */
function counterparts(desk: Desk): Draft[] {
  const { syntax, used } = desk
  const out: Draft[] = []
  for (let i = 0; i < syntax.length; i++) {
    if (used[i] || !COUNTERPARTS.has(syntax.lemma[i] as string) || !isNominalHead(syntax, i)) continue
    const { first, last } = nounPhrase(syntax, i)
    out.push(
      draft({
        first,
        last,
        head: i,
        kind: 'title',
        country: countryWithin(desk, first, last),
        sectors: ['GOV'],
        office: 'counterpart',
        plural: syntax.lower[i] !== syntax.lemma[i],
        person: syntax.lower[i] === syntax.lemma[i],
      }),
    )
    used[i] = 1
  }
  return out
}

const COUNTERPARTS = new Set(['counterpart'])

/** Who held the office that a title names, or that its owner's counterpart holds. */
export function resolveTitle(desk: Desk, it: Draft, owner: Draft | null): void {
  if (it.entity !== null || it.plural || it.country === null || desk.date === null) return
  const office = it.office === 'counterpart' ? (owner?.office ?? null) : it.office
  if (office === null || !ASKED.has(office)) return
  const holder = holderOf(desk.lexicon, office, it.country, desk.date)
  if (!holder) return
  const held = officeThen(holder, desk.date)
  it.entity = holder.id
  it.name = holder.name
  it.gender = holder.gender
  it.role = held?.role ?? it.role
  it.sectors = held?.sectors ?? it.sectors
}

const ASKED = new Set([
  'head-of-state',
  'head-of-government',
  'chancellor',
  'foreign',
  'defence',
  'finance',
  'interior',
])
