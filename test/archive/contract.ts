import { describe, expect, it } from 'vitest'
import type { Archive } from '#archive'
import { CHINA, makeRecord, REBELS, RUSSIA, USA } from './make-record.ts'

const TALKS = {
  type: 'CONSULT',
  actors: [USA, RUSSIA],
  sentence: 'Washington met Moscow in Vienna over the ceasefire in the valley.',
  trigger: 'met',
} as const
const SAME_TALKS = {
  type: 'CONSULT',
  actors: [RUSSIA, USA],
  sentence: 'In Vienna Moscow met Washington to speak of a ceasefire for the valley.',
  trigger: 'met',
} as const
const RAID = {
  type: 'ASSAULT',
  actors: [REBELS],
  recipients: [RUSSIA],
  sentence: 'The Free Front shelled a depot that Moscow holds near the river.',
  trigger: 'shelled',
} as const

/** What every archive must do, whatever it keeps its records in. */
export function archiveContract(name: string, open: () => Promise<Archive>) {
  const inArchive = (task: (archive: Archive) => Promise<void>) => async () => {
    const archive = await open()
    try {
      await task(archive)
    } finally {
      await archive.close()
    }
  }

  describe(`${name}: adding`, () => {
    it(
      'gives back the same bytes',
      inArchive(async (archive) => {
        const record = makeRecord({
          events: [TALKS],
          quotes: [{ speaker: USA, quote: 'We are close to a text' }],
        })
        expect(await archive.add([record])).toEqual([{ documentId: record.document.id, outcome: 'added' }])
        const answer = await archive.document(record.document.id)
        expect(JSON.stringify(answer?.record)).toBe(JSON.stringify(record))
      }),
    )

    it(
      'adds a document once',
      inArchive(async (archive) => {
        const record = makeRecord({ events: [TALKS] })
        await archive.add([record])
        expect(await archive.add([record, record])).toEqual([
          { documentId: record.document.id, outcome: 'unchanged' },
          { documentId: record.document.id, outcome: 'unchanged' },
        ])
        expect(await archive.stats()).toMatchObject({ documents: 1, events: 1, happenings: 1 })
      }),
    )

    it(
      'keeps the record of an older coder',
      inArchive(async (archive) => {
        const old = makeRecord({ events: [TALKS, RAID] })
        const recoded = {
          ...makeRecord({ events: [TALKS, RAID], coder: { version: '0.2.0' } }),
          events: old.events.slice(0, 1),
        }
        await archive.add([old])
        expect(await archive.add([recoded])).toMatchObject([{ outcome: 'recoded' }])
        expect(await archive.versions(old.document.id)).toMatchObject([
          { coder: { version: '0.2.0' }, current: true },
          { coder: { version: '0.1.0' }, current: false },
        ])
        expect(await archive.stats()).toMatchObject({ documents: 1, events: 1, happenings: 1 })
        expect((await archive.search('depot')).events).toEqual([])
      }),
    )

    it(
      'takes all records of a call or none',
      inArchive(async (archive) => {
        const good = makeRecord({ events: [TALKS] })
        const bad = { ...good, events: [{ ...good.events[0], evidence: { start: 0, end: 3, text: 'xyz' } }] }
        await expect(archive.add([good, bad as typeof good])).rejects.toMatchObject({
          kind: 'invalid-record',
        })
        await expect(archive.add([{} as typeof good])).rejects.toMatchObject({ kind: 'invalid-record' })
        expect(await archive.stats()).toMatchObject({ documents: 0 })
      }),
    )

    it(
      'counts reprints as copies',
      inArchive(async (archive) => {
        const extra =
          'The harbour of the old town lay quiet while the delegations walked from one hall to the next, and nobody at the gates would say when the last session might end or who would speak first in the morning.'
        const first = makeRecord({ events: [TALKS], extra, source: 'One' })
        const reprint = makeRecord({ events: [TALKS], extra, source: 'Two' })
        await archive.add([first, reprint])
        expect((await archive.document(reprint.document.id))?.copyOf).toBe(first.document.id)
        expect(await archive.stats()).toMatchObject({ documents: 2, copies: 1 })
      }),
    )
  })

  describe(`${name}: happenings`, () => {
    const told = [
      makeRecord({ source: 'One', title: 'First', events: [TALKS] }),
      makeRecord({ source: 'Two', title: 'Second', published: '2014-05-07', events: [SAME_TALKS, RAID] }),
      makeRecord({ source: 'Three', title: 'Third', published: '2014-08-01', events: [TALKS] }),
      makeRecord({ source: 'Four', title: 'Fourth', events: [{ ...TALKS, status: 'negated' }] }),
    ]

    it(
      'joins reports of one happening and says why',
      inArchive(async (archive) => {
        await archive.add(told)
        expect(await archive.stats()).toMatchObject({ events: 5, happenings: 4 })
        const { items } = await archive.happenings({ q: 'valley' }, { order: 'oldest' })
        const [joined] = items.filter(({ documents }) => documents === 2)
        expect(joined?.reports.map(({ source }) => source)).toEqual(['One', 'Two'])
        expect(joined?.reports[1]?.why).toContain('both CONSULT')
        expect(joined?.reports[1]?.why).toContain('RUS')
      }),
    )

    it(
      'shows the other reports of what a document tells',
      inArchive(async (archive) => {
        await archive.add(told)
        const answer = await archive.document(told[0]?.document.id ?? '')
        expect(answer?.happenings).toHaveLength(1)
        expect(answer?.happenings[0]?.events).toEqual([told[0]?.events[0]?.id])
        expect(answer?.happenings[0]?.reports.map(({ title }) => title)).toEqual(['First', 'Second'])
      }),
    )

    it(
      'stay the same when a document is coded again',
      inArchive(async (archive) => {
        await archive.add(told)
        const before = await archive.happenings()
        await archive.add(told.map((record) => ({ ...record, coder: { ...record.coder, version: '9.0.0' } })))
        const after = await archive.happenings()
        const shape = (page: typeof before) =>
          page.items.map(({ id, reports }) => [id, reports.map(({ eventId }) => eventId).sort()]).sort()
        expect(shape(after)).toEqual(shape(before))
      }),
    )

    it(
      'a report taken out stays out',
      inArchive(async (archive) => {
        await archive.add(told)
        const [, second] = told
        const id = second?.events[0]?.id ?? ''
        const split = { who: 'Ada', action: 'split', item: id } as const
        expect(await archive.correct(split)).toMatchObject({ state: 'applied', item: id })
        expect(await archive.stats()).toMatchObject({ happenings: 5 })
        await expect(archive.correct(split)).rejects.toMatchObject({ kind: 'bad-question' })
        await archive.add(told.slice(1, 2).map((it) => ({ ...it, coder: { ...it.coder, version: '9.0.0' } })))
        expect(await archive.stats()).toMatchObject({ happenings: 5 })
      }),
    )
  })

  describe(`${name}: asking`, () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      makeRecord({
        title: `Report ${i}`,
        source: i % 2 === 0 ? 'Even' : 'Odd',
        published: `2014-05-${String(i + 1).padStart(2, '0')}`,
        events: [
          i % 3 === 0 ? RAID : { ...TALKS, sentence: `Washington met Moscow for round ${i} of café talks.` },
        ],
        quotes: [{ speaker: i % 2 === 0 ? CHINA : USA, quote: `Point number ${i} stands` }],
        pledges: [{ by: USA, act: `ship grain load ${i}`, due: `2014-0${(i % 9) + 1}` }],
      }),
    )

    it(
      'pages through a list without a gap',
      inArchive(async (archive) => {
        await archive.add(many)
        for (const order of ['newest', 'oldest'] as const) {
          const seen: string[] = []
          let cursor: string | null = null
          do {
            const page: Awaited<ReturnType<Archive['documents']>> = await archive.documents(
              {},
              { limit: 5, cursor, order },
            )
            seen.push(...page.items.map(({ published }) => published ?? ''))
            cursor = page.next
          } while (cursor !== null)
          const days = many.map(({ document }) => document.published)
          expect(seen).toEqual(order === 'oldest' ? days : days.reverse())
        }
        await expect(archive.documents({}, { cursor: 'nonsense' })).rejects.toMatchObject({
          kind: 'bad-question',
        })
      }),
    )

    it.each([
      [{ actor: ['RUS'] }, 12],
      [{ actor: ['USA'] }, 8],
      [{ actor: ['USA'], other: ['RUS'] }, 8],
      [{ actor: ['group/free-front'], other: ['RUS'] }, 4],
      [{ actor: ['USA', 'group/free-front'] }, 12],
      [{ sector: ['REB'] }, 4],
      [{ type: ['ASSAULT'] }, 4],
      [{ quad: ['verbal-cooperation'], from: '2014-05-06' }, 5],
      [{ context: ['military'] }, 12],
      [{ context: ['milit'] }, 0],
      [{ status: ['negated'] }, 0],
      [{ from: '2014-05-02', to: '2014-05-03' }, 2],
      [{ source: 'Odd' }, 6],
      [{ q: 'cafe' }, 8],
      [{ q: 'cafe talk' }, 8],
      [{ q: '"café talks" -7' }, 7],
      [{ q: 'shelled OR cafe' }, 12],
      [{ q: 'shel*' }, 4],
      [{ q: '" AND NOT ( *' }, 0],
      [{ q: "'; drop table event; --" }, 0],
      [{ minConfidence: 0.8 }, 0],
    ])('events by %j', (filter, count) =>
      inArchive(async (archive) => {
        await archive.add(many)
        const { items } = await archive.events(filter)
        expect(items).toHaveLength(count)
      })(),
    )

    it(
      'asks statements by speaker, commitments by due day, actors by name',
      inArchive(async (archive) => {
        await archive.add(many)
        const quotes = await archive.statements({ actor: ['CHN'] })
        expect(quotes.items.map(({ quote }) => quote.text)[0]).toBe('Point number 10 stands')
        expect(quotes.items).toHaveLength(6)
        const due = await archive.commitments({ dueFrom: '2014-02-01', dueTo: '2014-03-31' })
        expect(due.items.map((it) => it.due)).toEqual(['2014-02', '2014-02', '2014-03', '2014-03'])
        expect((await archive.actors({ q: 'bei' })).items).toMatchObject([
          { entity: 'country/CHN', documents: 6 },
        ])
        expect((await archive.actors({ actor: ['RUS'] })).items[0]).toMatchObject({
          entity: 'country/RUS',
          documents: 12,
        })
      }),
    )

    it(
      'finds words and marks them',
      inArchive(async (archive) => {
        await archive.add(many)
        const found = await archive.search('grain')
        const [first] = found.documents
        expect(found.documents).toHaveLength(12)
        expect(first?.snippet.marks.map(([start, end]) => first.snippet.text.slice(start, end))).toContain(
          'grain',
        )
        expect((await archive.search('point')).statements).toHaveLength(12)
        expect(await archive.search('  ')).toEqual({ documents: [], statements: [], events: [], actors: [] })
      }),
    )

    it(
      'counts dyads, with the documents read',
      inArchive(async (archive) => {
        await archive.add(many)
        expect(await archive.dyads({ actor: ['USA'], other: ['RUS'] }, 'year')).toMatchObject([
          {
            period: '2014',
            actor: 'RUS',
            recipient: 'USA',
            events: 8,
            verbalCooperation: 8,
            documentsRead: 12,
          },
        ])
        expect(await archive.dyads({}, 'month')).toHaveLength(2)
      }),
    )

    it(
      'keeps dossiers in their order',
      inArchive(async (archive) => {
        await archive.saveDossier({ slug: 'b', title: 'B', question: { actor: ['USA'] } })
        await archive.saveDossier({ slug: 'a', title: 'A', question: {} })
        await archive.saveDossier({ slug: 'b', title: 'B2', question: {} })
        expect((await archive.dossiers()).map(({ title }) => title)).toEqual(['B2', 'A'])
        expect(await archive.dossier('none')).toBeNull()
      }),
    )
  })
}
