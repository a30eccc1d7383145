import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadGround } from '#ground'
import { type Record, read, recordSchema } from '#record'

const folder = join(import.meta.dirname, '..', '..', 'demo', 'corpus')
const ground = loadGround()
const records = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
  .map(
    (line) =>
      JSON.parse(line) as { id: string; text: string; title: string; published: string; source: string },
  )
  .map(({ id, ...source }) => read({ externalId: id, ...source }, ground))

type Span = { start: number; end: number; text: string }
type Thing = { id: string; evidence?: Span; span?: Span }

const things = (record: Record): Thing[] => [
  ...record.actors,
  ...record.places,
  ...record.times,
  ...record.events,
  ...record.statements,
  ...record.positions,
  ...record.commitments,
  ...record.figures,
]

/** Every span anywhere in a value. */
function spans(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'start' in value && 'end' in value && 'text' in value ? [value as Span] : []
  return [...own, ...Object.values(value).flatMap(spans)]
}

describe('the records of the demo corpus', () => {
  it('are many', () => expect(records.length).toBeGreaterThanOrEqual(60))

  it('fit the published schema', () => {
    for (const record of records) expect(recordSchema.parse(record)).toEqual(record)
  })

  it('point at their words, every one', () => {
    for (const { document, ...rest } of records)
      for (const { start, end, text } of spans(rest)) expect(document.text.slice(start, end)).toBe(text)
  })

  it('name each thing once', () => {
    for (const record of records) {
      const ids = things(record).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('refer only to what they hold', () => {
    for (const record of records) {
      const ids = new Set(things(record).map(({ id }) => id))
      const named = [
        ...record.events.flatMap((e) => [
          ...e.actors,
          ...e.recipients,
          e.place,
          e.attributedTo,
          e.date?.time,
        ]),
        ...record.statements.flatMap((s) => [...s.speakers, ...s.addressees, s.via, s.place]),
        ...record.positions.flatMap((p) => [...p.holder, p.toward, p.statement, p.event]),
        ...record.commitments.flatMap((c) => [...c.by, ...c.to]),
        ...record.figures.map((f) => f.about),
        ...record.actors.flatMap((a) => [...a.members, a.coreferentWith]),
      ]
      for (const id of named) if (id != null) expect(ids).toContain(id)
    }
  })

  it('use what the desk shows', () => {
    const all = <Key extends keyof Record>(key: Key) => records.flatMap((record) => record[key] as Thing[])
    for (const key of ['events', 'statements', 'positions', 'commitments', 'figures'] as const)
      expect(all(key).length, key).toBeGreaterThan(20)
    const events = records.flatMap((record) => record.events)
    expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThanOrEqual(10)
    expect(new Set(events.map(({ status }) => status)).size).toBeGreaterThanOrEqual(4)
    expect(new Set(records.flatMap((record) => record.statements.map(({ kind }) => kind))).size).toBe(3)
  })
})

describe('what is kept without being read', () => {
  const french =
    'Les envoyés se sont réunis mardi à Oslo et ont dit qu’ils se verraient encore dans la ville en automne.'
  it.each([
    ['language', { text: french }],
    [
      'withdrawn',
      {
        text: 'Iran attacked Iraq on Tuesday.',
        edition: { item: 'a', version: 2, status: 'withdrawn', embargo: null, note: null },
      },
    ],
  ] as const)('%s', (notCoded, source) => {
    const record = read(source, ground)
    expect(recordSchema.parse(record)).toEqual(record)
    expect(record.document).toMatchObject({ text: source.text, notCoded, sentences: [] })
    expect(things(record)).toEqual([])
  })

  it('says what the publisher says', () => {
    const edition = { item: 'a', version: 1, status: 'corrected', embargo: null, note: 'Adds.' } as const
    const subjects = [{ scheme: 'medtop', code: '11002000', name: 'diplomacy' }]
    const { document } = read({ text: 'They met in Oslo.', edition, subjects }, ground)
    expect(document).toMatchObject({ edition, subjects, notCoded: null })
  })
})
