import type { Network } from '../../../src/2-syntax/network/open-network.ts'
import { DEPREL } from '../../../src/2-syntax/tagset.ts'
import type { Labels } from '../labels.ts'
import type { GoldWord } from '../treebank.ts'
import { hashForms } from './samples.ts'

/** UPOS, UAS and LAS (relations without subtypes) on given words, in percent, and the speed. */
export function evaluate(network: Network, sentences: readonly GoldWord[][], labels: Labels): string {
  const words = sentences.flat()
  const starts = new Int32Array(sentences.length + 1)
  sentences.forEach((s, i) => {
    starts[i + 1] = (starts[i] as number) + s.length
  })
  const hashes = hashForms(words)
  const begin = performance.now()
  const { tags, head, deprel } = network.analyse(hashes, starts)
  const seconds = (performance.now() - begin) / 1000
  let [upos, uas, las] = [0, 0, 0]
  sentences.forEach((s, k) => {
    const from = starts[k] as number
    s.forEach((w, i) => {
      if (labels.names[tags[from + i] as number]?.split(' ')[0] === w.upos) upos++
      const h = head[from + i] as number
      if ((h < 0 ? -1 : h - from) !== w.head) return
      uas++
      if (DEPREL[deprel[from + i] as number]?.split(':')[0] === w.deprel.split(':')[0]) las++
    })
  })
  const percent = (n: number) => ((100 * n) / words.length).toFixed(2)
  return `upos ${percent(upos)} uas ${percent(uas)} las ${percent(las)} (${Math.round(words.length / seconds)} words/s)`
}
