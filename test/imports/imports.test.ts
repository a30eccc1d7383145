import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Archive, type ForeignEvent, type ForeignSet, openSqliteArchive } from '#archive'
import { compareForeign, readForeign } from '#dossier'
import { CHINA, makeRecord, USA } from '../archive/make-record.ts'
import { openExportArchive } from '../exports/open-export-archive.ts'
import { toText } from '../exports/to-bytes.ts'

async function readAll(set: ForeignSet, text: string) {
  const events: ForeignEvent[] = []
  const refused: string[] = []
  for await (const it of readForeign(set, text.split('\n')))
    if (it.kind === 'event') events.push(it.event)
    else refused.push(`${it.line}: ${it.reason}`)
  return { events, refused }
}

const ICEWS_HEADER =
  'Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude'
const icews = (...cells: readonly (string | number)[]) => cells.join('\t')

/** A row of GDELT with so many columns, a few of them filled. */
function gdelt(columns: number, cells: { readonly [at: number]: string }): string {
  return Array.from({ length: columns }, (_, i) => cells[i] ?? '').join('\t')
}

describe('ICEWS', () => {
  it('is read: countries by name, CAMEO as PLOVER', async () => {
    const { events, refused } = await readAll(
      'icews',
      [
        ICEWS_HEADER,
        icews(
          1,
          '2014-05-07',
          'Vladimir Putin',
          'Executive',
          'Russian Federation',
          'Consult',
          '040',
          1,
          'Barack Obama',
          'Executive',
          'United States',
          9,
          2,
          'A Wire',
          'Geneva',
          '',
          'Geneva',
          'Switzerland',
          46.2,
          6.1,
        ),
        icews(
          2,
          '2014-05-08',
          'Iran',
          '',
          'Iran',
          'Make statement',
          '010',
          0,
          '',
          '',
          '',
          9,
          3,
          'A Wire',
          '',
          '',
          '',
          '',
          '',
          '',
        ),
        'too\tfew',
        icews(
          3,
          'yesterday',
          'Iran',
          '',
          'Iran',
          'x',
          '190',
          -10,
          '',
          '',
          '',
          9,
          3,
          'A Wire',
          '',
          '',
          '',
          '',
          '',
          '',
        ),
      ].join('\r\n'),
    )
    expect(events).toMatchObject([
      {
        set: 'icews',
        foreignId: '1',
        day: '2014-05-07',
        type: 'CONSULT',
        quad: 'verbal-cooperation',
        cameo: '040',
        actors: [{ country: 'RUS', name: 'Vladimir Putin' }],
        recipients: [{ country: 'USA' }],
        place: 'Geneva',
        placeCountry: 'CHE',
        latitude: 46.2,
      },
      { foreignId: '2', type: null, quad: null, recipients: [] },
    ])
    expect(refused).toEqual([
      '4: 20 columns were expected, not 2',
      '5: a day like 2013-07-02 was expected, not "yesterday"',
    ])
  })

  it('without its header is refused once', async () => {
    expect(await readAll('icews', 'a\tb\nc\td')).toEqual({
      events: [],
      refused: ['1: a header with a column "CAMEO Code" was expected in front'],
    })
  })
})

