import { type ActorEntry, entryAt, FORM, heaviest, heldOn, type Office, officeOn } from '#lexicon'
import type { NameMatch } from './match-names.ts'

/** What a match may mean, entries of the wanted kinds only. */
export function entriesOf(
  match: NameMatch,
  kinds: ReadonlySet<ActorEntry['kind']>,
): { readonly entry: ActorEntry; readonly form: number }[] {
  return match.payloads.flatMap((payload) => {
    const entry = entryAt(match.table, payload >> 4)
    return kinds.has(entry.kind) ? [{ entry, form: payload & 3 }] : []
  })
}

const only = (kind: ActorEntry['kind']): ReadonlySet<ActorEntry['kind']> => new Set([kind])
const KINDS = {
  person: only('person'),
  org: only('org'),
  role: only('role'),
  noun: only('noun'),
  country: only('country'),
  demonym: only('demonym'),
  capital: only('capital'),
}

/** The first meaning of one kind, null for none. */
export function firstOf(match: NameMatch | undefined, kind: keyof typeof KINDS): ActorEntry | null {
  return match ? (entriesOf(match, KINDS[kind])[0]?.entry ?? null) : null
}

/** The country that a name, demonym or capital stands for. */
export function countryOf(match: NameMatch | undefined): string | null {
  return (
    firstOf(match, 'country')?.country ??
    firstOf(match, 'demonym')?.country ??
    firstOf(match, 'capital')?.country ??
    null
  )
}

/** The office that an entry held on the day; without a day, its last one. */
export function officeThen(entry: ActorEntry, date: string | null): Office | null {
  if (date !== null) return officeOn(entry, date)
  let latest = ''
  for (const { start } of entry.offices) if ((start ?? '') > latest) latest = start ?? ''
  return heaviest(entry.offices.filter(({ start }) => (start ?? '') === latest))
}

/** Who is meant: the one in office on the day, rather in the country that the words name; null when a surname alone proves nothing. */
export function choosePerson(
  match: NameMatch,
  date: string | null,
  country: string | null,
  _titled: boolean,
): ActorEntry | null {
  let best: ActorEntry | null = null
  let most = 0
  for (const { entry, form } of entriesOf(match, KINDS.person)) {
    const office = officeThen(entry, date)
    let weight = form === FORM.surname ? 0 : 3
    if (office) weight += 2 + (PROMINENT.has(office.kind) ? 2 : 0)
    if (country !== null && (office?.country ?? entry.country) === country) weight += 3
    else if (country !== null && (office?.country ?? entry.country) !== null) weight -= 2
    if (date !== null && !office && entry.offices.length > 0 && entry.offices.every((o) => far(o, date)))
      weight -= 4
    if (weight > most) [best, most] = [entry, weight]
  }
  const enough = match.payloads.some((payload) => (payload & 3) !== FORM.surname) ? 1 : 4
  return most >= enough ? best : null
}

const PROMINENT = new Set([
  'head-of-state',
  'head-of-government',
  'chancellor',
  'foreign',
  'defence',
  'secretary-general',
])

/** Offices that lie decades off: hardly the person of today's news. */
function far(office: Office, date: string): boolean {
  const year = Number(date.slice(0, 4))
  const [from, to] = [Number((office.start ?? '').slice(0, 4)), Number((office.end ?? '').slice(0, 4))]
  return !heldOn(office, date) && ((from > 0 && from > year + 15) || (to > 0 && to < year - 25))
}
