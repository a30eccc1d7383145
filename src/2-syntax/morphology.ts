import { mix } from './linear-model.ts'
import { hashString } from './word-hashes.ts'

/** What training learnt of lemmas and features, by tag label and form; plain JSON in the file of weights. */
export interface MorphologyTables {
  /** Feature strings ("Number=Sing"), "_" for none. */
  readonly feats: readonly string[]
  /** Feature string of each label by default. */
  readonly labelFeats: readonly number[]
  /** Feature strings of each label that the tree chooses from; empty where the form tells. */
  readonly labelCandidates: readonly (readonly number[])[]
  /** `label word` → feature string, where it differs from the label's own. */
  readonly wordFeats: Readonly<Record<string, number>>
  /** Edit scripts: how many characters to strip from the end, and what to add. */
  readonly scripts: readonly (readonly [number, string])[]
  /** `label suffix` → scripts, the commonest first; the longest suffix that is listed goes first. */
  readonly suffixScripts: Readonly<Record<string, readonly number[]>>
  /** `label word` → lemma, where the suffixes lead astray. */
  readonly irregular: Readonly<Record<string, string>>
}

export interface Morphology {
  readonly labelCandidates: readonly (readonly number[])[]
  featsOf(label: number, lowerHash: number): number
  lemmaOf(label: number, lowerHash: number, lower: string): string
  readonly feats: readonly string[]
}

const LONGEST_SUFFIX = 5

/**
 * Opens the tables for look-up by number. `known` tells whether the hash is that of a lower-case word that the model
 * has met: of the lemmas that suffixes propose, the longest suffix first, the first such word is taken.
 */
export function openMorphology(t: MorphologyTables, known: (lowerHash: number) => boolean): Morphology {
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
    labelCandidates: t.labelCandidates,
    featsOf: (label, lowerHash) => wordFeats.get(mix(label, lowerHash)) ?? t.labelFeats[label] ?? 0,
    lemmaOf(label, lowerHash, lower) {
      const listed = irregular.get(mix(label, lowerHash))
      if (listed !== undefined) return listed
      let first = ''
      for (let n = Math.min(LONGEST_SUFFIX, lower.length); n >= 0; n--)
        for (const script of suffixScripts.get(mix(label, hashString(lower.slice(lower.length - n)))) ?? []) {
          const [strip, add] = t.scripts[script] ?? [0, '']
          if (strip >= lower.length) continue
          const lemma = lower.slice(0, lower.length - strip) + add
          if (first === '') first = lemma
          // A word that is first of all its own lemma needs no further proof.
          if (first === lower || known(hashString(lemma))) return lemma
        }
      return first === '' ? lower : first
    },
  }
}