describe('GDELT', () => {
  const facts = {
    0: '77',
    1: '20140507',
    6: 'CHINA',
    7: 'CHN',
    16: 'MANILA',
    17: 'PHL',
    26: '190',
    30: '-10',
  }
  it.each([
    [57, 50, 53, null],
    [58, 50, 53, 57],
    [61, 52, 56, 60],
  ])('of %i columns is read', async (columns, place, latitude, url) => {
    const row = gdelt(columns, {
      ...facts,
      [place]: 'Scarborough Shoal',
      [latitude]: '15.2',
      [latitude + 1]: '117.8',
      ...(url === null ? {} : { [url]: 'https://example.org/a' }),
    })
    expect((await readAll('gdelt', row)).events).toMatchObject([
      {
        foreignId: '77',
        day: '2014-05-07',
        type: 'ASSAULT',
        quad: 'material-conflict',
        actors: [{ country: 'CHN', name: 'CHINA' }],
        recipients: [{ country: 'PHL' }],
        place: 'Scarborough Shoal',
        latitude: 15.2,
        longitude: 117.8,
        url: url === null ? null : 'https://example.org/a',
      },
    ])
  })

  it('of other widths is refused; regions are no countries', async () => {
    expect((await readAll('gdelt', 'a\tb')).refused).toEqual(['1: 57, 58 or 61 columns were expected, not 2'])
    const [event] = (await readAll('gdelt', gdelt(58, { ...facts, 7: 'EUR' }))).events
    expect(event?.actors).toMatchObject([{ country: null, name: 'CHINA' }])
  })
})

describe('POLECAT', () => {
  it('reads back what we have exported, and the comparison finds all of it', async () => {
    const archive = await openExportArchive()
    try {
      const { events, refused } = await readAll('polecat', await toText(archive, 'polecat'))
      const kept = await archive.events({ status: ['asserted'] }, { limit: 500, order: 'oldest' })
      const items = kept.items.filter(({ day }) => day !== '')
      // an event without a day is in no data set of days
      expect(refused.length).toBe(kept.items.length - items.length)
      expect(events.map(({ foreignId }) => foreignId)).toEqual(items.map(({ id }) => id))
      expect(events.map(({ type }) => type)).toEqual(items.map(({ type }) => type))
      expect(await archive.foreign.add(events)).toBe(events.length)
      expect(await archive.foreign.add(events)).toBe(0)
      const comparison = await compareForeign(archive, 'polecat')
      expect(comparison?.foreign.dyadic).toBeGreaterThan(1)
      expect(comparison?.foreign.matched).toBe(comparison?.foreign.dyadic)
      expect(comparison?.onlyForeign).toEqual([])
    } finally {
      await archive.close()
    }
  })
})

describe('the comparison', () => {
  let archive: Archive
  beforeEach(async () => {
    archive = await openSqliteArchive(':memory:')
    await archive.add([
      makeRecord({
        published: '2014-05-07',
        events: [
          {
            type: 'CONSULT',
            actors: [CHINA, USA],
            sentence: `${CHINA.name} met ${USA.name} in a hall.`,
            trigger: 'met',
            date: '2014-05-07',
          },
        ],
      }),
      makeRecord({
        title: 'Later',
        published: '2014-06-30',
        extra: 'Nothing happened in the town that day.',
      }),
    ])
  })
  afterEach(() => archive.close())

  const foreign = (id: string, day: string, code: string, a: string, b: string) =>
    readAll('gdelt', gdelt(58, { 0: id, 1: day, 6: a, 7: a, 16: b, 17: b, 26: code, 30: '1' }))

  it('matches the class of act, the two countries in any order, and a day more or less', async () => {
    for (const row of [
      await foreign('1', '20140508', '042', 'USA', 'CHN'),
      await foreign('2', '20140510', '042', 'USA', 'CHN'),
      await foreign('3', '20140507', '190', 'USA', 'CHN'),
      await foreign('4', '20140507', '042', 'USA', 'USA'),
      await foreign('5', '20150507', '042', 'USA', 'CHN'),
    ])
      await archive.foreign.add(row.events)
    const comparison = await compareForeign(archive, 'gdelt')
    expect(comparison).toMatchObject({
      from: '2014-05-07',
      to: '2014-06-30',
      foreign: { events: 4, dyadic: 3, matched: 1 },
      ours: { events: 1, dyadic: 1, matched: 1 },
    })
    expect(comparison?.onlyForeign.map(({ foreignId }) => foreignId)).toEqual(['3', '2'])
    expect(await compareForeign(archive, 'icews')).toBeNull()
    expect(await archive.foreign.remove('gdelt')).toBe(5)
  })
})
