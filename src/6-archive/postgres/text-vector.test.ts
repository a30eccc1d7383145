import { describe, expect, it } from 'vitest'
import { textVector } from './text-vector.ts'

describe('textVector', () => {
  it('gives each word its places and the weight of its column', () =>
    expect(
      textVector(
        [
          { text: 'Talks open', weight: 'A' },
          { text: 'The talks', weight: 'B' },
        ],
        true,
      ),
    ).toBe("'talk':1A,104B 'open':2A 'the':103B"))

  it('takes marks and capitals off, as SQLite does', () =>
    expect(textVector([{ text: 'ÉLYSÉE Erdoğan', weight: 'B' }], false)).toBe("'elysee':1B 'erdogan':2B"))

  it('holds no quotation mark that could end the text', () =>
    expect(textVector([{ text: `it's 'quoted' \\ back`, weight: 'B' }], false)).toBe(
      "'it':1B 's':2B 'quoted':3B 'back':4B",
    ))

  it('counts no further than PostgreSQL does', () => {
    const vector = textVector(
      [{ text: Array.from({ length: 20_000 }, (_, i) => `w${i % 50}`).join(' '), weight: 'B' }],
      false,
    )
    expect(
      Math.max(...[...vector.matchAll(/[:,](\d+)B/g)].map(([, place]) => Number(place))),
    ).toBeLessThanOrEqual(16_383)
  })
})
