import type { ForeignEvent, Party } from '#archive'
import { EVENT_TYPES, type EventType, QUAD_OF } from '#lexicon'
import { COUNTRY_CODES } from './country-codes.ts'
import { cellOf, dayOf, foreignParty, numberOf, rowId, UnreadableRow } from './foreign-row.ts'

/** A row of POLECAT's files by the names of their columns, whose order has changed over the years. */
export function readPolecatRow(line: string, header: readonly string[]): ForeignEvent {
  const cells = line.split('\t')
  if (cells.length !== header.length)
    throw new UnreadableRow(`${header.length} columns were expected, not ${cells.length}`)
  const at = (...names: readonly string[]) =>
    names.map((name) => cellOf(cells, header.indexOf(name))).find((it) => it !== null) ?? null
  const foreignId = at('Event ID') ?? ''
  const type = at('Event Type')?.toUpperCase() ?? null
  const known = EVENT_TYPES.find((it) => it === type) ?? null
  return {
    id: rowId('polecat', foreignId, line),
    set: 'polecat',
    foreignId,
    day: dayOf(at('Event Date') ?? ''),
    type: known,
    mode: at('Event Mode')?.toLowerCase() ?? null,
    quad: known === null ? null : QUAD_OF[known as EventType],
    cameo: null,
    intensity: numberOf(at('Intensity', 'Event Intensity')),
    actors: parties(at('Actor Name'), at('Actor Country'), at('Primary Actor Sector')),
    recipients: parties(at('Recipient Name'), at('Recipient Country'), at('Primary Recipient Sector')),
    place: at('Placename', 'City', 'Raw Placename'),
    placeCountry: codeOf(at('Country')),
    latitude: numberOf(at('Latitude')),
    longitude: numberOf(at('Longitude')),
    source: at('Source'),
    url: null,
  }
}

/** Countries stand as alpha-3 or as names, several apart by semicolons. */
function parties(names: string | null, countries: string | null, sector: string | null): Party[] {
  const list = (text: string | null) =>
    (text ?? '')
      .split(';')
      .map((it) => it.trim())
      .map((it) => (it === 'None' ? '' : it))
  const [byName, byCountry] = [list(names), list(countries)]
  const found: Party[] = []
  for (let i = 0; i < Math.max(byName.length, byCountry.length); i++) {
    const party = foreignParty(byName[i] || null, codeOf(byCountry[i] || null), sector)
    if (party && !found.some(({ entity }) => entity === party.entity)) found.push(party)
  }
  return found
}

function codeOf(country: string | null): string | null {
  if (country === null) return null
  return /^[A-Z]{3}$/.test(country) ? country : (COUNTRY_CODES.get(country.toLowerCase()) ?? null)
}
