import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDocument } from '#document'
import { openParser } from './open-parser.ts'

const parser = openParser(new Uint8Array(readFileSync('models/syntax.bin')))

function sentences(text: string): string[] {
  const { document, sentenceStart, start, end } = parser.parse(openDocument({ text }))
  return Array.from({ length: sentenceStart.length - 1 }, (_, s) =>
    document.text.slice(start[sentenceStart[s] as number], end[(sentenceStart[s + 1] as number) - 1]),
  )
}

describe('sentences', () => {
  it.each([
    ['an abbreviation inside', 'The U.S. envoy met Gen. Tariq Lodhi at No. 10 on Jan. 5.'],
    ['initials', 'The paper by A. K. Odhiambo and J. R. R. Silva was read on Monday.'],
    ['titles', 'Prof. Ana Duarte wrote to Sen. Mark Ellery and Rep. Joan Pike.'],
    ['a number with a point', 'Growth fell to 2.5 percent, or $1.2 billion, in the quarter.'],
    ['an ellipsis inside', '"We will see ... but not today," the minister said.'],
    ['a company', 'Borland Ltd. and Keystone Inc. signed the deal in Oslo.'],
    ['hours', 'The talks began at 9 a.m. and ended at 4 p.m. on Friday.'],
  ])('does not end at %s', (_, text) => expect(sentences(text)).toEqual([text]))

  it.each([
    ['a full stop', 'The talks ended.', 'Both sides left the hall.'],
    ['a question', 'Will they sign?', 'Nobody knows.'],
    ['a quote that is closed', '"We shall not sign this."', 'The envoy then left the room.'],
    ['a quote that goes on', '"We shall not sign.', 'We never said that we would," he said.'],
    ['a country and a new sentence', 'He flew back to the U.S.', 'The minister stayed in Geneva.'],
    ['brackets', 'The treaty was signed in May.', '(It has not been ratified.)'],
  ])('ends at %s', (_, one, two) => expect(sentences(`${one} ${two}`)).toEqual([one, two]))

  it('keeps a headline, a dateline and the points of a list apart', () => {
    const text = `Envoys Meet in Geneva

GENEVA, July 2 (AFP) — The envoys met on Tuesday.

- The first point was grain
- The second was fuel`
    const found = sentences(text)
    expect(found).toContain('Envoys Meet in Geneva')
    expect(found).toContain('The envoys met on Tuesday.')
    expect(found.some((s) => s.includes('grain') && s.includes('fuel'))).toBe(false)
  })
})
