import { describe, expect, it } from 'vitest'
import { openDocument } from '#document'
import { loadGround } from '#ground'
import { findMentions } from './find-mentions.ts'

const { parser, lexicon } = loadGround()
const read = (text: string, published = '2013-07-02') =>
  findMentions(parser.parse(openDocument({ text, published })), lexicon)
const placesOf = (text: string) => {
  const { syntax, places } = read(text)
  return places.map(({ span }) => syntax.document.text.slice(span.start, span.end))
}

describe('findMentions: place or actor', () => {
  it.each([
    ['Moscow rejected the plan.', []],
    ['Kerry flew to Moscow on Monday.', ['Moscow']],
    ['He reads the New York Times.', []],
    ['Russia said it would send grain to Egypt.', ['Egypt']],
    ['Troops entered Georgia from South Ossetia.', ['Georgia', 'South Ossetia']],
  ])('%s', (text, expected) => expect(placesOf(text)).toEqual(expected))

  it('takes no town for a person', () => {
    const { actors } = read('New York is cold. Los Angeles is warm, said John Miller, a visitor.')
    expect(actors.map(({ name }) => name)).not.toContain('New York')
    expect(actors.map(({ name }) => name)).not.toContain('Los Angeles')
  })
})
