import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { check } from '@placemarkio/check-geojson'
import { parse as parseCsv } from 'csv-parse/sync'
import { DirectedGraph, MultiGraph } from 'graphology'
import gexf from 'graphology-gexf'
import graphml from 'graphology-graphml'
import { parquetReadObjects } from 'hyparquet'
import ICAL from 'ical.js'
import jsonld from 'jsonld'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive, EventRow } from '#archive'
import { EXPORT_FORMATS, type ExportFormatName, TABLES, type TableName } from '#dossier'
import { openExportArchive } from './open-export-archive.ts'
import { emptyArchive, toBytes, toText } from './to-bytes.ts'

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-exports-'))
let archive: Archive
let events: readonly EventRow[]

beforeAll(async () => {
  archive = await openExportArchive()
  events = (await archive.events({}, { limit: 500, order: 'oldest' })).items
})
afterAll(async () => {
  await archive.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Asks DuckDB about a file that an export wrote. */
async function duck(bytes: Uint8Array, name: string, sql: (file: string) => string) {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    return (await connection.runAndReadAll(sql(file))).getRowObjectsJson()
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

const lists = Object.keys(TABLES) as TableName[]

it('the archive has what the formats are tried with', async () => {
  expect(events.length).toBeGreaterThanOrEqual(6)
  expect(events.some(({ latitude }) => latitude !== null)).toBe(true)
  for (const list of lists) {
    const rows = []
    for await (const row of TABLES[list].rows(archive, {})) rows.push(row)
    expect(rows.length, list).toBeGreaterThan(0)
  }
})

describe('CSV', () => {
  it.each(lists)('of %s is read by csv-parse, every cell as it was', async (list) => {
    const { columns } = TABLES[list]
    const read = parseCsv(await toText(archive, 'csv', list), { columns: true }) as {
      [name: string]: string
    }[]
    let i = 0
    for await (const row of TABLES[list].rows(archive, {})) {
      for (const { name, of } of columns) {
        const cell = of(row as never)
        const plain = cell === null ? '' : String(cell)
        // a cell that a spreadsheet would run carries an apostrophe
        expect((read[i]?.[name] ?? '').replace(/^'(?=[=+\-@\t\r])/, ''), `${list}.${name}`).toBe(plain)
      }
      i++
    }
    expect(read.length).toBe(i)
  })

  it('is read by DuckDB', async () => {
    const rows = await duck(
      await toBytes(archive, 'csv', 'events'),
      'events.csv',
      (file) => `select count(*)::int as n, sum(intensity) as sum from read_csv('${file}')`,
    )
    expect(rows).toEqual([{ n: events.length, sum: events.reduce((sum, it) => sum + it.intensity, 0) }])
  })
})

it.each(lists)('JSON Lines of %s is read by DuckDB', async (list) => {
  const rows = await duck(
    await toBytes(archive, 'jsonl', list),
    `${list}.jsonl`,
    (file) => `select count(*)::int as n from read_json('${file}', format = 'newline_delimited')`,
  )
  const lines = (await toText(archive, 'jsonl', list)).trim().split('\n')
  expect(rows).toEqual([{ n: lines.length }])
})

it.each(
  Object.entries(EXPORT_FORMATS).flatMap(([format, { opens }]) =>
    'DuckDB' in opens ? [[format as ExportFormatName, opens.DuckDB] as const] : [],
  ),
)('the documented line opens %s in DuckDB', async (format, line) => {
  const rows = await duck(await toBytes(archive, format, 'events'), `documented.${format}`, (file) =>
    line.replace('FILE', file),
  )
  expect(rows.length).toBeGreaterThan(5)
})

describe('Parquet', () => {
  it.each(lists)('of %s is read by hyparquet, every cell as it was', async (list) => {
    const { columns } = TABLES[list]
    const bytes = await toBytes(archive, 'parquet', list)
    const read = await parquetReadObjects({ file: bytes.buffer as ArrayBuffer })
    let i = 0
    for await (const row of TABLES[list].rows(archive, {})) {
      for (const { name, type, of } of columns) {
        const cell = of(row as never)
        const found: unknown = read[i]?.[name] ?? null
        const plain = type === 'day' && found instanceof Date ? found.toISOString().slice(0, 10) : found
        expect(plain, `${list}.${name}`).toBe(
          type === 'day' && cell !== null ? String(cell).slice(0, 10) : cell,
        )
      }
      i++
    }
    expect(read.length).toBe(i)
  })

  it('is read by DuckDB with days as days', async () => {
    const rows = await duck(
      await toBytes(archive, 'parquet', 'events'),
      'events.parquet',
      (file) =>
        `select count(*)::int as n, min(day)::text as first, typeof(any_value(day)) as type from '${file}'`,
    )
    const days = events.map(({ day }) => day).filter(Boolean)
    expect(rows).toEqual([{ n: events.length, first: [...days].sort()[0], type: 'DATE' }])
  })

  it('of nothing is a table with columns', async () => {
    const nothing = await emptyArchive()
    const rows = await duck(
      await toBytes(nothing, 'parquet', 'events'),
      'none.parquet',
      (file) =>
        `select count(*)::int as n, count(column_name) over () as c from '${file}', (describe select * from '${file}') group by column_name`,
    )
    expect(rows).toEqual([])
  })
})

it('GeoJSON is valid and has every event with a place', async () => {
  const { features } = check(await toText(archive, 'geojson')) as {
    features: { id?: unknown; geometry: unknown }[]
  }
  const placed = events.filter(({ latitude }) => latitude !== null)
  expect(features.map(({ id }) => id)).toEqual(placed.map(({ id }) => id))
  expect(features[0]?.geometry).toMatchObject({
    type: 'Point',
    coordinates: [placed[0]?.longitude, placed[0]?.latitude],
  })
  check(await toText(await emptyArchive(), 'geojson'))
})

describe.each([
  ['graphml', (text: string, kind = DirectedGraph) => graphml.parse(kind, text)],
  ['gexf', (text: string, kind = DirectedGraph) => gexf.parse(kind, text)],
] as const)('%s', (format, parse) => {
  it('is read by graphology, names and weights as they were', async () => {
    const graph = parse(await toText(archive, format))
    const parties = new Map(
      events.flatMap((it) => [...it.actors, ...it.recipients]).map((it) => [it.entity, it]),
    )
    expect(graph.order).toBe(parties.size)
    for (const [entity, { name }] of parties) expect(graph.getNodeAttribute(entity, 'label')).toBe(name)
    expect(graph.size).toBeGreaterThan(2)
    graph.forEachEdge((_, { weight, intensity }) => {
      expect(Number(weight)).toBeGreaterThanOrEqual(1)
      expect(Math.abs(Number(intensity))).toBeLessThanOrEqual(10)
    })
  })

  it('of nothing is read, too', async () =>
    expect(parse(await toText(await emptyArchive(), format), MultiGraph as never).order).toBe(0))
})

it('iCalendar is read by ical.js: meetings and what falls due, lines of at most 75 octets', async () => {
  const text = await toText(archive, 'ics')
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const entries = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((it) => new ICAL.Event(it))
  const met = events.find(({ type, status }) => type === 'CONSULT' && status === 'asserted')
  expect(entries.some(({ uid, startDate }) => uid === met?.id && startDate.toString() === met?.day)).toBe(
    true,
  )
  const due = entries.find(({ summary }) => summary.startsWith('Due: '))
  expect(due?.startDate.toString()).toBe('2014-06-15')
  expect(due?.description).toContain('withdraw its troops')
})

describe('JSON-LD', () => {
  it.each(EXPORT_FORMATS.jsonld.lists)('of %s becomes triples of Web Annotation and PROV-O', async (list) => {
    const text = await toText(archive, 'jsonld', list)
    const quads = (await jsonld.toRDF(JSON.parse(text) as object, {
      documentLoader: () => Promise.reject(new Error('nothing is fetched')),
    })) as { predicate: { value: string }; object: { value: string } }[]
    const count = (iri: string) => quads.filter(({ predicate }) => predicate.value === iri).length
    const rows = (await toText(archive, 'jsonl', list)).trim().split('\n')
    expect(count('http://www.w3.org/ns/oa#hasTarget')).toBe(rows.length)
    expect(count('http://www.w3.org/ns/oa#hasSelector')).toBe(2 * rows.length)
    expect(count('http://www.w3.org/ns/prov#wasGeneratedBy')).toBe(rows.length)
    const exact = quads.filter(({ predicate }) => predicate.value === 'http://www.w3.org/ns/oa#exact')
    expect(exact).toHaveLength(rows.length)
  })
})

it("POLECAT's columns are read by DuckDB as 40, no cell empty", async () => {
  const bytes = await toBytes(archive, 'polecat')
  const rows = await duck(
    bytes,
    'polecat.tsv',
    (file) => `select * from read_csv('${file}', delim = '\t', quote = '')`,
  )
  const asserted = events.filter(({ status }) => status === 'asserted')
  expect(rows).toHaveLength(asserted.length)
  expect(Object.keys(rows[0] ?? {})).toHaveLength(40)
  const first = rows.find((row) => row['Event ID'] === asserted.find(({ type }) => type === 'CONSULT')?.id)
  expect(first).toMatchObject({
    'Event Type': 'CONSULT',
    'Quad Code': '1',
    'Actor Country': expect.stringContaining('USA'),
    'Actor COW': expect.stringMatching(/\b2\b/),
    Language: 'en',
  })
})

it('CoNLL-U is read by DuckDB as ten columns whose heads stand in their sentence', async () => {
  const text = await toText(archive, 'conllu')
  expect(text.match(/^# newdoc id = sha256:/gm)).toHaveLength(4)
  const rows = await duck(
    new TextEncoder().encode(text.replace(/^#.*\n/gm, '')),
    'words.conllu',
    (file) =>
      `select count(*)::int as n, count(*) filter (try_cast(column6 as int) is null)::int as bad
       from read_csv('${file}', delim = '\t', quote = '', header = false, all_varchar = true, columns = {${Array.from({ length: 10 }, (_, i) => `'column${i}': 'varchar'`).join(', ')}})
       where column0 not like '%-%'`,
  )
  expect(rows[0]?.bad).toBe(0)
  expect(Number(rows[0]?.n)).toBeGreaterThan(60)
})

it.each(Object.keys(EXPORT_FORMATS) as ExportFormatName[])(
  '%s is the same bytes each time',
  async (format) => {
    const twice = [await toBytes(archive, format), await toBytes(archive, format)]
    expect(Buffer.compare(twice[0] as Uint8Array, twice[1] as Uint8Array)).toBe(0)
  },
)
