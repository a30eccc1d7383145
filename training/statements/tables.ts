import { type HashedTable, openSpeechWords, type StatementModels } from '#lexicon'
import type { Syntax } from '#syntax'
import { cueFeatures, mayCue } from '../../src/4-acts/statements/cue-features.ts'
import { type GroundWords, layWords } from '../../src/4-acts/statements/ground-words.ts'
import { FeatureList } from '../../src/4-acts/statements/model.ts'
import { layWindow, newWindow } from '../../src/4-acts/statements/window.ts'
import { ROLES, stepFeatures, traitsOf, wordFeatures } from '../../src/4-acts/statements/word-features.ts'
import type { GoldDocument } from './gold.ts'
import { labelled } from './labels.ts'
import { type Example, learn } from './learn.ts'
import { learnChain, type Sequence } from './learn-chain.ts'

const CUE_SIZE = 1 << 18
const WORD_SIZE = 1 << 18
const STEP_SIZE = 1 << 14

/** Learns which words are cues and what role the words around each have. */
export function trainTables(gold: readonly GoldDocument[], trees: readonly Syntax[]): StatementModels {
  const cues: Example[] = []
  const windows: Sequence[] = []
  const speech = openSpeechWords()
  gold.forEach((document, d) => {
    const words = layWords(trees[d] as Syntax, speech)
    const attributions = labelled(document, words.syntax, words)
    cueExamples(words, new Set(attributions.map(({ head }) => head)), cues)
    for (const { head, label } of attributions) if (head >= 0) windows.push(sequence(words, head, label))
  })
  console.error(`${cues.length} words, ${windows.length} windows`)
  const cue = learn(cues, { size: CUE_SIZE, labels: 1, epochs: 4, rate: 0.05, l1: 1e-5, seed: 1 })
  const chain = learnChain(windows, {
    labels: ROLES,
    size: WORD_SIZE,
    stepSize: STEP_SIZE,
    epochs: 6,
    rate: 0.03,
    seed: 2,
  })
  const unit = Math.max(unitOf(chain.word), unitOf(chain.step))
  return {
    cue: pack(cue, CUE_SIZE, 1, unitOf(cue)),
    word: pack(chain.word, WORD_SIZE, ROLES, unit),
    step: pack(chain.step, STEP_SIZE, ROLES * ROLES, unit),
  }
}

function cueExamples(words: GroundWords, heads: ReadonlySet<number>, out: Example[]): void {
  const features = new FeatureList()
  for (let i = 0; i < words.syntax.length; i++) {
    if (!mayCue(words, i)) continue
    cueFeatures(words, i, features)
    out.push({
      buckets: features.buckets.slice(0, features.length),
      gold: heads.has(i) ? 1 : 0,
      weight: 1,
    })
  }
}

const window = newWindow()

function sequence(words: GroundWords, head: number, label: ReadonlyMap<number, number>): Sequence {
  layWindow(words, head, window)
  const traits = traitsOf(words, window)
  const { from, to } = window
  const features = new FeatureList()
  const [wordBuckets, stepBuckets]: [number[], number[]] = [[], []]
  const wordAt = [0]
  const stepAt = [0]
  const gold = new Uint8Array(to - from)
  const keep = (out: number[]) => {
    for (let f = 0; f < features.length; f++) out.push(features.buckets[f] as number)
  }
  for (let i = from; i < to; i++) {
    wordFeatures(words, window, traits, i, features)
    keep(wordBuckets)
    wordAt.push(wordBuckets.length)
    if (i > from) {
      stepFeatures(words, window, i, features)
      keep(stepBuckets)
    }
    stepAt.push(stepBuckets.length)
    gold[i - from] = label.get(i) ?? 0
  }
  return {
    length: to - from,
    words: Int32Array.from(wordBuckets),
    wordAt: Int32Array.from(wordAt),
    steps: Int32Array.from(stepBuckets),
    stepAt: Int32Array.from(stepAt),
    gold,
  }
}

/** A signed byte holds 127 units: all but the largest thousandth of the weights fit. */
function unitOf(weights: Float32Array): number {
  const sorted = Float32Array.from(weights, Math.abs)
    .filter((w) => w > 1e-3)
    .sort()
  return Math.round(((sorted[Math.floor(sorted.length * 0.999)] ?? 1) / 127) * 1e5) / 1e5
}

const pack = (weights: Float32Array, size: number, width: number, unit: number): HashedTable => ({
  size,
  width,
  unit,
  weights: Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w / unit)))),
})
