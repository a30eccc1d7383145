import { mix } from './linear-model.ts'
import { hashString } from './word-hashes.ts'

/** What training learnt of lemmas and features, by tag label and form; plain JSON in the file of weights. */
export interface MorphologyTables {
  /** Feature strings ("Number=Sing"), "_" for none. */
  readonly feats: readonly string[]
  /** Feature string of each label by default. */
  readonly labelFeats: readonly number[]
  /** `label word` → feature string, where it differs from the label's own. */
  readonly wordFeats: Readonly<Record<string, number>>
  /** Edit scripts: how many characters to strip from the end, and what to add. */
  readonly scripts: readonly (readonly [number, string])[]
  /** `label suffix` → script; the longest suffix that is listed decides. */
  readonly suffixScripts: Readonly<Record<string, number>>
  /** `label word` → lemma, where the suffixes lead astray. */
  readonly irregular: Readonly<Record<string, string>>
}

export interface Morphology {
  featsOf(label: number, lowerHash: number): number
  lemmaOf(label: number, lowerHash: number, lower: string): string
  readonly feats: readonly string[]
}

const LONGEST_SUFFIX = 5

/** Opens the tables for look-up by number. */
export function openMorphology(t: MorphologyTables): Morphology {
  const byWord = <V>(table: Readonly<Record<string, V>>) =>
    new Map(
      Object.entries(table).map(([key, value]) => {
        const space = key.indexOf(' ')
        return [mix(Number(key.slice(0, space)), hashString(key.slice(space + 1))), value]
      }),
    )
  const wordFeats = byWord(t.wordFeats)
  const irregular = byWord(t.irregular)
  const suffixScripts = byWord(t.suffixScripts)
  return {
    feats: t.feats,
    featsOf: (label, lowerHash) => wordFeats.get(mix(label, lowerHash)) ?? t.labelFeats[label] ?? 0,
    lemmaOf(label, lowerHash, lower) {
      const known = irregular.get(mix(label, lowerHash))
      if (known !== undefined) return known
      for (let n = Math.min(LONGEST_SUFFIX, lower.length); n >= 0; n--) {
        const script = suffixScripts.get(mix(label, hashString(lower.slice(lower.length - n))))
        if (script === undefined) continue
        const [strip, add] = t.scripts[script] ?? [0, '']
        return strip < lower.length ? lower.slice(0, lower.length - strip) + add : lower
      }
      return lower
    },
  }
}
