import { describe, expect, it } from 'vitest'
import type { Archive, HappeningRow } from '#archive'
import type { Record } from '#record'
import { CHINA, makeRecord, REBELS, RUSSIA, USA } from './make-record.ts'

const RAID = {
  type: 'ASSAULT',
  actors: [REBELS],
  recipients: [RUSSIA],
  sentence: 'The Free Front shelled a depot that Moscow holds near the river.',
  trigger: 'shelled',
} as const
const VISIT = {
  type: 'CONSULT',
  actors: [USA, CHINA],
  sentence: 'Washington received Beijing for an hour in the garden.',
  trigger: 'received',
} as const

const again = (record: Record, version = '9.0.0'): Record => ({
  ...record,
  coder: { ...record.coder, version },
})

/** What people may say of an archive's records, and what becomes of it; and what changes between coders. */
export function peopleContract(name: string, open: () => Promise<Archive>) {
  const inArchive = (task: (archive: Archive) => Promise<void>) => async () => {
    const archive = await open()
    try {
      await task(archive)
    } finally {
      await archive.close()
    }
  }
  const first = (record: Record) => record.events[0]?.id ?? ''

  describe(`${name}: corrections`, () => {
    it(
      'a rejected event is gone from every list, and back when that is undone',
      inArchive(async (archive) => {
        const record = makeRecord({ events: [RAID, VISIT] })
        await archive.add([record])
        const made = await archive.correct({
          who: 'Ada',
          action: 'reject',
          item: first(record),
          note: 'a rumour',
        })
        expect(made).toMatchObject({
          state: 'applied',
          kind: 'event',
          note: 'a rumour',
          judged: { type: 'ASSAULT' },
        })
        expect((await archive.events()).items.map(({ type }) => type)).toEqual(['CONSULT'])
        expect(await archive.stats()).toMatchObject({ events: 1, happenings: 1 })
        expect(await archive.timeline({ actor: ['RUS'] }, 'year')).toEqual([])
        expect((await archive.search('depot')).events).toEqual([])
        expect((await archive.document(record.document.id))?.record.events).toHaveLength(2)
        expect(await archive.undo(made.id)).toBe(true)
        expect(await archive.undo(made.id)).toBe(false)
        expect(await archive.stats()).toMatchObject({ events: 2, happenings: 2 })
      }),
    )

    it(
      'an edit changes what is asked for, not the record',
      inArchive(async (archive) => {
        const record = makeRecord({ events: [RAID] })
        await archive.add([record])
        await archive.correct({
          who: 'Ada',
          action: 'edit',
          item: first(record),
          edit: { type: 'THREATEN', actors: ['CHN'], date: '2014-05-01' },
        })
        const [event] = (await archive.events({ actor: ['CHN'], type: ['THREATEN'] })).items
        expect(event).toMatchObject({
          day: '2014-05-01',
          quad: 'verbal-conflict',
          review: { verdict: 'edited', who: 'Ada' },
        })
        expect((await archive.events({ type: ['ASSAULT'] })).items).toEqual([])
        expect((await archive.document(record.document.id))?.record.events[0]?.type).toBe('ASSAULT')
      }),
    )

    it.each([
      [{ type: 'NONSENSE' }, 'type'],
      [{ stance: 'supports' }, 'stance'],
      [{ date: 'yesterday' }, 'date'],
      [{ span: { start: 5, end: 2 } }, 'span'],
    ])('refuses the edit %j', (edit, field) =>
      inArchive(async (archive) => {
        const record = makeRecord({ events: [RAID] })
        await archive.add([record])
        const request = { who: 'Ada', action: 'edit', item: first(record), edit } as const
        await expect(archive.correct(request)).rejects.toMatchObject({
          kind: 'bad-question',
          message: expect.stringContaining(field),
        })
        await expect(archive.correct({ ...request, item: 'none' })).rejects.toMatchObject({
          kind: 'not-found',
        })
      })(),
    )

    it(
      'fifty corrections outlive a coder with another lexicon, or are listed',
      inArchive(async (archive) => {
        const places = ['river', 'harbour', 'bridge', 'airfield', 'mine']
        const old = Array.from({ length: 50 }, (_, i) =>
          makeRecord({
            title: `Report ${i}`,
            published: `2014-05-${String((i % 28) + 1).padStart(2, '0')}`,
            events: [
              {
                ...RAID,
                sentence: `The Free Front shelled depot ${i} that Moscow holds near the ${places[i % 5]}.`,
              },
            ],
          }),
        )
        await archive.add(old)
        for (const [i, record] of old.entries()) {
          const action = (['accept', 'reject', 'edit'] as const)[i % 3] ?? 'accept'
          const edit = action === 'edit' ? { edit: { type: 'COERCE' } } : {}
          await archive.correct({ who: 'Ada', action, item: first(record), ...edit })
        }
        // a third of the events have another type, and so another id; a fifth is not found any more
        const recoded = old.map((record, i) => ({
          ...again(record),
          events: record.events
            .filter(() => i % 5 !== 4)
            .map((event) =>
              i % 3 === 0
                ? { ...event, type: 'THREATEN' as const, id: event.id.replace('ASSAULT', 'THREATEN') }
                : event,
            ),
        }))
        await archive.add(recoded)
        const { items } = await archive.corrections({}, { limit: 100 })
        expect(items).toHaveLength(50)
        for (const { documentId, item, state } of items) {
          const event = recoded.find(({ document }) => document.id === documentId)?.events[0]
          expect({ item, state }).toEqual(
            event ? { item: event.id, state: 'applied' } : { item: null, state: 'unmatched' },
          )
        }
        expect((await archive.corrections({ state: 'unmatched' })).items).toHaveLength(10)
        const left = (await archive.events({}, { limit: 100 })).items
        expect(left.every(({ review }) => review !== null)).toBe(true)
        expect(left).toHaveLength(recoded.filter((it, i) => it.events.length > 0 && i % 3 !== 1).length)
        // the events are found again by the coder after that
        await archive.add(old.map((record) => again(record, '9.1.0')))
        expect((await archive.corrections({ state: 'unmatched' })).items).toEqual([])
      }),
    )

    it(
      'merges happenings, keeps them together through a recoding, and undoes it',
      inArchive(async (archive) => {
        const one = makeRecord({ title: 'One', events: [RAID] })
        const two = makeRecord({ title: 'Two', published: '2014-06-20', events: [VISIT] })
        await archive.add([one, two])
        const before = (await archive.happenings()).items.map(({ id }) => id)
        const merged = await archive.correct({
          who: 'Ada',
          action: 'merge',
          item: first(two),
          into: first(one),
        })
        const together = async () =>
          (await archive.happenings()).items.map(({ reports }: HappeningRow) => reports.length)
        expect(await together()).toEqual([2])
        for (const id of before) expect((await archive.happening(id))?.reports).toHaveLength(2)
        await archive.add([again(one), again(two)])
        expect(await together()).toEqual([2])
        await archive.undo(merged.id)
        expect(await together()).toEqual([1, 1])
      }),
    )

    it(
      'reports precision with its interval, and how far reviewers agree',
      inArchive(async (archive) => {
        const records = Array.from({ length: 10 }, (_, i) =>
          makeRecord({ title: `Report ${i}`, events: [RAID] }),
        )
        await archive.add(records)
        for (const [i, record] of records.entries()) {
          await archive.correct({ who: 'Ada', action: i < 8 ? 'accept' : 'reject', item: first(record) })
          if (i % 2 === 0)
            await archive.correct({ who: 'Ben', action: i < 8 ? 'accept' : 'reject', item: first(record) })
        }
        const { all, byRule, byType, agreement } = await archive.precision()
        expect(all).toMatchObject({ accepted: 8, rejected: 2, precision: 0.8 })
        expect([all.low.toFixed(3), all.high.toFixed(3)]).toEqual(['0.490', '0.943'])
        expect(byRule).toMatchObject([{ rule: 'test', accepted: 8 }])
        expect(byType).toMatchObject([{ kind: 'event', type: 'ASSAULT' }])
        expect(agreement).toEqual({ alpha: 1, items: 5, reviewers: ['Ada', 'Ben'] })
        // the second time Ada judges an item, the first does not count
        await archive.correct({ who: 'Ada', action: 'reject', item: first(records[0] ?? makeRecord({})) })
        expect((await archive.precision()).agreement.alpha).toBeLessThan(1)
        expect((await archive.corrections({ state: 'superseded' })).items).toHaveLength(1)
      }),
    )

    it(
      'gives reviewers a sample that the seed fixes, without what they have judged',
      inArchive(async (archive) => {
        const records = Array.from({ length: 12 }, (_, i) =>
          makeRecord({ title: `Report ${i}`, events: [RAID] }),
        )
        await archive.add(records)
        const ask = (seed: number) => archive.reviewQueue({ seed, limit: 5, who: 'Ada' })
        const ids = (queue: Awaited<ReturnType<typeof ask>>) => queue.map(({ item }) => item.id)
        expect(ids(await ask(1))).toEqual(ids(await ask(1)))
        expect(ids(await ask(1))).not.toEqual(ids(await ask(2)))
        const [given] = await ask(1)
        expect(given?.context.text).toContain('The Free Front shelled')
        const text = records.find(({ events }) => events[0]?.id === given?.item.id)?.document.text ?? ''
        expect(text.startsWith(given?.context.text ?? '?', given?.context.start)).toBe(true)
        await archive.correct({ who: 'Ada', action: 'accept', item: given?.item.id ?? '' })
        expect(ids(await ask(1))).not.toContain(given?.item.id)
        expect(await archive.reviewQueue({ order: 'doubtful', limit: 50 })).toHaveLength(12)
      }),
    )
  })

  describe(`${name}: versions`, () => {
    it(
      'tells what changed between two coders',
      inArchive(async (archive) => {
        const old = makeRecord({ events: [RAID, VISIT] })
        const kept = makeRecord({ title: 'Kept', events: [VISIT] })
        const now: Record = {
          ...again(old),
          events: old.events
            .filter((_, i) => i === 0)
            .map((event) => ({ ...event, status: 'negated' as const })),
        }
        await archive.add([old, kept])
        const outdated = await archive.outdated(now.coder, null)
        expect(outdated.items.map(({ document }) => document.id)).toEqual([old.document.id, kept.document.id])
        await archive.add([now, again(kept)])
        expect((await archive.outdated(now.coder, null)).items).toEqual([])
        const { documents, documentsChanged, byType } = await archive.diff(old.coder, now.coder)
        expect({ documents, documentsChanged }).toEqual({ documents: 2, documentsChanged: 1 })
        expect(byType).toEqual([
          { kind: 'event', type: 'ASSAULT', same: 0, added: 0, removed: 0, changed: 1 },
          { kind: 'event', type: 'CONSULT', same: 1, added: 0, removed: 1, changed: 0 },
        ])
        const changes = []
        for await (const change of archive.changes(old.coder, now.coder)) changes.push(change)
        expect(changes[0]?.fields).toEqual({ status: ['asserted', 'negated'] })
        expect(await archive.version(old.document.id, old.coder)).toEqual(old)
        expect((await archive.coders()).map(({ current }) => current)).toEqual([0, 2])
      }),
    )
  })

  describe(`${name}: what is told more than once`, () => {
    it(
      'one quotation carried by two outlets',
      inArchive(async (archive) => {
        const quote = 'We shall not sign a treaty that leaves the harbour closed'
        await archive.add([
          makeRecord({ source: 'One', quotes: [{ speaker: CHINA, quote }] }),
          makeRecord({
            source: 'Two',
            published: '2014-05-07',
            quotes: [{ speaker: CHINA, quote: quote.slice(0, 42) }],
          }),
          makeRecord({ source: 'Three', quotes: [{ speaker: USA, quote }] }),
        ])
        const { items } = await archive.quotations({}, { order: 'strongest' })
        expect(items.map(({ documents }) => documents)).toEqual([2, 1])
        expect(items[0]).toMatchObject({ quote, speakers: [{ entity: 'country/CHN' }], sources: 2 })
        expect(items[0]?.reports[1]?.why).toContain('the same speaker')
        expect((await archive.quotations({ source: 'Two' })).items.map(({ id }) => id)).toEqual([
          items[0]?.id,
        ])
      }),
    )

    it.each([['in order'], ['the deed first']])('a promise reaffirmed and kept, told %s', (order) =>
      inArchive(async (archive) => {
        const pledge = (published: string, act: string) => {
          const record = makeRecord({
            title: published,
            published,
            pledges: [{ by: USA, act, due: '2014-09' }],
          })
          return { ...record, commitments: record.commitments.map((it) => ({ ...it, type: 'AID' as const })) }
        }
        const told = [
          pledge('2014-05-06', 'ship wheat and medicine to the islands'),
          pledge('2014-06-06', 'ship medicine and wheat to the islands soon'),
          makeRecord({
            published: '2014-08-01',
            events: [
              {
                type: 'AID',
                actors: [USA],
                sentence: 'Washington shipped wheat and medicine to the islands.',
                trigger: 'shipped',
              },
            ],
          }),
        ]
        await archive.add(order === 'in order' ? told : [...told].reverse())
        const { items } = await archive.undertakings()
        expect(items.map(({ status }) => status)).toEqual(['met'])
        expect(items[0]?.steps.map(({ step, day }) => [step, day])).toEqual([
          ['promised', '2014-05-06'],
          ['reaffirmed', '2014-06-06'],
          ['met', '2014-08-01'],
        ])
        expect(items[0]?.steps[2]?.why).toContain('did what was promised')
        expect(
          (await archive.undertakings({ status: ['met'], dueFrom: '2014-09', dueTo: '2014-09' })).items,
        ).toHaveLength(1)
        await archive.correct({ who: 'Ada', action: 'reject', item: told[2]?.events[0]?.id ?? '' })
        expect((await archive.undertakings({ asOf: '2014-10-01' })).items[0]).toMatchObject({
          status: 'missed',
        })
        expect((await archive.undertakings({ asOf: '2014-09-01' })).items[0]).toMatchObject({
          status: 'open',
        })
      })(),
    )

    it(
      'feeds what arrived since',
      inArchive(async (archive) => {
        await archive.add([makeRecord({ events: [RAID] })])
        const { arrival } = await archive.stats()
        expect((await archive.happenings({ after: arrival }, { order: 'arrival' })).items).toEqual([])
        await archive.add([makeRecord({ title: 'Older', published: '2010-01-01', events: [VISIT] })])
        const { items } = await archive.happenings({ after: arrival, actor: ['CHN'] }, { order: 'arrival' })
        expect(items.map(({ type }) => type)).toEqual(['CONSULT'])
        expect((await archive.events({ after: arrival })).items.map(({ type }) => type)).toEqual(['CONSULT'])
        await expect(archive.happenings({ after: 'x' })).rejects.toMatchObject({ kind: 'bad-question' })
      }),
    )

    it(
      'measures by period, actor and tie',
      inArchive(async (archive) => {
        await archive.add([
          makeRecord({ title: 'a', published: '2014-05-06', events: [RAID] }),
          makeRecord({ title: 'b', published: '2014-05-20', events: [VISIT] }),
          makeRecord({ title: 'c', published: '2014-07-02' }),
        ])
        const months = await archive.timeline({}, 'month')
        expect(months).toMatchObject([
          {
            period: '2014-05-01',
            events: 2,
            happenings: 2,
            materialConflict: 1,
            verbalCooperation: 1,
            documentsRead: 2,
            balance: 0,
          },
        ])
        expect((await archive.timeline({}, 'week')).map(({ period, events }) => [period, events])).toEqual([
          ['2014-05-05', 1],
          ['2014-05-19', 1],
        ])
        expect(await archive.timeline({ actor: ['USA'], type: ['CONSULT'] }, 'year')).toMatchObject([
          { period: '2014-01-01', events: 1, perThousand: 333.333 },
        ])
        expect(
          (await archive.network()).map(({ actor, other, conflict }) => [actor, other, conflict]),
        ).toContainEqual(['group/free-front', 'country/RUS', 1])
        expect((await archive.facets('event', { actor: ['RUS'] })).fields.type).toEqual([
          { value: 'ASSAULT', name: null, count: 1 },
        ])
        expect(await archive.dyads({ actor: ['group/free-front'] }, 'year')).toMatchObject([
          { period: '2014', actor: 'SYR', recipient: 'RUS', events: 1, happenings: 1 },
        ])
        expect(await archive.profile('USA')).toMatchObject({ actor: { documents: 1 }, counts: { events: 1 } })
      }),
    )
  })
}
