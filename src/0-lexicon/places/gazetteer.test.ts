import { describe, expect, it } from 'vitest'
import { compilePlaces } from './compile-places.ts'
import { openPlaces, withPlaceRows } from './gazetteer.ts'
import { NAME_SENSE } from './name-key.ts'
import type { PlaceRow } from './place-row.ts'

const row = (name: string, part: Partial<PlaceRow> = {}): PlaceRow => ({
  names: [name],
  feature: 'city',
  country: 'AAA',
  admin1: null,
  latitude: 10,
  longitude: -20,
  geonames: null,
  population: 0,
  ...part,
})
const base = openPlaces(
  compilePlaces(
    [
      row('Port-au-Prince', {
        latitude: 18.5392,
        longitude: -72.335,
        geonames: 3718426,
        population: 1_234_742,
      }),
      row('São Tomé', { names: ['São Tomé', 'Saint Thomas'] }),
      row('Twin', { latitude: 1 }),
      row('Twin', { latitude: 50, country: 'BBB', admin1: 'North' }),
      row('Northland', { feature: 'region', country: 'BBB', admin1: 'Northland' }),
    ],
    {
      shorts: ['N.L.|NL\tNorthland\tBBB'],
      demonyms: ['BBB\tBeean|Beeans'],
      senses: { common: new Set(['twin']), given: new Set(), surname: new Set(['twin']) },
    },
  ),
)

describe('the gazetteer', () => {
  it.each([
    ['port - au - prince', ['Port-au-Prince']],
    ['sao tome', ['São Tomé']],
    ['saint thomas', ['Saint Thomas']],
    ['twin', ['Twin', 'Twin']],
    ['nowhere', []],
    ['', []],
  ])('names %s', (key, names) => expect(base.named(key).map(({ name }) => name)).toEqual(names))

  it('keeps coordinates to four decimals, ids whole and people within a tenth', () => {
    const [place] = base.named('port - au - prince')
    expect(place).toMatchObject({ latitude: 18.5392, longitude: -72.335, geonames: 3718426 })
    expect(Math.abs((place?.population ?? 0) / 1_234_742 - 1)).toBeLessThan(0.1)
  })
  it('knows abbreviations, peoples and other senses', () => {
    expect(base.short('N.L.')?.name).toBe('Northland')
    expect(base.demonym('beeans')).toBe('BBB')
    expect(base.sense('twin')).toBe(NAME_SENSE.common | NAME_SENSE.surname)
    expect(base.longest('port')).toBeGreaterThanOrEqual(5)
  })
  it("lets a user's places add and override", () => {
    const own = withPlaceRows(base, [row('Twin', { latitude: 50.01, country: 'CCC' }), row('New Place')])
    expect(own.named('twin').map(({ country }) => country)).toEqual(['CCC', 'AAA'])
    expect(own.named('new place')).toHaveLength(1)
    expect(own.named('sao tome')).toHaveLength(1)
    expect(own.longest('new')).toBeGreaterThanOrEqual(2)
    expect(own.hash).not.toBe(base.hash)
  })
  it('refuses what is no gazetteer', () =>
    expect(() => openPlaces(new Uint8Array(20))).toThrow(/expected a file that starts with "RAPPLAC2"/))
  it('compiles to the same bytes', () =>
    expect(compilePlaces([row('A'), row('B')])).toEqual(compilePlaces([row('A'), row('B')])))
})
