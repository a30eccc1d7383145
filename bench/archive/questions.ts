import type { Archive, Filter } from '#archive'
import { openDossier, positionsOverTime, today } from '#dossier'
import { randomFrom } from './generate.ts'

/** A question of the desk, asked with parameters of its own each time. */
export interface Question {
  readonly name: string
  /** Full-text questions may take longer. */
  readonly fullText?: boolean
  readonly ask: (archive: Archive, pick: Pick) => Promise<unknown>
}

/** Draws parameters: actors and words as often as the archive holds them, days within its span. */
export interface Pick {
  country(): string
  actor(): string
  word(): string
  month(): { readonly from: string; readonly to: string }
  year(): { readonly from: string; readonly to: string }
  one<T>(items: readonly T[]): T
}

const TYPES = ['AGREE', 'CONSULT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'ASSAULT', 'SANCTION', 'AID']
const page = { limit: 50 }

export const QUESTIONS: readonly Question[] = [
  { name: 'happenings, newest', ask: (a) => a.happenings({}, page) },
  { name: 'happenings of a country', ask: (a, p) => a.happenings({ actor: [p.country()] }, page) },
  {
    name: 'happenings of a dyad',
    ask: (a, p) => a.happenings({ actor: [p.country()], other: [p.country()] }, page),
  },
  {
    name: 'happenings of a country, type, year',
    ask: (a, p) => a.happenings({ actor: [p.country()], type: [p.one(TYPES)], ...p.year() }, page),
  },
  {
    name: 'strongest happenings of a month',
    ask: (a, p) => a.happenings(p.month(), { limit: 20, order: 'strongest' }),
  },
  {
    name: 'strongest happenings of a country',
    ask: (a, p) => a.happenings({ actor: [p.country()] }, { limit: 20, order: 'strongest' }),
  },
  { name: 'events of an actor', ask: (a, p) => a.events({ actor: [p.actor()] }, page) },
  {
    name: 'events of a source and type',
    ask: async (a, p) =>
      a.events({ source: p.one((await a.stats()).sources).source ?? '', type: [p.one(TYPES)] }, page),
  },
  { name: 'statements of an actor', ask: (a, p) => a.statements({ actor: [p.actor()] }, page) },
  { name: 'quotations of a country', ask: (a, p) => a.quotations({ actor: [p.country()] }, page) },
  { name: 'positions of a country', ask: (a, p) => a.positions({ actor: [p.country()] }, page) },
  {
    name: 'positions over time of a country, a year',
    ask: (a, p) => positionsOverTime(a, { actor: [p.country()], ...p.year() }),
  },
  {
    name: 'commitments due in a month',
    ask: (a, p) => a.undertakings({ status: ['open'], dueFrom: p.month().from, dueTo: p.month().to }, page),
  },
  { name: 'undertakings of a country', ask: (a, p) => a.undertakings({ actor: [p.country()] }, page) },
  {
    name: 'figures of deaths in a year',
    ask: (a, p) => a.figures({ measure: ['deaths'], ...p.year() }, page),
  },
  { name: 'documents of a month', ask: (a, p) => a.documents(p.month(), page) },
  { name: 'stories of a month', ask: (a, p) => a.stories(p.month(), page) },
  {
    name: 'one document',
    ask: async (a, p) => a.document((await a.documents(p.month(), { limit: 1 })).items[0]?.id ?? ''),
  },
  { name: 'timeline of a country, months', ask: (a, p) => a.timeline({ actor: [p.country()] }, 'month') },
  { name: 'timeline of all, years', ask: (a) => a.timeline({}, 'year') },
  {
    name: 'timeline of a dyad, months',
    ask: (a, p) => a.timeline({ actor: [p.country()], other: [p.country()] }, 'month'),
  },
  {
    name: 'timeline of a country, a month by day',
    ask: (a, p) => a.timeline({ actor: [p.country()], ...p.month() }, 'day'),
  },
  { name: 'dyad by month', ask: (a, p) => a.dyads({ actor: [p.country()], other: [p.country()] }, 'month') },
  {
    name: 'all dyads of a year',
    ask: (a, p) => a.dyads({ from: p.year().from.slice(0, 4), to: p.year().from.slice(0, 4) }, 'year'),
  },
  { name: 'network of a country, a year', ask: (a, p) => a.network({ actor: [p.country()], ...p.year() }) },
  { name: 'map of a year', ask: (a, p) => a.places(p.year()) },
  { name: 'facets of events of a country', ask: (a, p) => a.facets('event', { actor: [p.country()] }) },
  {
    name: 'actors by the beginning of a name',
    ask: (a, p) => a.actors({ q: p.actor().replace(/^.*\//, '').slice(0, 3) }, page),
  },
  { name: 'profile of an actor', ask: (a, p) => a.profile(p.actor()) },
  { name: 'review queue', ask: (a, p) => a.reviewQueue({ seed: p.word().length, limit: 20 }) },
  { name: 'stats', ask: (a) => a.stats() },
  { name: 'today', ask: (a) => today(a) },
  { name: 'a dossier opened', ask: (a) => openDossier(a, 'bench') },
  { name: 'search of a word', fullText: true, ask: (a, p) => a.search(p.word()) },
  { name: 'search of two words', fullText: true, ask: (a, p) => a.search(`${p.word()} ${p.word()}`) },
  { name: 'search of a word in a year', fullText: true, ask: (a, p) => a.search(p.word(), 20, p.year()) },
  {
    name: 'happenings of a word and country',
    fullText: true,
    ask: (a, p) => a.happenings({ q: p.word(), actor: [p.country()] }, page),
  },
  {
    name: 'documents of a phrase',
    fullText: true,
    ask: (a, p) =>
      a.documents(
        { q: `"${p.one(['foreign minister', 'security council', 'prime minister', 'united nations'])}"` },
        page,
      ),
  },
]

/** Draws from what an archive holds. */
export async function picker(archive: Archive, words: readonly string[], seed: number): Promise<Pick> {
  const random = randomFrom(seed)
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const actors = (await archive.actors({}, { limit: 300 })).items
  const countries = [...new Set(actors.flatMap(({ country }) => (country === null ? [] : [country])))]
  const { from, to } = await archive.stats()
  const years = Number(to?.slice(0, 4)) - Number(from?.slice(0, 4)) + 1
  const year = () => String(Number(from?.slice(0, 4)) + Math.floor(random() * years))
  return {
    one,
    country: () => countries[Math.floor(random() ** 2 * countries.length)] ?? 'USA',
    actor: () => actors[Math.floor(random() ** 2 * actors.length)]?.entity ?? '',
    word: () => one(words),
    month() {
      const month = `${year()}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`
      return { from: `${month}-01`, to: `${month}-28` }
    },
    year() {
      const y = year()
      return { from: `${y}-01-01`, to: `${y}-12-31` }
    },
  }
}

/** A dossier like those of the demo. */
export const BENCH_DOSSIER: { slug: string; title: string; question: Filter } = {
  slug: 'bench',
  title: 'Bench',
  question: { actor: ['SYR'] },
}
