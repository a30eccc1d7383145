import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import {
  ACTOR_COLUMNS,
  type ActorColumn,
  type ActorRow,
  readActorRow,
  splitLine,
  withActorRows,
} from './actors/index.ts'
import type { Lexicon } from './lexicon.ts'
import { PLACE_FEATURES, type PlaceFeature, type PlaceRow, withPlaceRows } from './places/index.ts'

/** A user's own rows: actors and places. */
export interface UserLexicon {
  readonly actors: readonly ActorRow[]
  readonly places: readonly PlaceRow[]
}

const PLACE_COLUMNS = ['feature', 'admin1', 'latitude', 'longitude', 'geonames', 'population'] as const
type PlaceColumn = (typeof PLACE_COLUMNS)[number]
type Column = ActorColumn | PlaceColumn
const COLUMNS: readonly string[] = [...ACTOR_COLUMNS, ...PLACE_COLUMNS]

interface Cells {
  readonly where: string
  readonly cell: (column: Column) => string
}

/**
 * Reads a user's lexicon: CSV or tab-separated text with a heading line, or YAML, a list of rows. `kind` is an actor's
 * kind or `place`; the columns are those of the files under lexicon/.
 *
 * @throws Error for a bad row: file, line, column, what was expected and what was found
 */
export function readUserLexicon(text: string, file: string): UserLexicon {
  const rows = /\.ya?ml$/i.test(file) ? yamlRows(text, file) : tableRows(text, file)
  const isPlace = ({ cell }: Cells) => cell('kind') === 'place'
  return {
    actors: rows.filter((row) => !isPlace(row)).map(({ cell, where }) => readActorRow(cell, where)),
    places: rows.filter(isPlace).map(readPlaceRow),
  }
}

/** A lexicon with a user's rows in front: they add actors and places and override those of the same name. */
export function withUserLexicon(lexicon: Lexicon, { actors, places }: UserLexicon): Lexicon {
  return Object.freeze({
    ...lexicon,
    actors: actors.length > 0 ? withActorRows(lexicon.actors, actors) : lexicon.actors,
    places: places.length > 0 ? withPlaceRows(lexicon.places, places) : lexicon.places,
  })
}

function tableRows(text: string, file: string): readonly Cells[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const apart = (lines[0] ?? '').includes('\t') ? '\t' : ','
  const heading = splitLine(lines[0] ?? '', apart).map((cell) => cell.trim())
  checkColumns(heading, `${file}:1`)
  for (const need of ['kind', 'name'])
    if (!heading.includes(need))
      throw new Error(
        `${file}:1: expected a column "${need}" among ${COLUMNS.join(', ')}; found ${heading.join(', ')}`,
      )
  return lines.flatMap((line, i) => {
    if (i === 0 || line.trim() === '') return []
    const cells = splitLine(line, apart)
    if (cells.length > heading.length)
      throw new Error(
        `${file}:${i + 1}: expected ${heading.length} columns, found ${cells.length}; quote a cell that holds "${apart}"`,
      )
    return [{ where: `${file}:${i + 1}`, cell: (column) => (cells[heading.indexOf(column)] ?? '').trim() }]
  })
}

function checkColumns(names: readonly string[], where: string): void {
  for (const name of names)
    if (!COLUMNS.includes(name))
      throw new Error(`${where}: expected a column out of ${COLUMNS.join(', ')}; found "${name}"`)
}

function yamlRows(text: string, file: string): readonly Cells[] {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const fault = document.errors[0]
  if (fault)
    throw new Error(
      `${file}:${fault.linePos?.[0]?.line ?? 1}: expected YAML; ${fault.message.split('\n')[0]}`,
    )
  if (!isSeq(document.contents)) throw new Error(`${file}:1: expected a list of rows ("- kind: person")`)
  return document.contents.items.map((item) => {
    const at = (node: unknown) => {
      const range = (node as { range?: readonly number[] } | null)?.range
      return `${file}:${counter.linePos(range?.[0] ?? 0).line}`
    }
    if (!isMap(item)) throw new Error(`${at(item)}: expected a row ("kind: person" and so on)`)
    const cells = new Map<string, string>()
    for (const { key, value } of item.items) {
      checkColumns([String(isScalar(key) ? key.value : key)], at(key))
      cells.set(String(isScalar(key) ? key.value : key), plain(value, at(key)))
    }
    return { where: at(item), cell: (column: Column) => cells.get(column) ?? '' }
  })
}

/** A value or a list of them, as a cell holds them: "a|b". */
function plain(value: unknown, where: string): string {
  if (isSeq(value)) return value.items.map((one) => plain(one, where)).join('|')
  if (!isScalar(value)) throw new Error(`${where}: expected a text, a number or a list of them`)
  return String(value.source ?? value.value ?? '').trim()
}

function readPlaceRow({ cell, where }: Cells): PlaceRow {
  const wrong = (column: Column, expected: string): never => {
    throw new Error(`${where}: column "${column}": expected ${expected}, found "${cell(column)}"`)
  }
  const number = (column: Column, low: number, high: number, expected: string): number => {
    const value = cell(column) === '' ? Number.NaN : Number(cell(column))
    return value >= low && value <= high ? value : wrong(column, expected)
  }
  const feature = cell('feature') || 'city'
  if (!(PLACE_FEATURES as readonly string[]).includes(feature))
    wrong('feature', `one of ${PLACE_FEATURES.join(', ')}`)
  if (!cell('name')) wrong('name', 'a name')
  if (cell('country') && !/^[A-Z]{3}$/.test(cell('country')))
    wrong('country', 'an ISO 3166-1 alpha-3 code or nothing')
  return {
    names: [cell('name'), ...cell('aliases').split('|')]
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    feature: feature as PlaceFeature,
    country: cell('country') || null,
    admin1: cell('admin1') || null,
    latitude: number('latitude', -90, 90, 'degrees from -90 to 90'),
    longitude: number('longitude', -180, 180, 'degrees from -180 to 180'),
    geonames: cell('geonames') === '' ? null : number('geonames', 1, 0xffffff, 'a GeoNames id or nothing'),
    population:
      cell('population') === ''
        ? OWN_POPULATION
        : number('population', 0, 1e11, 'a number of people or nothing'),
  }
}

/** A place that a user names is worth a large town, unless the row says otherwise. */
const OWN_POPULATION = 500_000
