import type { Archive, EventRow, Filter, Party } from '#archive'
import type { Record, RecordActor, RecordEvent, RecordPlace } from '#record'
import { allPages } from './all-pages.ts'
import { COW_CODES } from './cow-codes.ts'
import { POLECAT_COLUMNS } from './polecat-columns.ts'
import { recordReader } from './record-reader.ts'

/** What POLECAT's files write where nothing is known. */
const NOTHING = 'None'

/**
 * Events in the 40 columns of POLECAT's files. Asserted acts alone where the filter does not say: POLECAT has no
 * column for what was denied or only planned. COW codes are numbers; what we do not know (Wikipedia ids) is None.
 */
export async function* writePolecat(archive: Archive, filter: Filter): AsyncGenerator<string> {
  yield `${POLECAT_COLUMNS.join('\t')}\n`
  const read = recordReader(archive)
  for await (const row of allPages((page) => archive.events({ status: ['asserted'], ...filter }, page))) {
    const record = await read(row.origin.documentId)
    const event = record?.events.find(({ id }) => id === row.id) ?? null
    const cells = cellsOf(row, record, event)
    yield `${POLECAT_COLUMNS.map((column) => clean(cells[column])).join('\t')}\n`
  }
}

type Cells = { readonly [C in (typeof POLECAT_COLUMNS)[number]]: string | number | null }

const QUAD_CODES: { readonly [quad: string]: number } = {
  'verbal-cooperation': 1,
  'material-cooperation': 2,
  'verbal-conflict': 3,
  'material-conflict': 4,
}

function cellsOf(row: EventRow, record: Record | null, event: RecordEvent | null): Cells {
  const place = record?.places.find(({ id }) => id === event?.place) ?? null
  return {
    'Event ID': row.id,
    'Event Date': row.day,
    'Event Type': row.type,
    'Event Mode': row.mode,
    Intensity: row.intensity,
    'Quad Code': QUAD_CODES[row.quad] ?? null,
    Contexts: list(row.contexts),
    ...side('Actor', row.actors, mentionsOf(record, event?.actors)),
    ...side('Recipient', row.recipients, mentionsOf(record, event?.recipients)),
    ...placeCells(row, place),
    Source: row.origin.source,
    'Publication Date': (row.origin.published ?? '').slice(0, 10),
    ...storyCells(record),
    Language: record?.document.language ?? null,
    Version: record ? `${record.coder.name} ${record.coder.version}` : null,
  } as Cells
}

function side(who: 'Actor' | 'Recipient', parties: readonly Party[], mentions: readonly RecordActor[]) {
  const sectors = [...new Set(parties.map(({ sector }) => sector).filter((it) => it !== null))]
  return {
    [`${who} Name`]: list(parties.map(({ name, entity }) => name ?? entity)),
    [`${who} Country`]: list(parties.map(({ country }) => country)),
    [`${who} COW`]: list(parties.map(({ country }) => (country === null ? null : codeOf(country)))),
    [`Primary ${who} Sector`]: parties[0]?.sector ?? null,
    [`${who} Sectors`]: list(sectors),
    [`${who} Title`]: list(mentions.map(({ role }) => role)),
    [`${who} Name Raw`]: list(mentions.map(({ span }) => span.text)),
    [`Wikipedia ${who} ID`]: null,
  }
}

function placeCells(row: EventRow, place: RecordPlace | null) {
  const city = place !== null && (place.feature === 'city' || place.feature === 'capital')
  return {
    Placename: row.place,
    City: city ? place.name : null,
    District: null,
    Province: place?.admin1 ?? null,
    Country: row.placeCountry,
    Latitude: row.latitude,
    Longitude: row.longitude,
    'GeoNames ID': place?.geonames ?? null,
    'Raw Placename': place?.span.text ?? null,
    'Feature Type': place?.feature ?? null,
  }
}

/** Names in the whole text, as POLECAT lists them beside each event. */
function storyCells(record: Record | null) {
  const named = (record?.actors ?? []).filter(({ kind }) => kind === 'name')
  const person = ({ entity }: RecordActor) => entity.startsWith('person/')
  const distinct = (values: readonly (string | null)[]) => list([...new Set(values)])
  return {
    'Story People': distinct(named.filter(person).map(({ name }) => name)),
    'Story Organizations': distinct(
      named.filter((it) => !person(it) && it.entity !== it.country).map(({ name }) => name),
    ),
    'Story Locations': distinct((record?.places ?? []).map(({ name }) => name)),
  }
}

function mentionsOf(record: Record | null, ids: readonly string[] | undefined): readonly RecordActor[] {
  const wanted = new Set(ids)
  return (record?.actors ?? []).filter(({ id }) => wanted.has(id))
}

const codeOf = (country: string) => (country in COW_CODES ? String(COW_CODES[country]) : null)

/** Values apart by "; "; nothing when there are none. */
function list(values: readonly (string | null)[]): string | null {
  return values.some((value) => value !== null && value !== '')
    ? values.map((value) => value ?? NOTHING).join('; ')
    : null
}

/** A cell has no tab and no line end, and is never empty. */
function clean(value: string | number | null): string {
  if (value === null || value === '') return NOTHING
  return String(value).replace(/[\t\r\n]+/g, ' ')
}
