import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from './tokenize.ts'

function words(text: string): string[] {
  const out = { start: [], end: [], glued: [] }
  tokenize(text, 0, text.length, out)
  return (out.start as number[]).map((start, i) => text.slice(start, out.end[i]))
}

describe('tokenize', () => {
  it.each([
    ['The minister said so.', 'The|minister|said|so|.'],
    ["They don't and can't; she'd, we'll.", "They|do|n't|and|ca|n't|;|she|'d|,|we|'ll|."],
    ['Peru’s envoy cannot stay', 'Peru|’s|envoy|can|not|stay'],
    ['the 12-nation bloc', 'the|12|-|nation|bloc'],
    ['a co-founder re-elected', 'a|co-founder|re-elected'],
    ['in the U.S. on Jan. 5', 'in|the|U.S.|on|Jan.|5'],
    ['“Stop,” he said…', '“|Stop|,|”|he|said|…'],
    ['$1,200.50 (or 40%)', '$|1,200.50|(|or|40|%|)'],
    ['at 10:30am, 5km away', 'at|10:30|am|,|5|km|away'],
    ['see http://example.org/a-b, or <me@example.org>', 'see|http://example.org/a-b|,|or|<|me@example.org|>'],
    ['Gen. A. B. Smith Jr. left', 'Gen.|A.|B.|Smith|Jr.|left'],
    ['well... no -- yes—maybe', 'well|...|no|--|yes|—|maybe'],
    ['call 555-867-5309 now', 'call|555-867-5309|now'],
    ["the envoys' notes", "the|envoys|'|notes"],
    ['and/or', 'and|/|or'],
    ['Was it? No!', 'Was|it|?|No|!'],
    ['Was it No. 10? No. It was not.', 'Was|it|No.|10|?|No|.|It|was|not|.'],
    ['grain, fuel, etc. were named', 'grain|,|fuel|,|etc.|were|named'],
    ['grain, fuel, etc.', 'grain|,|fuel|,|etc|.'],
    ['a mid-July ex-minister', 'a|mid-July|ex-minister'],
    ['call 3-5213 in 1969-1970', 'call|3-5213|in|1969|-|1970'],
    ['th- the #grain deal', 'th-|the|#grain|deal'],
    ['-==- << note >> ---', '-==-|<<|note|>>|---'],
    ['I cant say, thats all', 'I|ca|nt|say|,|that|s|all'],
    ['‘The envoys’ left', '‘|The|envoys|’|left'],
  ])('%s', (text, expected) => expect(words(text).join('|')).toBe(expected))

  it.each([
    ["the envoys' notes", ["'"]],
    ["'the envoys' left", []],
    ["they don't", ["n't"]],
    ['the envoys’ notes', ['’']],
  ])('glues to the word before what is part of it: %s', (text, expected) => {
    const out = { start: [] as number[], end: [] as number[], glued: [] as number[] }
    tokenize(text, 0, text.length, out)
    expect(out.start.flatMap((s, i) => (out.glued[i] ? [text.slice(s, out.end[i])] : []))).toEqual(expected)
  })

  it('loses nothing but white space', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom("n't", '...', '"', "'s", 'U.S.', '--', ' ', '\n', '10-12', '.'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const out = { start: [] as number[], end: [] as number[], glued: [] as number[] }
        tokenize(text, 0, text.length, out)
        let at = 0
        out.start.forEach((start, i) => {
          expect(text.slice(at, start).trim()).toBe('')
          expect(out.end[i]).toBeGreaterThan(start)
          at = out.end[i] as number
        })
        expect(text.slice(at).trim()).toBe('')
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})
