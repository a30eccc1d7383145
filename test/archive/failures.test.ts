import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openSqliteArchive } from '#archive'
import { faultsOf } from './check-whole.ts'
import { makeRecord, RUSSIA, USA } from './make-record.ts'
import { writeFirstVersion } from './write-first-version.ts'

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-failures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const Libsql = createRequire(import.meta.url)('libsql') as new (
  file: string,
) => { exec(sql: string): void; close(): void }

const record = (title: string) =>
  makeRecord({
    title,
    events: [
      {
        type: 'CONSULT',
        actors: [USA, RUSSIA],
        sentence: 'Washington met Moscow in Vienna over the valley.',
        trigger: 'met',
      },
    ],
  })

it('says that a file is no archive, and leaves it alone', async () => {
  const text = join(folder, 'notes.txt')
  writeFileSync(text, 'These are notes and no database. '.repeat(100))
  const before = readFileSync(text)
  await expect(openSqliteArchive(text)).rejects.toMatchObject({ kind: 'not-an-archive' })
  expect(readFileSync(text).equals(before)).toBe(true)
  const other = join(folder, 'other.sqlite')
  const database = new Libsql(other)
  database.exec('create table shop (name text)')
  database.close()
  await expect(openSqliteArchive(other)).rejects.toMatchObject({ kind: 'not-an-archive' })
  await expect(openSqliteArchive(join(folder, 'none.sqlite'), { create: false })).rejects.toMatchObject({
    kind: 'not-found',
  })
  await expect(openSqliteArchive(join(folder, 'no/such/folder.sqlite'))).rejects.toMatchObject({
    kind: 'not-found',
  })
})

it('says that an archive is of a newer version', async () => {
  const file = join(folder, 'newer.sqlite')
  await (await openSqliteArchive(file)).close()
  const database = new Libsql(file)
  database.exec('pragma user_version = 999')
  database.close()
  await expect(openSqliteArchive(file)).rejects.toMatchObject({
    kind: 'newer',
    message: expect.stringContaining('update'),
  })
})

it('says that a file is locked, keeps nothing of what it could not keep, and goes on after that', async () => {
  const file = join(folder, 'locked.sqlite')
  const archive = await openSqliteArchive(file, { waitMs: 50 })
  const other = new Libsql(file)
  other.exec('begin immediate')
  await expect(archive.add([record('One')])).rejects.toMatchObject({ kind: 'locked' })
  other.exec('rollback')
  other.close()
  expect(await archive.add([record('One')])).toMatchObject([{ outcome: 'added' }])
  await archive.close()
  expect(faultsOf(file)).toEqual([])
})

it('says that the disk is full; what was kept before is whole', async () => {
  const file = join(folder, 'full.sqlite')
  const first = await openSqliteArchive(file)
  await first.add([record('One')])
  await first.close()
  // SQLite refuses to grow a file beyond this many pages, as a full disk would
  const archive = await openSqliteArchive(file, { mostPages: 1 })
  const many = Array.from({ length: 40 }, (_, i) => record(`Report ${i} ${'long '.repeat(2000)}`))
  await expect(archive.add(many)).rejects.toMatchObject({ kind: 'full' })
  expect(await archive.stats()).toMatchObject({ documents: 1, events: 1 })
  await archive.close()
  expect(faultsOf(file)).toEqual([])
})

it.skipIf(process.getuid?.() === 0)('says that a file cannot be written', async () => {
  const file = join(folder, 'read-only.sqlite')
  await (await openSqliteArchive(file)).close()
  chmodSync(file, 0o444)
  await expect(openSqliteArchive(file).then((archive) => archive.add([record('One')]))).rejects.toMatchObject(
    {
      kind: 'read-only',
    },
  )
})

it('opened for reading, it answers and keeps nothing', async () => {
  const file = join(folder, 'reading.sqlite')
  const first = await openSqliteArchive(file)
  await first.add([record('One')])
  await first.close()
  const archive = await openSqliteArchive(file, { readOnly: true })
  expect((await archive.search('valley')).events).toHaveLength(1)
  await expect(archive.add([record('Two')])).rejects.toMatchObject({ kind: 'read-only' })
  await archive.close()
})

it('fills the newest schema from an archive of version 1', async () => {
  const file = join(folder, 'first.sqlite')
  const old = record('One')
  const recoded = { ...old, coder: { ...old.coder, version: '0.0.9' } }
  const { document } = old
  writeFirstVersion(file, [[old, recoded]])
  const archive = await openSqliteArchive(file)
  expect((await archive.document(document.id))?.record).toEqual(old)
  expect(await archive.version(document.id, recoded.coder)).toEqual(recoded)
  expect((await archive.events({ actor: ['USA'] })).items).toHaveLength(1)
  expect(await archive.dossiers()).toEqual([{ slug: 'a', title: 'A', question: { actor: ['USA'] } }])
  await archive.close()
  expect(faultsOf(file)).toEqual([])
})
