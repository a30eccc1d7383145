import { type ActorEntry, FORM, type Sector } from '#lexicon'
import { type Syntax, Upos } from '#syntax'
import { isActing } from './acting-place.ts'
import { type Desk, type Draft, draft, isCapital, wordsOf } from './draft.ts'
import { choosePerson, countryOf, firstOf, officeThen } from './look-up.ts'
import type { NameMatch } from './match-names.ts'
import { headWithin } from './noun-phrase.ts'
import { unknownBodies } from './unknown-bodies.ts'

/** What stands before a name as its title: "US Secretary of State", "China's Foreign Minister", "Mr.". */
interface Title {
  readonly first: number
  readonly country: string | null
  readonly role: string | null
  readonly office: string | null
  readonly sectors: readonly Sector[]
  readonly former: boolean
}

/** Finds persons, bodies and states by name. Known persons first: their titles take in demonyms. */
export function findNames(desk: Desk): Draft[] {
  const out: Draft[] = []
  for (const match of desk.matches.list) {
    const person = personAt(desk, match)
    if (person) out.push(take(desk, person))
  }
  const bodies: Draft[] = []
  for (const match of desk.matches.list) {
    if (desk.used[match.first]) continue
    const found = bodyAt(desk, match)
    if (found && match.last > match.first) bodies.push(take(desk, found))
  }
  bodies.push(...unknownBodies(desk))
  out.push(...unknownPersons(desk))
  out.push(...surnames(desk, out))
  for (const match of desk.matches.list) {
    if (desk.used[match.first]) continue
    const found = bodyAt(desk, match) ?? stateAt(desk, match)
    if (found) out.push(take(desk, found))
  }
  return [...out, ...bodies]
}

function take(desk: Desk, it: Draft): Draft {
  desk.used.fill(1, it.first, it.last + 1)
  return it
}

function personAt(desk: Desk, match: NameMatch): Draft | null {
  const { syntax, date } = desk
  if (firstOf(match, 'person') === null || isCommon(desk, match)) return null
  const title = titleBefore(desk, match.first)
  const entry = choosePerson(match, date, title.country, title.office !== null)
  if (!entry || partOfLongerName(syntax, match)) return null
  if (title.role === null && isSurnameAlone(match) && !isTold(desk, entry, date)) return null
  const office = officeThen(entry, date)
  return draft({
    first: title.first,
    last: match.last,
    head: headWithin(syntax, title.first, match.last),
    kind: 'name',
    entity: entry.id,
    name: entry.name,
    country: office?.country ?? entry.country ?? title.country,
    sectors:
      title.former || (!office && entry.offices.length > 0)
        ? title.office && !title.former
          ? title.sectors
          : ['ELI']
        : (office?.sectors ?? entry.sectors),
    role: title.former ? null : (office?.role ?? title.role),
    office: office?.kind ?? title.office,
    gender: entry.gender,
    person: true,
    entry,
    surname: surnameOf(wordsOf(syntax, match.first, match.last), entry),
  })
}

const isSurnameAlone = (match: NameMatch): boolean =>
  match.payloads.every((payload) => (payload & 3) !== FORM.name && (payload & 3) !== FORM.variant)

/** Whether the text speaks of the country that the entry's office is of, or the office needs no country said. */
function isTold({ matches }: Desk, entry: ActorEntry, date: string | null): boolean {
  const office = officeThen(entry, date)
  const country = office?.country ?? entry.country
  return country === null || matches.list.some((match) => countryOf(match) === country)
}

/** A surname that is also a state, a body or a common word is no person unless it is written in full. */
function isCommon(_desk: Desk, match: NameMatch): boolean {
  return (
    match.first === match.last &&
    (countryOf(match) !== null || firstOf(match, 'org') !== null || firstOf(match, 'noun') !== null)
  )
}

/** "Michael Kerry" is not the known Kerry: a capitalised name stands before the match that is no title. */
function partOfLongerName(syntax: Syntax, { first, last }: NameMatch): boolean {
  const before = first - 1
  if (followedByName(syntax, last)) return true
  if (first !== last || before < 0 || syntax.sentence[before] !== syntax.sentence[first]) return false
  if (syntax.upos[before] !== Upos.PROPN || !isCapital(syntax, before)) return false
  return syntax.head[first] === before || syntax.head[before] === first
}

/** "Hussein al-Shammari", "Abdul Majid Manobov", "Nelson Mandela University": the name goes on. */
function followedByName(syntax: Syntax, last: number): boolean {
  const next = last + 1
  if (next >= syntax.length || syntax.sentence[next] !== syntax.sentence[last]) return false
  if (/^(al|bin|ibn|el|al-.*)$/.test(syntax.lower[next] as string)) return true
  if (syntax.upos[next] !== Upos.PROPN || !isCapital(syntax, next)) return false
  return syntax.head[next] === last || syntax.head[last] === next || syntax.head[next] === syntax.head[last]
}

