import { type Archive, openSqliteArchive } from '#archive'
import { loadGround } from '#ground'
import { read } from '#record'
import { makeRecord } from '../archive/make-record.ts'

export const ground = loadGround()

/** Our own short reports, coded by the coder itself: places, meetings, promises and words that formats trip over. */
const TEXTS = [
  {
    title: 'Manila protests, "again"; Beijing <unmoved>',
    published: '2014-05-07',
    source: 'Test, "Wire"',
    text: 'MANILA, May 7 (Test) -- The Philippines accused China of blocking its boats near Scarborough Shoal on Tuesday.\n\n"We will not yield an inch," Philippine Foreign Secretary Albert del Rosario said.\n\nChinese ships fired water cannon at Philippine vessels on Monday, killing two fishermen.',
  },
  {
    title: '=cmd|calc: Kerry & Lavrov meet',
    published: '2014-05-09T10:00:00Z',
    source: 'Other Wire',
    text: 'GENEVA, May 9 (Other) -- US Secretary of State John Kerry met Russian Foreign Minister Sergei Lavrov in Geneva on Thursday.\n\nRussia pledged to withdraw its troops from the border by June 15, 2014.\n\nIran opposes the plan. The two ministers will meet again in Vienna on May 20.',
  },
  {
    title: 'Émigrés arrive; numbers unclear 🌍',
    published: null,
    source: null,
    text: 'About 4,000 people fled the fighting in Aleppo, the United Nations said. Germany promised €50 million in aid to Jordan.',
  },
]

/** An archive with all that exports must survive. */
export async function openExportArchive(): Promise<Archive> {
  const archive = await openSqliteArchive(':memory:')
  await archive.add(TEXTS.map((source) => read(source, ground)))
  await archive.add([
    makeRecord({
      title: 'Tab\tand "quotes", commas',
      published: '2014-06-01',
      events: [
        {
          type: 'ACCUSE',
          actors: [{ name: 'The <b>Front</b> & Co', entity: 'local/a&"b', sector: 'REB' }],
          recipients: [{ name: 'Ruritania', entity: 'local/r' }],
          sentence: 'The <b>Front</b> & Co blamed\tRuritania for "it".',
          trigger: 'blamed',
        },
      ],
    }),
  ])
  return archive
}
