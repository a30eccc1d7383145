import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDocument } from '#document'
import { openPlaces } from '#lexicon'
import { openParser } from '#syntax'
import { findPlaces } from './index.ts'

const bytes = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../models/${name}`, import.meta.url)))
const parser = openParser(bytes('syntax.bin'))
const gazetteer = openPlaces(bytes('places.bin'))

const places = (text: string) => {
  const syntax = parser.parse(openDocument({ text }))
  return findPlaces(syntax, gazetteer, new Uint8Array(syntax.length)).map(
    ({ span, country, admin1, feature }) =>
      [syntax.document.text.slice(span.start, span.end), country, admin1, feature].join('/'),
  )
}

describe('findPlaces', () => {
  it.each([
    ['Envoys met in Geneva on the war in Syria.', ['Geneva/CHE/Geneva/region', 'Syria/SYR//country']],
    ['The couple moved to Paris, Texas, last year.', ['Paris/USA/Texas/city', 'Texas/USA/Texas/region']],
    ['Troops left Tripoli after Libyan rebels came.', ['Tripoli/LBY/Tripoli/capital']],
    [
      'Ships of both navies met near the Spratly Islands in the South China Sea.',
      ['Spratly Islands///island', 'South China Sea///sea'],
    ],
    ['Paris Hilton spoke.', []],
    ['He reads the New York Times.', []],
    [
      'They live in Albany, N.Y., and work in Boston.',
      ['Albany/USA/New York/city', 'N.Y./USA/New York/region', 'Boston/USA/Massachusetts/city'],
    ],
    ['No name stands here at all.', []],
  ])('%s', (text, expected) => expect(places(text)).toEqual(expected))

  it('gives coordinates and GeoNames ids', () => {
    const syntax = parser.parse(openDocument({ text: 'The ministers met in Vienna.' }))
    const [vienna] = findPlaces(syntax, gazetteer, new Uint8Array(syntax.length))
    expect(vienna?.geonames).toBe(2761369)
    expect(vienna?.latitude).toBeCloseTo(48.2, 1)
    expect(vienna?.longitude).toBeCloseTo(16.4, 1)
  })
})
