import type { Syntax } from '#syntax'
import { mayCue } from '../../src/4-acts/statements/cue-features.ts'
import type { GroundWords } from '../../src/4-acts/statements/ground-words.ts'
import { ROLE } from '../../src/4-acts/statements/word-features.ts'
import { carryOffsets } from './carry-offsets.ts'
import type { GoldDocument, GoldSpan } from './gold.ts'

/** One attribution in words: its cue's head, -1 for none that may be one, and the role of each word that has one. */
export interface Labelled {
  readonly head: number
  readonly label: ReadonlyMap<number, number>
}

/** The attributions of a document as labels of its words. */
export function labelled(document: GoldDocument, syntax: Syntax, words: GroundWords): readonly Labelled[] {
  const carry = carryOffsets(document.text, syntax.document.text)
  return document.attributions.map((attribution) => {
    const label = new Map<number, number>()
    const mark = (spans: readonly GoldSpan[], role: number) => {
      for (const { start, end } of spans) {
        const to = carry(end)
        for (
          let i = wordAfter(syntax, carry(start));
          i < syntax.length && (syntax.start[i] as number) < to;
          i++
        )
          label.set(i, role)
      }
    }
    mark(attribution.content, ROLE.content)
    mark(attribution.source, ROLE.source)
    mark(attribution.cue, ROLE.cue)
    return { head: cueHead(syntax, words, label), label }
  })
}

/** The word of the cue that stands highest in the tree and may be a cue. */
function cueHead(syntax: Syntax, words: GroundWords, label: ReadonlyMap<number, number>): number {
  let best = -1
  let bestDepth = Number.POSITIVE_INFINITY
  for (const [word, role] of label) {
    if (role !== ROLE.cue || !mayCue(words, word)) continue
    let depth = 0
    for (let up = syntax.head[word] as number; up >= 0 && depth < 60; up = syntax.head[up] as number) depth++
    if (depth < bestDepth) {
      best = word
      bestDepth = depth
    }
  }
  return best
}

/** First word that ends behind a character. */
function wordAfter({ end, length }: Syntax, at: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((end[middle] as number) <= at) low = middle + 1
    else high = middle
  }
  return low
}
