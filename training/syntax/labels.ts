import { Deprel, type DeprelName } from '../../src/2-syntax/tagset.ts'
import type { GoldWord } from './treebank.ts'

/** Tag labels ("VERB VBD") that a treebank holds, and how its words map to labels and relations. */
export interface Labels {
  readonly names: string[]
  labelOf(word: GoldWord): number
  relationOf(word: GoldWord): number
}

/** Names of relations in older releases. */
const RENAMED: Readonly<Record<string, DeprelName>> = {
  'obl:npmod': 'obl:unmarked',
  'obl:tmod': 'obl:unmarked',
  'nmod:npmod': 'nmod:unmarked',
  'nmod:tmod': 'nmod:unmarked',
}

const nameOf = (w: GoldWord) => `${w.upos} ${w.xpos}`

/** Labels are the pairs of UPOS and XPOS seen at least four times; a rarer pair is its UPOS's commonest label. */
export function collectLabels(sentences: readonly GoldWord[][]): Labels {
  const counts = new Map<string, number>()
  for (const w of sentences.flat()) counts.set(nameOf(w), (counts.get(nameOf(w)) ?? 0) + 1)
  const names = [...counts].flatMap(([name, n]) => (n >= 4 ? [name] : [])).sort()
  const ids = new Map(names.map((name, i) => [name, i]))
  const common = new Map<string, number>()
  names.forEach((name, i) => {
    const upos = name.split(' ')[0] as string
    const best = common.get(upos)
    if (best === undefined || (counts.get(name) ?? 0) > (counts.get(names[best] as string) ?? 0))
      common.set(upos, i)
  })
  return {
    names,
    labelOf: (w) => ids.get(nameOf(w)) ?? common.get(w.upos) ?? 0,
    relationOf: (w) => Deprel[(RENAMED[w.deprel] ?? w.deprel) as DeprelName] ?? Deprel.dep,
  }
}
