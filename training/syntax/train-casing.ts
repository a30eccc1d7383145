import {
  applyCasing,
  CASING_FEATURES,
  CASINGS,
  capitalStyle,
  casingFeatures,
  mayBeCased,
} from '../../src/2-syntax/casing.ts'
import { UPOS, type UposName } from '../../src/2-syntax/tagset.ts'
import { shuffle } from '../random.ts'
import { Perceptron } from './perceptron.ts'
import type { GoldWord } from './treebank.ts'

/** Trains the model of lemmas' capitals, an averaged perceptron; returns its packed weights. */
export function trainCasing(
  sentences: readonly GoldWord[][],
  rounds: number,
  random: () => number,
): Uint8Array {
  const p = new Perceptron(CASINGS.length)
  const scores = new Float64Array(CASINGS.length)
  const features = new Uint32Array(CASING_FEATURES)
  const ready = sentences.map((sentence) => {
    const words = sentence.map((w) => ({ form: w.form, upos: UPOS.indexOf(w.upos as UposName) }))
    const gold = sentence.map(({ form, lemma }, i) => {
      const lower = lemma.toLowerCase()
      if (lemma === '_' || !mayBeCased(words[i] as (typeof words)[number], lower)) return -1
      return CASINGS.findIndex((casing) => applyCasing(casing, lower, form) === lemma)
    })
    return { words, gold, style: capitalStyle(words) }
  })
  for (let round = 0; round < rounds; round++) {
    let wrong = 0
    for (const { words, gold, style } of shuffle(ready.slice(), random))
      gold.forEach((casing, i) => {
        if (casing < 0) return
        const n = casingFeatures(words, i, style, features)
        p.score(features, n, scores)
        let guess = 0
        for (let c = 1; c < scores.length; c++)
          if ((scores[c] as number) > (scores[guess] as number)) guess = c
        p.update(features, n, casing, guess)
        p.tick()
        if (guess !== casing) wrong++
      })
    console.log(`casing round ${round + 1}: ${wrong} wrong`)
  }
  return p.pack(1)
}
