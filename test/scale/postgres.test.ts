import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Archive, type Found, moveArchive, openArchive } from '#archive'
import { catchWatches } from '#dossier'
import { archiveContract } from '../archive/contract.ts'
import { peopleContract } from '../archive/contract-people.ts'
import { itemVersionsContract } from '../archive/item-versions.ts'
import { makeRecord, RUSSIA, USA } from '../archive/make-record.ts'
import { makeWatch } from '../watches/make-watch.ts'
import { type Postgres, startPostgres } from './start-postgres.ts'

const TALKS = {
  type: 'CONSULT',
  actors: [USA, RUSSIA],
  sentence: 'Washington met Moscow in Vienna over the ceasefire in the valley.',
  trigger: 'met',
} as const

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

archiveContract('PostgreSQL', () => openArchive(postgres.database()))

peopleContract('PostgreSQL', () => openArchive(postgres.database()))
itemVersionsContract('PostgreSQL', () => openArchive(postgres.database()))

it('goes from SQLite to PostgreSQL and back with all that it holds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-move-'))
  const [first, last] = [join(folder, 'first.sqlite'), join(folder, 'last.sqlite')]
  const between = postgres.database()
  const archive = await openArchive(first)
  const older = makeRecord({ events: [TALKS], source: 'Odd' })
  await archive.add([older, makeRecord({ events: [TALKS], source: 'Even' })])
  await archive.add([{ ...older, coder: { ...older.coder, version: '9.9.9' } }])
  const [event] = (await archive.events()).items
  if (!event) throw new Error('no event')
  await archive.correct({ who: 'ada', action: 'accept', item: event.id, note: 'it says so' })
  await archive.saveDossier({ slug: 'talks', title: 'Talks', question: { type: ['CONSULT'] } })
  const stats = await archive.stats()
  await archive.close()

  const there = moveArchive(first, between, () => undefined)
  expect(there).toMatchObject({ documents: 2, written: 2, same: true })
  expect(moveArchive(first, between, () => undefined)).toMatchObject({ written: 0, same: true })
  const back = moveArchive(between, last, () => undefined)
  expect(back.fingerprint).toBe(there.fingerprint)

  for (const address of [between, last]) {
    const copy = await openArchive(address)
    expect(await copy.stats()).toMatchObject({ documents: 2, events: 2, happenings: stats.happenings })
    expect((await copy.corrections()).items).toMatchObject([{ who: 'ada', state: 'applied' }])
    // numbers go on behind those that came over
    await copy.correct({ who: 'ben', action: 'reject', item: event.id })
    await copy.close()
  }
  rmSync(folder, { recursive: true })
})

it.each([
  ['postgres://postgres@127.0.0.1:1/desk', /does not answer: is PostgreSQL running there/],
  ['postgres://postgres:secret@127.0.0.1:PORT/nowhere', /127\.0\.0\.1:\d+\/nowhere has no such database/],
])('says what is wrong with %s', async (address, words) => {
  const port = new URL(postgres.url).port
  await expect(openArchive(address.replace('PORT', port))).rejects.toThrow(words)
})

it('leaves the tables of another program alone', async () => {
  const address = postgres.database()
  execFileSync('psql', ['-q', address, '-c', 'create table document (title text)'])
  await expect(openArchive(address)).rejects.toThrow(/tables of another program/)
})

it('answers every question of a desk as SQLite does', async () => {
  const [small, large] = [await openArchive(':memory:'), await openArchive(postgres.database())]
  const records = madeRecords()
  for (const archive of [small, large]) {
    await archive.add(records)
    await archive.watches.save(makeWatch(), '2014-06-01T00:00:00Z')
    await archive.add([makeRecord({ events: [TALKS], source: 'Late', published: '2014-06-02' })])
  }
  const now = { now: new Date('2014-06-03T00:00:00Z') }
  const questions: readonly ((archive: Archive) => Promise<unknown>)[] = [
    (it) => it.stats(),
    (it) => it.search('valley OR depot', 100).then(inOrderOfIds),
    (it) => it.search('"close to text" -depot', 100).then(inOrderOfIds),
    (it) => it.events({ actor: ['USA'], from: '2014-01-01' }),
    (it) => it.happenings({}, { order: 'strongest' }),
    (it) => it.happenings({ q: 'ceasefire*' }, { order: 'arrival' }),
    (it) => it.quotations(),
    (it) => it.undertakings(),
    (it) => it.stories(),
    (it) => it.positions(),
    (it) => it.figures(),
    (it) => it.actors({ q: 'r' }),
    (it) => it.profile('USA'),
    (it) => it.facets('event'),
    (it) => it.timeline({ actor: ['RUS'] }),
    (it) => it.timeline({ q: 'valley' }, 'week'),
    (it) => it.dyads({}, 'year'),
    (it) => it.dyads({ actor: ['USA'], other: ['RUS'], type: ['CONSULT'] }),
    (it) => it.network(),
    (it) => it.places(),
    (it) => it.coders(),
    (it) => it.reviewQueue({ order: 'random', seed: 7 }),
    (it) => it.precision(),
    (it) =>
      catchWatches(it, now).then((fired) => fired.map(({ title, kind, day }) => ({ title, kind, day }))),
    (it) => catchWatches(it, now),
  ]
  for (const question of questions) {
    const [here, there] = [await question(small), await question(large)]
    expect(there, String(question)).toEqual(here)
  }
  await small.close()
  await large.close()
})

/** Each engine weighs words in its own way: what is found is the same, the best of it need not be. */
function inOrderOfIds({ documents, statements, events, actors }: Found) {
  const sorted = (rows: readonly { readonly id: string }[]) =>
    [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { documents: sorted(documents), statements: sorted(statements), events: sorted(events), actors }
}

/** Reports of a few things, several of one, on several days. */
function madeRecords() {
  return Array.from({ length: 40 }, (_, i) =>
    makeRecord({
      title: `Report ${i}`,
      source: `Outlet ${i % 3}`,
      published: `2014-05-${String(1 + (i % 20)).padStart(2, '0')}`,
      events: [
        i % 2 === 0
          ? TALKS
          : {
              type: 'ASSAULT',
              actors: [USA],
              recipients: [RUSSIA],
              sentence: `Washington shelled depot ${i} that Moscow holds near the river.`,
              trigger: 'shelled',
            },
      ],
      quotes: [{ speaker: USA, quote: `We are close to text ${i % 4} of the treaty` }],
    }),
  )
}
