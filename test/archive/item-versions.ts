import { describe, expect, it } from 'vitest'
import type { Archive } from '#archive'
import type { Record } from '#record'
import { makeRecord, RUSSIA, USA } from './make-record.ts'

type Edition = NonNullable<Record['document']['edition']>

const talks = (words: string) =>
  ({
    type: 'CONSULT',
    actors: [USA, RUSSIA],
    sentence: `Washington met Moscow in Vienna over the ceasefire in the valley, ${words}.`,
    trigger: 'met',
  }) as const

const version = (
  words: string,
  edition: Partial<Edition>,
  { source = 'Wire', published = '2014-05-06T08:00:00Z' } = {},
): Record => {
  const record = makeRecord({ source, published, events: [talks(words)] })
  const told = { item: 'a', version: null, status: 'usable' as const, embargo: null, note: null, ...edition }
  return { ...record, document: { ...record.document, edition: told } }
}

/** A kill: kept, with nothing read from it. */
const kill = (edition: Partial<Edition>): Record => {
  const record = version(
    'and is taken back',
    { status: 'withdrawn', ...edition },
    { published: '2014-05-07' },
  )
  return {
    ...record,
    document: { ...record.document, notCoded: 'withdrawn' },
    actors: [],
    events: [],
  }
}

/** What every archive does with the versions of an item. */
export function itemVersionsContract(name: string, open: () => Promise<Archive>) {
  const inArchive = (task: (archive: Archive) => Promise<void>) => async () => {
    const archive = await open()
    try {
      await task(archive)
    } finally {
      await archive.close()
    }
  }
  const current = async (archive: Archive) => (await archive.documents()).items.map(({ id }) => id)
  const idOf = ({ document }: Record) => document.id

  describe(`${name}: versions of an item`, () => {
    const first = version('it was said', { version: 1 })
    const second = version('two sources said', { version: 2, status: 'corrected' })

    it.each([
      ['in their order', [first, second]],
      ['the newer one first', [second, first]],
      ['each twice', [first, second, first, second]],
    ] as const)('a newer one takes the place of an older one: %s', (_, records) =>
      inArchive(async (archive) => {
        for (const record of records) await archive.add([record])
        expect(await current(archive)).toEqual([idOf(second)])
        expect(await archive.stats()).toMatchObject({ documents: 1, events: 1, happenings: 1, copies: 0 })
        const [happening] = (await archive.happenings()).items
        expect(happening?.reports.map(({ documentId }) => documentId)).toEqual([idOf(second)])
        expect(await archive.document(idOf(second))).toMatchObject({
          replacedBy: null,
          replaces: [{ documentId: idOf(first) }],
        })
      })(),
    )

    it(
      'the older one stays in history',
      inArchive(async (archive) => {
        await archive.add([first, second])
        const kept = await archive.document(idOf(first))
        expect(kept).toMatchObject({ replacedBy: idOf(second), happenings: [] })
        expect(JSON.stringify(kept?.record)).toBe(JSON.stringify(first))
        expect((await archive.search('said')).documents.map(({ id }) => id)).toEqual([idOf(second)])
        expect((await archive.versions(idOf(first))).length).toBe(1)
      }),
    )

    it(
      'a happening goes on under its name',
      inArchive(async (archive) => {
        await archive.add([first])
        const before = (await archive.happenings()).items[0]?.id
        await archive.add([second])
        expect((await archive.happenings()).items.map(({ id }) => id)).toEqual([before])
      }),
    )

    it(
      'a kill takes the item out; what others tell stays',
      inArchive(async (archive) => {
        const other = version('another wire says', { item: null }, { source: 'Other' })
        await archive.add([first, second, other])
        expect((await archive.happenings()).items[0]?.reports).toHaveLength(2)
        const killed = kill({ version: 3 })
        await archive.add([killed])
        expect(await current(archive)).toEqual(expect.arrayContaining([idOf(killed), idOf(other)]))
        expect(await archive.stats()).toMatchObject({ documents: 2, events: 1, happenings: 1 })
        expect(await archive.document(idOf(first))).toMatchObject({ replacedBy: idOf(killed) })
      }),
    )

    it.each([
      ['dates', {}, { published: '2014-05-06T09:00:00+02:00' }, { published: '2014-05-06T08:00:00Z' }],
      ['arrival', {}, {}, {}],
    ])('without numbers %s decide', (_, edition, older, newer) =>
      inArchive(async (archive) => {
        const [a, b] = [version('it was said', edition, older), version('two said', edition, newer)]
        await archive.add([a, b])
        expect(await current(archive)).toEqual([idOf(b)])
      })(),
    )

    it.each([
      ['of another outlet', { source: 'Other' }, {}],
      ['of another item', {}, { item: 'b' }],
      ['of no item', {}, { item: null }],
    ])('a document %s is no version of it', (_, more, edition) =>
      inArchive(async (archive) => {
        await archive.add([first, version('two sources said', { version: 2, ...edition }, more)])
        expect(await current(archive)).toHaveLength(2)
      })(),
    )

    it(
      'coding a replaced one anew leaves it replaced',
      inArchive(async (archive) => {
        await archive.add([first, second])
        const anew = { ...first, coder: { ...first.coder, model: `sha256:${'1'.repeat(64)}` } }
        expect(await archive.add([anew])).toMatchObject([{ outcome: 'recoded' }])
        expect(await current(archive)).toEqual([idOf(second)])
        expect(await archive.stats()).toMatchObject({ documents: 1, events: 1 })
      }),
    )

    it(
      'what reprinted the old version reprints the new one',
      inArchive(async (archive) => {
        const long = 'and many more words were said about the river, the road, the harbour and the lighthouse'
        const one = version(long, { version: 1 })
        const reprint = version(long, { item: null }, { source: 'Paper', published: '2014-05-06T10:00:00Z' })
        const two = version(`${long} again`, { version: 2 })
        await archive.add([one, reprint, two])
        expect(await archive.document(idOf(reprint))).toMatchObject({ copyOf: idOf(two) })
        expect(await archive.document(idOf(two))).toMatchObject({ copyOf: null })
        expect((await archive.happenings()).items[0]).toMatchObject({ documents: 1, reprints: 1 })
      }),
    )
  })
}