/** Reads titles leftwards from a name. */
function titleBefore(desk: Desk, first: number): Title {
  const { syntax, matches } = desk
  let title: Title = { first, country: null, role: null, office: null, sectors: [], former: false }
  for (let i = first - 1; i >= 0 && syntax.sentence[i] === syntax.sentence[first]; ) {
    const match = matches.list[matches.at[i] as number]
    const role = firstOf(match, 'role')
    const country = countryOf(match)
    const lower = syntax.lower[i] as string
    if (match && role) {
      title = {
        ...title,
        first: match.first,
        role: title.role ?? roleName(syntax, match, role),
        office: title.office ?? role.id,
        sectors: title.sectors.length > 0 ? title.sectors : role.sectors,
        former: title.former || role.id === 'former',
      }
      i = match.first - 1
    } else if (match && country && title.role !== null) {
      title = { ...title, first: match.first, country: title.country ?? country }
      i = match.first - 1
    } else if (match && firstOf(match, 'noun') && title.first === first && match.last === first - 1) {
      const noun = firstOf(match, 'noun')
      title = {
        ...title,
        first: match.first,
        role: wordsOf(syntax, match.first, match.last),
        sectors: noun?.sectors ?? [],
      }
      i = match.first - 1
    } else if (
      (lower === "'s" || lower === '’s') &&
      title.role !== null &&
      countryOf(matches.list[matches.at[i - 1] as number]) !== null
    )
      i--
    else if (PREFIX.has(lower) && title.role !== null) {
      title = { ...title, first: i, former: title.former || lower === 'former' || lower === 'ex' }
      i--
    } else break
  }
  return title
}

const PREFIX = new Set([
  'former',
  'ex',
  'then',
  'acting',
  'outgoing',
  'incoming',
  'new',
  'senior',
  'chief',
  'deputy',
  'top',
  'vice',
  'late',
  'exiled',
  'interim',
  'special',
])

/** The office as the text has it, in the lexicon's spelling where that has one. */
function roleName(syntax: Syntax, match: NameMatch, role: ActorEntry): string | null {
  return role.id === 'mr' || role.id === 'former' ? null : wordsOf(syntax, match.first, match.last)
}

const surnameOf = (words: string, entry: ActorEntry | null): string => {
  const parts = words.split(' ')
  const familyFirst =
    entry !== null && ['CHN', 'KOR', 'PRK', 'TWN'].includes(entry.country ?? '') && parts.length <= 3
  return (familyFirst ? parts[0] : parts.at(-1))?.toLowerCase() ?? ''
}

/** Persons that the lexicon does not know: a title before capitalised names, or two and more names that act. */
function unknownPersons(desk: Desk): Draft[] {
  const { syntax, used } = desk
  const out: Draft[] = []
  for (let i = 0; i < syntax.length; i++) {
    if (used[i] || !startsRun(desk, i)) continue
    let last = i
    while (
      last + 1 < syntax.length &&
      syntax.sentence[last + 1] === syntax.sentence[i] &&
      continuesRun(desk, last + 1)
    )
      last++
    const found = personRun(desk, i, last)
    if (found) out.push(take(desk, found))
    i = last
  }
  return out
}

/** A last name alone stands for the person whom the text names in full, before or behind. */
function surnames(desk: Desk, named: readonly Draft[]): Draft[] {
  const { syntax, used } = desk
  const known = new Map<string, Draft>()
  for (const it of named) if (it.surname !== null && !known.has(it.surname)) known.set(it.surname, it)
  const out: Draft[] = []
  for (let i = 0; i < syntax.length; i++) {
    const it =
      used[i] || !isCapital(syntax, i) || syntax.upos[i] === Upos.VERB
        ? undefined
        : known.get(syntax.lower[i] as string)
    if (!it) continue
    const { first, members: _, ...same } = { ...it, first: titleBefore(desk, i).first }
    out.push(
      take(
        desk,
        draft({ ...same, first, last: i, head: headWithin(syntax, first, i), coreferentWith: null }),
      ),
    )
  }
  return out
}

