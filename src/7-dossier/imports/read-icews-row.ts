import type { ForeignEvent } from '#archive'
import { cameoToPlover } from './cameo-to-plover.ts'
import { COUNTRY_CODES } from './country-codes.ts'
import { cellOf, dayOf, foreignParty, numberOf, rowId, UnreadableRow } from './foreign-row.ts'

/** A row of ICEWS's event files (doi:10.7910/DVN/28075) by the names of their columns. */
export function readIcewsRow(line: string, header: readonly string[]): ForeignEvent {
  const cells = line.split('\t')
  if (cells.length !== header.length)
    throw new UnreadableRow(`${header.length} columns were expected, not ${cells.length}`)
  const at = (name: string) => cellOf(cells, header.indexOf(name))
  const code = (name: string) => COUNTRY_CODES.get(at(name)?.toLowerCase() ?? '') ?? null
  const party = (who: 'Source' | 'Target') => {
    const it = foreignParty(at(`${who} Name`), code(`${who} Country`), null)
    return it === null ? [] : [it]
  }
  const cameo = at('CAMEO Code')
  const plover = cameo === null ? null : cameoToPlover(cameo)
  const foreignId = at('Event ID') ?? ''
  return {
    id: rowId('icews', foreignId, line),
    set: 'icews',
    foreignId,
    day: dayOf(at('Event Date') ?? ''),
    type: plover?.type ?? null,
    mode: null,
    quad: plover?.quad ?? null,
    cameo,
    intensity: numberOf(at('Intensity')),
    actors: party('Source'),
    recipients: party('Target'),
    place: at('City') ?? at('Province'),
    placeCountry: code('Country'),
    latitude: numberOf(at('Latitude')),
    longitude: numberOf(at('Longitude')),
    source: at('Publisher'),
    url: null,
  }
}
