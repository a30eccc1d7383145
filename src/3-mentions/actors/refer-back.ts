import type { Sector } from '#lexicon'
import { Deprel, type Syntax } from '#syntax'
import { type Desk, type Draft, draft } from './draft.ts'
import { resolveTitle } from './find-nominals.ts'
import { homeCountry, sentenceOf } from './home-country.ts'

const SINGULAR: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ['he', 'm'],
  ['him', 'm'],
  ['his', 'm'],
  ['himself', 'm'],
  ['she', 'f'],
  ['her', 'f'],
  ['hers', 'f'],
  ['herself', 'f'],
])
const PLURAL = new Set(['they', 'them', 'their', 'theirs', 'themselves'])
const THING = new Set(['it', 'its', 'itself'])

/** The mention whose head a relative pronoun belongs to. */
function atHead(drafts: readonly Draft[], head: number, i: number): number {
  for (let k = i - 1; k >= 0; k--) if (drafts[k]?.head === head && drafts[k]?.members.length === 0) return k
  return -1
}

/** The noun that the clause of "who" tells more of, -1 for none. */
function relativeTo(syntax: Syntax, i: number): number {
  let verb = i
  for (let steps = 0; steps < 8 && verb >= 0; steps++, verb = syntax.head[verb] as number)
    if (syntax.deprel[verb] === Deprel['acl:relcl']) return syntax.head[verb] as number
  return -1
}

/** Adds pronouns as drafts without an antecedent yet. */
export function findPronouns({ syntax, used }: Desk): Draft[] {
  const out: Draft[] = []
  for (let i = 0; i < syntax.length; i++) {
    const lower = syntax.lower[i] as string
    const gender = SINGULAR.get(lower) ?? null
    const relative = lower === 'who' || lower === 'whom' ? relativeTo(syntax, i) : -1
    if (
      used[i] ||
      (relative < 0 && !gender && !PLURAL.has(lower) && !THING.has(lower)) ||
      syntax.deprel[i] === Deprel.expl
    )
      continue
    out.push(
      draft({
        first: i,
        last: i,
        head: i,
        kind: 'pronoun',
        gender,
        relative,
        plural: PLURAL.has(lower),
        person: gender !== null,
      }),
    )
  }
  return out
}

/** How far back, in sentences, a pronoun looks. */
const REACH = 4

/** Links names to their shorter forms, titles to their holders and pronouns to what they refer to, in text order. */
export function referBack(desk: Desk, drafts: Draft[]): void {
  const { syntax } = desk
  let locals = 0
  let domestic: string | null = null
  const home = homeCountry(desk, drafts)
  drafts.forEach((it, i) => {
    if (it.kind === 'pronoun') {
      const found = it.relative >= 0 ? atHead(drafts, it.relative, i) : antecedent(syntax, drafts, i)
      if (found >= 0) copy(it, drafts[found] as Draft, found)
    } else if (it.kind === 'name') nameBack(drafts, i)
    else {
      if (it.kind === 'title') resolveTitle(desk, it, ownerOf(syntax, drafts, i))
      if (it.inner && it.country === null && INNER.has(it.sectors[0] ?? ''))
        it.country = home(sentenceOf(syntax, it)) ?? domestic
      if (it.entity === null && it.kind === 'title' && !it.plural) titleBack(drafts, i)
      if (it.inner && it.country !== null && INNER.has(it.sectors[0] ?? '')) domestic = it.country
    }
    localise(it, home(sentenceOf(syntax, it)))
    settle(it, home(sentenceOf(syntax, it)))
    it.entity ??= entityOf(it) ?? `local/${++locals}`
  })
}

/** Names that many states have for a body of their own. */
const SHARED = new Set([
  'congress',
  'senate',
  'the senate',
  'the congress',
  'supreme court',
  'the supreme court',
  'house of representatives',
])

/** "Congress" in a report on Chile is Chile's. */
function localise(it: Draft, home: string | null): void {
  if (it.entry === null || it.person || home === null || it.country === home || it.country === null) return
  if (!SHARED.has(it.said.toLowerCase())) return
  it.country = home
  it.entity = `sector/${home}/${it.sectors[0] ?? 'GOV'}`
}

/** What the words leave open: an unknown person is a civilian, and of the country that the report plays in. */
function settle(it: Draft, home: string | null): void {
  if (it.entry !== null || it.members.length > 0 || it.sectors.some((sector) => ABOVE.has(sector))) return
  if (it.sectors.length === 0 && (it.person || it.kind === 'pronoun')) it.sectors = CIVILIAN
  if (it.country === null && it.sectors.length > 0 && !it.abroad) it.country = home
}

const CIVILIAN: readonly Sector[] = Object.freeze(['CVL'])
/** Sectors that stand above states. */
const ABOVE: ReadonlySet<Sector> = new Set(['IGO', 'MNC'])

/** Sectors that belong to one state: without a country they are those of the state last told of so. */
const INNER = new Set(['GOV', 'MIL', 'REB', 'OPP', 'COP', 'LEG'])

