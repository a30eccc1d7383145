import { boundaryFeatures, mayEnd } from '../../src/2-syntax/boundary-features.ts'
import { shuffle } from '../random.ts'
import { hashForms } from './network/samples.ts'
import { Perceptron } from './perceptron.ts'
import type { GoldWord } from './treebank.ts'

/** Paragraphs as one stretch of words with the places where sentences end. */
function paragraphs(sentences: readonly GoldWord[][]): { words: GoldWord[]; ends: Set<number> }[] {
  const out: { words: GoldWord[]; ends: Set<number> }[] = []
  for (const sentence of sentences) {
    if (out.length === 0 || sentence[0]?.opens) out.push({ words: [], ends: new Set() })
    const last = out.at(-1) as { words: GoldWord[]; ends: Set<number> }
    last.words.push(...sentence)
    last.ends.add(last.words.length - 1)
  }
  return out
}

/** Trains the sentence splitter, an averaged perceptron; returns its packed weights. */
export function trainSplitter(
  sentences: readonly GoldWord[][],
  rounds: number,
  random: () => number,
): Uint8Array {
  const p = new Perceptron(2)
  const scores = new Float64Array(2)
  const buffer = new Uint32Array(128)
  const stretches = paragraphs(sentences).map(({ words, ends }) => {
    const spaced = Uint8Array.from(words.map((w) => (w.spaced ? 1 : 0)))
    return { input: { hashes: hashForms(words), from: 0, to: words.length, spaced }, ends }
  })
  for (let e = 0; e < rounds; e++) {
    let wrong = 0
    for (const { input, ends } of shuffle(stretches, random)) {
      let first = 0
      for (let i = 0; i + 1 < input.to; i++) {
        const gold = ends.has(i) ? 1 : 0
        if (mayEnd(input, i)) {
          const n = boundaryFeatures(input, i, first, buffer)
          p.score(buffer, n, scores)
          const guess = (scores[1] as number) > (scores[0] as number) ? 1 : 0
          p.update(buffer, n, gold, guess)
          p.tick()
          wrong += guess === gold ? 0 : 1
        }
        if (gold) first = i + 1
      }
    }
    console.log(`splitter round ${e + 1}: ${wrong} wrong`)
  }
  return p.pack(0.05)
}
