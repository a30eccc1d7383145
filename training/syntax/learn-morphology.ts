import { type MorphologyTables, openMorphology } from '../../src/2-syntax/morphology.ts'
import { hashString } from '../../src/2-syntax/word-hashes.ts'
import type { GoldWord } from './treebank.ts'

/** Scripts that a suffix may propose. */
const SCRIPTS = 3

class Counts {
  readonly table = new Map<string, Map<string, number>>()
  add(key: string, value: string): void {
    const row = this.table.get(key) ?? new Map<string, number>()
    this.table.set(key, row)
    row.set(value, (row.get(value) ?? 0) + 1)
  }
  /** Values of a key, the commonest first. */
  all(key: string): string[] {
    const row = [...(this.table.get(key) ?? [])]
    return row.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([value]) => value)
  }
  best(key: string): [string, number, number] {
    let best = ''
    let n = 0
    let all = 0
    for (const [value, count] of this.table.get(key) ?? []) {
      all += count
      if (count > n || (count === n && value < best)) [best, n] = [value, count]
    }
    return [best, n, all]
  }
}

/** "strip|add" that turns the form into the lemma. */
function script(form: string, lemma: string): string {
  let same = 0
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++
  return `${form.length - same}|${lemma.slice(same)}`
}

/** Learns feature and lemma tables from tagged words; `labelOf` gives a word's tag label, `known` tells what is a word. */
export function learnMorphology(
  sentences: GoldWord[][],
  labels: string[],
  labelOf: (w: GoldWord) => number,
  known: (lowerHash: number) => boolean,
): MorphologyTables {
  const [feats, wordFeats, scripts, lemmas] = [new Counts(), new Counts(), new Counts(), new Counts()]
  for (const word of sentences.flat()) {
    const label = labelOf(word)
    const lower = word.form.toLowerCase().replace(/\d/g, '0').replace(/[’‘]/g, "'")
    feats.add(String(label), word.feats)
    wordFeats.add(`${label} ${lower}`, word.feats)
    if (word.lemma === '_') continue
    const form = word.form.toLowerCase()
    const lemma = word.lemma.toLowerCase()
    lemmas.add(`${label} ${form}`, lemma)
  }
  for (const key of lemmas.table.keys()) {
    const space = key.indexOf(' ')
    const form = key.slice(space + 1)
    const s = script(form, lemmas.best(key)[0])
    for (let n = 0; n <= Math.min(5, form.length); n++)
      scripts.add(`${key.slice(0, space)} ${form.slice(form.length - n)}`, s)
  }
  const featNames: string[] = []
  const featId = new Map<string, number>()
  const idOf = (name: string) => {
    if (!featId.has(name)) featId.set(name, featNames.push(name) - 1)
    return featId.get(name) as number
  }
  const unclear = candidates(feats, wordFeats, labels.length)
  const labelFeats = labels.map((_, i) => idOf(feats.best(String(i))[0] || '_'))
  const labelCandidates = labels.map((_, label) => {
    const names = [...(unclear.get(label) ?? [])]
    return names.length > 1 ? names.map(idOf) : []
  })
  const out = {
    feats: featNames,
    labelFeats,
    labelCandidates,
    wordFeats: {} as Record<string, number>,
    scripts: [] as [number, string][],
    suffixScripts: {} as Record<string, number[]>,
    irregular: {} as Record<string, string>,
  }
  for (const key of wordFeats.table.keys()) {
    const id = idOf(wordFeats.best(key)[0])
    if (id !== labelFeats[Number(key.slice(0, key.indexOf(' ')))]) out.wordFeats[key] = id
  }
  const scriptId = new Map<string, number>()
  const numberOf = (name: string): number => {
    const bar = name.indexOf('|')
    if (!scriptId.has(name))
      scriptId.set(name, out.scripts.push([Number(name.slice(0, bar)), name.slice(bar + 1)]) - 1)
    return scriptId.get(name) as number
  }
  for (const key of scripts.table.keys()) {
    const [, n, all] = scripts.best(key)
    const suffix = key.slice(key.indexOf(' ') + 1)
    if (suffix.length > 0 && (n < 2 || n / all < 0.5)) continue
    out.suffixScripts[key] = scripts.all(key).slice(0, SCRIPTS).map(numberOf)
  }
  const learnt = openMorphology(out, known)
  for (const key of lemmas.table.keys()) {
    const [label, form] = [Number(key.slice(0, key.indexOf(' '))), key.slice(key.indexOf(' ') + 1)]
    const lemma = lemmas.best(key)[0]
    if (learnt.lemmaOf(label, hashString(form), form) !== lemma) out.irregular[key] = lemma
  }
  return out
}

/** A label's feature strings are left to the tree where words of the label are often seen with several. */
const UNCLEAR = 0.01
/** Feature strings that are rarer than this among a label's words are left out. */
const RARE = 0.002

function candidates(feats: Counts, wordFeats: Counts, labels: number): Map<number, Set<string>> {
  const missed = new Float64Array(labels)
  for (const key of wordFeats.table.keys()) {
    const [, n, all] = wordFeats.best(key)
    const label = Number(key.slice(0, key.indexOf(' ')))
    missed[label] = (missed[label] as number) + all - n
  }
  const out = new Map<number, Set<string>>()
  for (let label = 0; label < labels; label++) {
    const [, , all] = feats.best(String(label))
    if ((missed[label] as number) < UNCLEAR * all) continue
    const row = feats.table.get(String(label)) ?? new Map<string, number>()
    out.set(label, new Set([...row].flatMap(([name, n]) => (n > RARE * all ? [name] : []))))
  }
  return out
}