function entityOf(it: Draft): string | null {
  const sector = it.sectors[0]
  const unknown = it.kind === 'name' && it.entry === null
  if (it.person || unknown || it.kind === 'pronoun' || !it.country || !sector) return null
  return sector === 'GOV' ? `country/${it.country}/GOV` : `sector/${it.country}/${sector}`
}

function copy(it: Draft, from: Draft, number: number): void {
  it.entity = from.entity
  it.name = from.name
  it.country = from.country
  it.sectors = from.sectors
  it.role = from.role
  it.gender ??= from.gender
  it.coreferentWith = number
  it.members = []
}

/** A name said again, whole or by its last part. */
function nameBack(drafts: readonly Draft[], i: number): void {
  const it = drafts[i] as Draft
  for (let k = i - 1; k >= 0; k--) {
    const other = drafts[k] as Draft
    if (other.kind !== 'name' || other.members.length > 0) continue
    const same = it.entity !== null && it.entity === other.entity
    const body = isBody(it) && isBody(other) && it.name === other.name
    const shorter =
      it.person &&
      other.person &&
      it.entity === null &&
      it.surname !== null &&
      (other.surname === it.surname || endsWith(other.name, it.surname))
    if (!same && !shorter && !body) continue
    if (shorter && it.name?.includes(' ') && other.name !== it.name && other.name?.includes(' ')) continue
    if (shorter || body) copy(it, other, k)
    else it.coreferentWith = k
    return
  }
}

/** A body of a name that the lexicon does not know. */
const isBody = (it: Draft): boolean =>
  it.kind === 'name' && !it.person && it.entry === null && it.name !== null

const endsWith = (name: string | null, surname: string): boolean =>
  name?.toLowerCase().split(/[ -]/).includes(surname) ?? false

/** "the minister" is the last person who holds such an office. */
function titleBack(drafts: readonly Draft[], i: number): void {
  const it = drafts[i] as Draft
  for (let k = i - 1; k >= 0 && k > i - 25; k--) {
    const other = drafts[k] as Draft
    const fits =
      other.person &&
      other.kind === 'name' &&
      other.office === it.office &&
      (it.country === null || other.country === null || other.country === it.country)
    if (!fits || it.office === null) continue
    copy(it, other, k)
    return
  }
}

/** The owner of "his Russian counterpart": the pronoun's antecedent, or the possessor. */
function ownerOf(syntax: Syntax, drafts: readonly Draft[], i: number): Draft | null {
  const it = drafts[i] as Draft
  for (let k = i + 1; k < drafts.length && (drafts[k] as Draft).first <= it.last; k++) {
    const inside = drafts[k] as Draft
    if (inside.kind === 'pronoun') {
      const found = antecedent(syntax, drafts, k)
      return found >= 0 ? (drafts[found] as Draft) : null
    }
  }
  for (let k = i - 1; k >= 0; k--)
    if ((drafts[k] as Draft).person && (drafts[k] as Draft).office) return drafts[k] as Draft
  return null
}

/** The best earlier mention for a pronoun: of its number and gender, near, rather a subject. */
function antecedent(syntax: Syntax, drafts: readonly Draft[], i: number): number {
  const it = drafts[i] as Draft
  const sentence = syntax.sentence[it.head] as number
  let best = -1
  let most = Number.NEGATIVE_INFINITY
  for (let k = i - 1; k >= 0; k--) {
    const other = drafts[k] as Draft
    const away = sentence - (syntax.sentence[other.head] as number)
    if (away > REACH) break
    if (!agrees(it, other) || covers(other, it)) continue
    const odd = it.plural && !other.plural && other.members.length === 0 ? ONE_AS_MANY : 0
    const weight = salience(syntax, other.head) - away * 2.2 - (i - k) * 0.04 - odd
    if (weight > most) [best, most] = [k, weight]
  }
  if (best < 0) return -1
  const found = drafts[best] as Draft
  return found.kind === 'pronoun' && found.coreferentWith !== null ? found.coreferentWith : best
}

/** "They" for one body is less likely than for several people. */
const ONE_AS_MANY = 1.5

/** A body of people, which may be "they": "the city", "the firm", "police". */
const isCollective = (it: Draft): boolean =>
  !it.person && it.kind !== 'pronoun' && it.sectors.length > 0 && !it.entity?.startsWith('country/')

const covers = (outer: Draft, inner: Draft) => outer.first <= inner.first && inner.last <= outer.last

function agrees(it: Draft, other: Draft): boolean {
  if (other.kind === 'pronoun' && other.coreferentWith === null) return false
  if (it.person) return other.person && (other.gender === null || other.gender === it.gender)
  if (it.plural) return other.plural || other.members.length > 1 || isCollective(other)
  return !other.person && !other.plural && other.members.length === 0
}

/** Subjects are spoken of again more often than objects, and these more than what hangs on prepositions. */
function salience(syntax: Syntax, head: number): number {
  switch (syntax.deprel[head]) {
    case Deprel.nsubj:
    case Deprel['nsubj:pass']:
      return 3
    case Deprel.obj:
    case Deprel['obl:agent']:
      return 1.6
    case Deprel['nmod:poss']:
      return 1
    default:
      return 0.6
  }
}
