import { linkTree } from '../../src/2-syntax/link-tree.ts'
import type { MorphologyTables } from '../../src/2-syntax/morphology.ts'
import { CONTEXT_FEATURES, contextFeatures } from '../../src/2-syntax/word-features.ts'
import { shuffle } from '../random.ts'
import type { Labels } from './labels.ts'
import { hashForms } from './network/samples.ts'
import { Perceptron } from './perceptron.ts'
import type { GoldWord } from './treebank.ts'

/** Trains the model of features that the form alone does not tell, an averaged perceptron; returns its packed weights. */
export function trainFeatures(
  sentences: readonly GoldWord[][],
  labels: Labels,
  { feats, labelCandidates }: Pick<MorphologyTables, 'feats' | 'labelCandidates'>,
  rounds: number,
  random: () => number,
): Uint8Array {
  const words = sentences.flat()
  const forest = forestOf(sentences, labels)
  const idOf = new Map(feats.map((name, id) => [name, id]))
  const gold = Int32Array.from(words, (w) => idOf.get(w.feats) ?? -1)
  const p = new Perceptron(feats.length)
  const scores = new Float64Array(feats.length)
  const features = new Uint32Array(CONTEXT_FEATURES)
  const unclear = words.flatMap((_, i) => {
    const candidates = labelCandidates[forest.labels[i] as number] ?? []
    return candidates.length > 1 && candidates.includes(gold[i] as number) ? [i] : []
  })
  for (let round = 0; round < rounds; round++) {
    let wrong = 0
    for (const i of shuffle(unclear, random)) {
      const n = contextFeatures(forest, i, features)
      p.score(features, n, scores)
      const candidates = labelCandidates[forest.labels[i] as number] as readonly number[]
      let guess = candidates[0] as number
      for (const c of candidates) if ((scores[c] as number) > (scores[guess] as number)) guess = c
      p.update(features, n, gold[i] as number, guess)
      p.tick()
      if (guess !== gold[i]) wrong++
    }
    console.log(`features round ${round + 1}: ${wrong} of ${unclear.length} wrong`)
  }
  return p.pack(1)
}

function forestOf(sentences: readonly GoldWord[][], labels: Labels) {
  const words = sentences.flat()
  const starts = new Int32Array(sentences.length + 1)
  sentences.forEach((s, k) => {
    starts[k + 1] = (starts[k] as number) + s.length
  })
  const head = Int32Array.from(
    sentences.flatMap((s, k) => s.map((w) => (w.head < 0 ? -1 : (starts[k] as number) + w.head))),
  )
  const deprel = Uint8Array.from(words, (w) => labels.relationOf(w))
  const { firstChild, nextSibling } = linkTree(head, starts)
  const tags = Uint8Array.from(words, (w) => labels.labelOf(w))
  return { labels: tags, lower: hashForms(words).lower, head, deprel, firstChild, nextSibling }
}
