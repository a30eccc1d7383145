/** A process that adds, codes anew, corrects, merges or migrates until it is killed; says what is on the disk. */
import { openSqliteArchive } from '#archive'
import { makeRecord, REBELS, RUSSIA, USA } from './make-record.ts'
import { writeFirstVersion } from './write-first-version.ts'

const [file = '', work = 'add', from = '0'] = process.argv.slice(2)
/** The others work on documents that are there. */
const FIRST = 30
const record = (i: number, version = '0.1.0') =>
  makeRecord({
    title: `Report ${i}`,
    source: `Outlet ${i % 3}`,
    published: `2014-05-${String((Math.floor(i / 3) % 28) + 1).padStart(2, '0')}`,
    coder: { version },
    events: [
      {
        type: 'ASSAULT',
        actors: [REBELS],
        recipients: [RUSSIA],
        sentence: `The Free Front shelled depot ${Math.floor(i / 3)} that Moscow holds near the river.`,
        trigger: 'shelled',
      },
    ],
    quotes: [{ speaker: USA, quote: `Round ${Math.floor(i / 3)} of the talks has failed` }],
    pledges: [{ by: USA, act: `ship grain load ${i}`, due: '2014-09' }],
  })

if (work === 'first version') {
  writeFirstVersion(
    file,
    Array.from({ length: 150 }, (_, i) => [record(i)] as const),
  )
  process.exit(0)
}
if (work === 'migrate') process.stdout.write('0\n')
const archive = await openSqliteArchive(file)
if (work === 'migrate') setInterval(() => undefined, 1000)
if (work === 'first') {
  await archive.add(Array.from({ length: FIRST }, (_, i) => record(i)))
  await archive.close()
  process.exit(0)
}
process.stdout.write('open\n')
for (let i = Number(from); work !== 'migrate'; i++) {
  if (work === 'add') await archive.add([record(i)])
  else {
    const { items } = await archive.documents({}, { limit: 200, order: 'oldest' })
    const n = i % Math.max(1, items.length)
    const made = await archive.document(items[n]?.id ?? '')
    if (!made) break
    if (work === 'recode')
      await archive.add([{ ...made.record, coder: { ...made.record.coder, version: `1.${i}` } }])
    const item = made.record.events[0]?.id ?? ''
    if (work === 'correct')
      await archive.correct({ who: 'Ada', action: i % 2 === 0 ? 'accept' : 'reject', item })
    if (work === 'merge') {
      const [one, other] = (await archive.events({}, { limit: 200 })).items.filter((_, k) => k % 7 === i % 7)
      if (one && other) await archive.correct({ who: 'Ada', action: 'merge', item: one.id, into: other.id })
    }
  }
  process.stdout.write(`${i}\n`)
}
