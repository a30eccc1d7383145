import { tokensOf } from '../words/tokens.ts'

/** A column of a full-text table: its words and the weight that stands for it in a tsvector. */
export interface Part {
  readonly text: string
  readonly weight: 'A' | 'B' | 'C'
}

/** Positions between two columns, so that no phrase runs from one into the other. */
const GAP = 100
/** PostgreSQL counts no further, and keeps no more places of one word. */
const LAST_POSITION = 16_383
const MOST_PLACES = 255

/** The text of a tsvector: each word with its places, each place with the weight of its column. */
export function textVector(parts: readonly Part[], stem: boolean): string {
  const places = new Map<string, string[]>()
  let position = 0
  for (const { text, weight } of parts) {
    for (const word of tokensOf(text, stem)) {
      position = Math.min(position + 1, LAST_POSITION)
      const at = `${position}${weight}`
      const known = places.get(word)
      if (!known) places.set(word, [at])
      else if (known.length < MOST_PLACES && known.at(-1) !== at) known.push(at)
    }
    position = Math.min(position + GAP, LAST_POSITION)
  }
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ')
}
