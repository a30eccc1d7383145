import type { ForeignEvent } from '#archive'
import { cameoToPlover } from './cameo-to-plover.ts'
import { cellOf, dayOf, foreignParty, numberOf, rowId, UnreadableRow } from './foreign-row.ts'

/** CAMEO's country codes that are not ISO 3166-1's. */
const NOT_ISO: { readonly [code: string]: string } = { ROM: 'ROU', TMP: 'TLS', ZAR: 'COD', KSV: 'XKX' }
/** CAMEO's codes of regions stand where countries do: they are none. */
const REGIONS = new Set(
  'AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF WST'.split(
    ' ',
  ),
)

interface Places {
  readonly action: number
  readonly latitude: number
  readonly url: number | null
}

/** Where the place of the action stands: the files have grown from 57 to 61 columns. */
const SHAPES: { readonly [columns: number]: Places } = {
  57: { action: 50, latitude: 53, url: null },
  58: { action: 50, latitude: 53, url: 57 },
  61: { action: 52, latitude: 56, url: 60 },
}

/** A row of GDELT's event files, 1.0 or 2.0; they have no header. */
export function readGdeltRow(line: string): ForeignEvent {
  const cells = line.split('\t')
  const shape = SHAPES[cells.length]
  if (!shape) throw new UnreadableRow(`57, 58 or 61 columns were expected, not ${cells.length}`)
  const at = (n: number) => cellOf(cells, n)
  const party = (n: number) => {
    const it = foreignParty(at(n + 1), codeOf(at(n + 2)), at(n + 7))
    return it === null ? [] : [it]
  }
  const cameo = at(26)
  const plover = cameo === null ? null : cameoToPlover(cameo)
  const foreignId = at(0) ?? ''
  return {
    id: rowId('gdelt', foreignId, line),
    set: 'gdelt',
    foreignId,
    day: dayOf(at(1) ?? ''),
    type: plover?.type ?? null,
    mode: null,
    quad: plover?.quad ?? null,
    cameo,
    intensity: numberOf(at(30)),
    actors: party(5),
    recipients: party(15),
    place: at(shape.action),
    // FIPS 10-4 stands here: another standard than everywhere else, and not needed to compare
    placeCountry: null,
    latitude: numberOf(at(shape.latitude)),
    longitude: numberOf(at(shape.latitude + 1)),
    source: null,
    url: shape.url === null ? null : at(shape.url),
  }
}

function codeOf(code: string | null): string | null {
  if (code === null || REGIONS.has(code)) return null
  return NOT_ISO[code] ?? code
}
