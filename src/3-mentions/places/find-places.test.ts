import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDocument } from '#document'
import { openPlaces } from '#lexicon'
import { openParser } from '#syntax'
import { findPlaces, weighPlaces } from './index.ts'

const bytes = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../models/${name}`, import.meta.url)))
const parser = openParser(bytes('syntax.bin'))
const gazetteer = openPlaces(bytes('places.bin'))

const find = (text: string) => {
  const syntax = parser.parse(openDocument({ text }))
  return { syntax, places: findPlaces(syntax, weighPlaces(syntax, gazetteer), []) }
}
const places = (text: string) => {
  const { syntax, places: found } = find(text)
  return found.map(({ span, country, admin1, feature }) =>
    [syntax.document.text.slice(span.start, span.end), country, admin1, feature].join('/'),
  )
}

describe('findPlaces', () => {
  it.each([
    ['Envoys met in Damascus on the war in Syria.', ['Damascus/SYR/Dimashq/capital', 'Syria/SYR//country']],
    ['The couple moved to Paris, Texas, last year.', ['Paris/USA/Texas/city', 'Texas/USA/Texas/region']],
    ['Troops left Tripoli after Libyan rebels came.', ['Tripoli/LBY/Tripoli/capital']],
    [
      'Gunmen fought in Tripoli, north of Beirut, Lebanese police said.',
      ['Tripoli/LBN/Liban-Nord/city', 'Beirut/LBN/Beyrouth/capital'],
    ],
    [
      'Ships of both navies met near the Spratly Islands in the South China Sea.',
      ['Spratly Islands///island', 'South China Sea///sea'],
    ],
    ['Reporters saw Paris Hilton at the fair.', []],
    [
      'They live in Albany, N.Y., and work in Boston.',
      ['Albany/USA/New York/city', 'N.Y./USA/New York/region', 'Boston/USA/Massachusetts/city'],
    ],
    [
      'Schools in Barrow, Hall and Jackson counties in Georgia were closed.',
      [
        'Barrow/USA/Georgia/region',
        'Hall/USA/Georgia/region',
        'Jackson/USA/Georgia/region',
        'Georgia/USA/Georgia/region',
      ],
    ],
    ['The EU welcomed it.', []],
    ['No name stands here at all.', []],
    ['', []],
  ])('%s', (text, expected) => expect(places(text)).toEqual(expected))

  it('gives coordinates and GeoNames ids', () => {
    const [vienna] = find('The ministers met in Vienna.').places
    expect(vienna?.geonames).toBe(2761369)
    expect(vienna?.latitude).toBeCloseTo(48.2, 1)
    expect(vienna?.longitude).toBeCloseTo(16.4, 1)
  })

  it('reads thousands of names in one text', () => {
    const names = ['Springfield', 'Paris', 'Georgia', 'Tripoli', 'San Jose', 'Victoria', 'Cordoba']
    const text = Array.from({ length: 700 }, (_, i) => `They met in ${names[i % 7]}.`).join(' ')
    expect(find(text).places).toHaveLength(700)
  })
})