function startsRun(desk: Desk, i: number): boolean {
  const match = desk.matches.list[desk.matches.at[i] as number]
  return (
    desk.syntax.upos[i] === Upos.PROPN &&
    isCapital(desk.syntax, i) &&
    (match === undefined || firstOf(match, 'person') !== null) &&
    /^\p{L}[\p{L}.'’-]*$/u.test(desk.syntax.lower[i] as string)
  )
}

const PARTICLES = new Set(['al', 'bin', 'ibn', 'van', 'von', 'de', 'der', 'la', 'el', 'da', 'dos', '-'])

function continuesRun(desk: Desk, i: number): boolean {
  return startsRun(desk, i) || (PARTICLES.has(desk.syntax.lower[i] as string) && startsRun(desk, i + 1))
}

const BODY =
  /^(party|ministry|council|committee|commission|union|front|movement|army|court|agency|organi[sz]ation|association|group|university|institute|bank|company|corp\.?|inc\.?|times|post|news|agency|league|federation|brigades?|force|forces|authority|department|office|bureau|center|centre|foundation|watch|international|club|cup|island|islands|sea|river|bay|street|airport|province|district|county|city|square|act|treaty|accord|agreement|summit|war|day|house|hotel|tv|radio|games|championship|award|prize)$/

function personRun(desk: Desk, first: number, last: number): Draft | null {
  const { syntax } = desk
  const title = titleBefore(desk, first)
  const names = last - first + 1
  if (BODY.test(syntax.lower[last] as string) || names > 5) return null
  if (
    title.role === null &&
    title.office === null &&
    (names < 2 || isToponym(desk, last) || !looksHuman(syntax, first, last))
  )
    return null
  const words = wordsOf(syntax, first, last)
  return draft({
    first: title.first,
    last,
    head: headWithin(syntax, title.first, last),
    kind: 'name',
    name: words,
    country: title.country ?? countryBefore(desk, title.first),
    sectors: title.former ? ['ELI'] : title.sectors,
    role: title.former ? null : title.role,
    office: title.office,
    person: true,
    surname: surnameOf(words, null),
  })
}

/** "New York" and "Memphis St." are no persons. */
function isToponym({ syntax, toponymic }: Desk, last: number): boolean {
  return (toponymic[last] as number) > 0 || STREET.has(syntax.lower[last] as string)
}

const STREET = new Set(
  'street st. avenue ave. road rd. lane drive boulevard highway freeway park square school college creek valley county parish'.split(
    ' ',
  ),
)

/** "Moroccan Hamza Berberi", "Thailand's Badeng Khonatep", "the Kuwaiti boxer" right before a name. */
function countryBefore({ syntax, matches }: Desk, first: number): string | null {
  let i = first - 1
  if (i > 0 && /^['’]s$/.test(syntax.lower[i] as string)) i--
  if (i < 0 || syntax.sentence[i] !== syntax.sentence[first]) return null
  const match = matches.list[matches.at[i] as number]
  return firstOf(match, 'demonym')?.country ?? (i < first - 1 ? countryOf(match) : null)
}

/** Two and more names without a title are held to be a person where they do what persons do. */
function looksHuman(syntax: Syntax, first: number, last: number): boolean {
  const head = headWithin(syntax, first, last)
  const governor = syntax.head[head] as number
  if (syntax.sentence[first] === 0 && syntax.document.dateline !== null) return false
  if (governor >= 0 && syntax.upos[governor] === Upos.VERB) return true
  return (
    /^(,|who|whose)$/.test(syntax.lower[last + 1] ?? '') ||
    (governor >= 0 && syntax.upos[governor] === Upos.NOUN && syntax.head[head] === governor)
  )
}

/** A body that the lexicon knows: "ASEAN", "the Kremlin", "Human Rights Watch". */
function bodyAt(desk: Desk, match: NameMatch): Draft | null {
  const { syntax, matches } = desk
  const entry = firstOf(match, 'org')
  if (!entry) return null
  const inside = headWithin(syntax, match.first, match.last)
  const governor = syntax.head[inside] as number
  // "ASEAN ministers": the body only tells whose ministers they are.
  const modifies =
    ['compound', 'amod', 'nmod:desc'].includes(RELATIONS(syntax, inside)) &&
    governor > match.last &&
    matches.at[governor] !== -1
  if (modifies) return null
  const the = /^(the|The)$/.test(wordsOf(syntax, Math.max(0, match.first - 1), Math.max(0, match.first - 1)))
    ? 1
    : 0
  return draft({
    first: match.first - (match.first > 0 ? the : 0),
    last: match.last,
    head: inside,
    kind: 'name',
    entity: entry.id,
    name: entry.name,
    country: entry.country,
    sectors: entry.sectors,
    entry,
    said: wordsOf(syntax, match.first, match.last),
    plural: false,
  })
}

/** A state by its name or its capital, where it acts. */
function stateAt(desk: Desk, match: NameMatch): Draft | null {
  const { syntax } = desk
  const country = firstOf(match, 'country')
  const capital = country ? null : firstOf(match, 'capital')
  const code = country?.country ?? capital?.country
  if (!code) return null
  const head = headWithin(syntax, match.first, match.last)
  if (!isActing(syntax, head, capital !== null)) return null
  return draft({
    first: match.first,
    last: match.last,
    head,
    kind: 'name',
    entity: `country/${code}/GOV`,
    name: (country ?? capital)?.name ?? null,
    country: code,
    sectors: ['GOV'],
  })
}

import { DEPREL } from '#syntax'

const RELATIONS = (syntax: Syntax, i: number): string => DEPREL[syntax.deprel[i] as number] ?? 'dep'
