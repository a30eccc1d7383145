// Trains models/syntax.bin: npx tsx --conditions=source training/syntax/train.ts --shared ../shared [--out FILE] [--epochs N]
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { boundaryFeatures, mayEnd } from '../../src/2-syntax/boundary-features.ts'
import { readBundle, writeBundle } from '../../src/2-syntax/bundle.ts'
import { openModel, score } from '../../src/2-syntax/linear-model.ts'
import { tagFeatures } from '../../src/2-syntax/tag-features.ts'
import { DEPREL, Deprel, type DeprelName } from '../../src/2-syntax/tagset.ts'
import {
  apply,
  canLeft,
  canRight,
  canShift,
  finished,
  newState,
  reset,
} from '../../src/2-syntax/transitions.ts'
import { type TreeInput, treeFeatures } from '../../src/2-syntax/tree-features.ts'
import { hashWord, type WordHashes, wordHashes } from '../../src/2-syntax/word-hashes.ts'
import { learnMorphology } from './learn-morphology.ts'
import { costs, goldTransition } from './oracle.ts'
import { Perceptron } from './perceptron.ts'
import { freeGum, type GoldWord, readTreebank } from './treebank.ts'

const arg = (name: string, otherwise: string) => {
  const i = process.argv.indexOf(`--${name}`)
  return (i >= 0 ? process.argv[i + 1] : undefined) ?? otherwise
}
const bank = join(arg('shared', '../shared'), 'gold', 'treebank')
const epochs = Number(arg('epochs', '10'))
const train = [
  ...readTreebank(join(bank, 'en_ewt-train.conllu.gz')),
  ...readTreebank(join(bank, 'en_gum-train.conllu.gz'), freeGum),
]
const dev = {
  ewt: readTreebank(join(bank, 'en_ewt-dev.conllu.gz')),
  gum: readTreebank(join(bank, 'en_gum-dev.conllu.gz'), freeGum),
}

function random(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
const rnd = random(20261124)
function shuffle<T>(items: T[]): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(rnd() * (i + 1))
    ;[items[i], items[j]] = [items[j] as T, items[i] as T]
  }
  return items
}

const labelName = (w: GoldWord) => `${w.upos} ${w.xpos}`
const counts = new Map<string, number>()
for (const w of train.flat()) counts.set(labelName(w), (counts.get(labelName(w)) ?? 0) + 1)
const labels = [...counts]
  .filter(([, n]) => n >= 4)
  .map(([name]) => name)
  .sort()
const labelId = new Map(labels.map((name, i) => [name, i]))
const fallback = new Map<string, number>()
for (const [name, n] of counts) {
  const upos = name.split(' ')[0] as string
  const best = fallback.get(upos)
  if (labelId.has(name) && (best === undefined || n > (counts.get(labels[best] as string) ?? 0)))
    fallback.set(upos, labelId.get(name) as number)
}
const labelOf = (w: GoldWord): number => labelId.get(labelName(w)) ?? fallback.get(w.upos) ?? 0
const REL: Record<string, DeprelName> = {
  'obl:npmod': 'obl:unmarked',
  'obl:tmod': 'obl:unmarked',
  'nmod:npmod': 'nmod:unmarked',
  'nmod:tmod': 'nmod:unmarked',
}
const relOf = (w: GoldWord): number => Deprel[(REL[w.deprel] ?? w.deprel) as DeprelName] ?? Deprel.dep

interface Sample {
  gold: GoldWord[]
  n: number
  hashes: WordHashes
  tags: Uint8Array
  heads: Int32Array
  rels: Uint8Array
}
const prepare = (gold: GoldWord[]): Sample => {
  const n = gold.length
  const hashes = wordHashes(n)
  gold.forEach((w, i) => {
    hashWord(hashes, i, w.form, 0, w.form.length)
  })
  return {
    gold,
    n,
    hashes,
    tags: Uint8Array.from(gold.map(labelOf)),
    heads: Int32Array.from(gold.map((w) => w.head)),
    rels: Uint8Array.from(gold.map(relOf)),
  }
}
const samples = train.map(prepare)
const devSamples = { ewt: dev.ewt.map(prepare), gum: dev.gum.map(prepare) }

const buffer = new Uint32Array(128)
const best = (scores: { readonly length: number; readonly [i: number]: number }) => {
  let b = 0
  for (let c = 1; c < scores.length; c++) if ((scores[c] as number) > (scores[b] as number)) b = c
  return b
}

function trainTagger(set: Sample[], rounds: number): Perceptron {
  const p = new Perceptron(labels.length)
  const scores = new Float64Array(labels.length)
  const order = set.slice()
  for (let e = 0; e < rounds; e++) {
    let right = 0
    let all = 0
    for (const s of shuffle(order)) {
      const tags = new Uint8Array(s.n)
      for (let i = 0; i < s.n; i++) {
        const n = tagFeatures(s.hashes, i, 0, s.n, tags, buffer)
        p.score(buffer, n, scores)
        const guess = best(scores)
        const gold = s.tags[i] as number
        p.update(buffer, n, gold, guess)
        p.tick()
        tags[i] = guess
        right += guess === gold ? 1 : 0
        all++
      }
    }
    console.log(`tagger epoch ${e + 1}: ${((100 * right) / all).toFixed(2)}`)
  }
  return p
}

function tag(bytes: Uint8Array, set: Sample[]): Uint8Array[] {
  const model = openModel(bytes)
  const scores = new Int32Array(labels.length)
  return set.map((s) => {
    const tags = new Uint8Array(s.n)
    for (let i = 0; i < s.n; i++) {
      score(model, buffer, tagFeatures(s.hashes, i, 0, s.n, tags, buffer), scores)
      tags[i] = best(scores)
    }
    return tags
  })
}

const treeInput = (s: Sample, tags: Uint8Array): TreeInput => {
  const word = new Uint32Array(s.n + 2)
  const t = new Uint8Array(s.n + 2).fill(255)
  const prefix = new Uint32Array(s.n + 2)
  word.set(s.hashes.lower)
  word[s.n] = 3
  t.set(tags)
  prefix.set(s.hashes.suffix3)
  return { word, tag: t, prefix }
}

const CLASSES = 1 + 2 * DEPREL.length
function trainParser(
  set: Sample[],
  tags: Uint8Array[],
  rounds: number,
  report: (p: Perceptron, e: number) => void,
): Perceptron {
  const p = new Perceptron(CLASSES, Number(arg('gate', '4')))
  const scores = new Float64Array(CLASSES)
  const cost = new Float64Array(3)
  const state = newState(Math.max(...set.map((s) => s.n)))
  const order = set.map((_, i) => i)
  for (let e = 0; e < rounds; e++) {
    let right = 0
    let all = 0
    for (const k of shuffle(order)) {
      const s = set[k] as Sample
      const input = treeInput(s, tags[k] as Uint8Array)
      reset(state, s.n)
      while (!finished(state)) {
        const n = treeFeatures(input, state, buffer)
        p.score(buffer, n, scores)
        costs(state, s.heads, cost)
        const least = Math.min(cost[0] as number, cost[1] as number, cost[2] as number)
        let guess = -1
        let gold = -1
        for (let c = 0; c < CLASSES; c++) {
          const kind = c === 0 ? 0 : c & 1 ? 1 : 2
          if (cost[kind] === Number.POSITIVE_INFINITY) continue
          if (guess < 0 || (scores[c] as number) > (scores[guess] as number)) guess = c
        }
        for (let kind = 0; kind < 3; kind++) {
          if (cost[kind] !== least) continue
          const c = goldTransition(state, kind, s.rels)
          if (gold < 0 || (scores[c] as number) > (scores[gold] as number)) gold = c
        }
        p.update(buffer, n, gold, guess)
        p.tick()
        right += guess === gold ? 1 : 0
        all++
        apply(state, e > 0 && rnd() < 0.9 ? guess : gold)
      }
    }
    console.log(`parser epoch ${e + 1}: ${((100 * right) / all).toFixed(2)}`)
    report(p, e)
  }
  return p
}

function evaluate(bytes: Uint8Array, set: Sample[], tags: Uint8Array[]): string {
  const model = openModel(bytes)
  const scores = new Int32Array(CLASSES)
  const state = newState(Math.max(...set.map((s) => s.n)))
  let [uas, las, upos, all] = [0, 0, 0, 0]
  const start = performance.now()
  set.forEach((s, k) => {
    const input = treeInput(s, tags[k] as Uint8Array)
    reset(state, s.n)
    while (!finished(state)) {
      score(model, buffer, treeFeatures(input, state, buffer), scores)
      const allowed = [canShift(state), canLeft(state), canRight(state)]
      let guess = -1
      for (let c = 0; c < CLASSES; c++)
        if (
          allowed[c === 0 ? 0 : c & 1 ? 1 : 2] &&
          (guess < 0 || (scores[c] as number) > (scores[guess] as number))
        )
          guess = c
      apply(state, guess)
    }
    for (let i = 0; i < s.n; i++) {
      all++
      const u = (labels[(tags[k] as Uint8Array)[i] as number] as string).split(' ')[0]
      if (u === s.gold[i]?.upos) upos++
      if (state.head[i] === s.heads[i]) {
        uas++
        const rel = state.head[i] === -1 ? 'root' : (DEPREL[state.label[i] as number] ?? 'dep')
        if (rel.split(':')[0] === (s.gold[i] as GoldWord).deprel.split(':')[0]) las++
      }
    }
  })
  const pct = (n: number) => ((100 * n) / all).toFixed(2)
  return `upos ${pct(upos)} uas ${pct(uas)} las ${pct(las)} (${Math.round((all / (performance.now() - start)) * 1000)} words/s)`
}

/** Paragraphs as one stretch of words with the places where sentences end. */
function paragraphs(sentences: GoldWord[][]): { words: GoldWord[]; ends: Set<number> }[] {
  const out: { words: GoldWord[]; ends: Set<number> }[] = []
  for (const sentence of sentences) {
    if (out.length === 0 || sentence[0]?.opens) out.push({ words: [], ends: new Set() })
    const last = out.at(-1) as { words: GoldWord[]; ends: Set<number> }
    last.words.push(...sentence)
    last.ends.add(last.words.length - 1)
  }
  return out
}

function trainSplitter(rounds: number): Perceptron {
  const p = new Perceptron(2)
  const scores = new Float64Array(2)
  const stretches = paragraphs(train).map(({ words, ends }) => {
    const hashes = wordHashes(words.length)
    words.forEach((w, i) => {
      hashWord(hashes, i, w.form, 0, w.form.length)
    })
    return {
      input: {
        hashes,
        from: 0,
        to: words.length,
        spaced: Uint8Array.from(words.map((w) => (w.spaced ? 1 : 0))),
      },
      ends,
    }
  })
  for (let e = 0; e < rounds; e++) {
    let wrong = 0
    for (const { input, ends } of shuffle(stretches)) {
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
    console.log(`splitter epoch ${e + 1}: ${wrong} wrong`)
  }
  return p
}

const t0 = Date.now()
const splitterBytes = trainSplitter(8).pack(0.05)
if (process.argv.includes('--splitter-only')) {
  const old = readBundle(new Uint8Array(readFileSync(arg('out', 'models/syntax.bin'))), 'old')
  const bundle = writeBundle(old.meta, {
    splitter: splitterBytes,
    tagger: old.section('tagger'),
    parser: old.section('parser'),
    morphology: old.section('morphology'),
  })
  writeFileSync(arg('out', 'models/syntax.bin'), bundle)
  process.exit(0)
}
const FOLDS = 5
const jackknifed: Uint8Array[] = new Array(samples.length)
for (let f = 0; f < FOLDS; f++) {
  const rest = samples.filter((_, i) => i % FOLDS !== f)
  const held = samples.flatMap((_, i) => (i % FOLDS === f ? [i] : []))
  const tags = tag(
    trainTagger(rest, 4).pack(0),
    held.map((i) => samples[i] as Sample),
  )
  held.forEach((i, k) => {
    jackknifed[i] = tags[k] as Uint8Array
  })
}
const taggerBytes = trainTagger(samples, 6).pack(Number(arg('prune-tag', '0.5')))
console.log('tagger', taggerBytes.length, (Date.now() - t0) / 1000, 's')
const devTags = { ewt: tag(taggerBytes, devSamples.ewt), gum: tag(taggerBytes, devSamples.gum) }
const parser = trainParser(samples, jackknifed, epochs, (p, e) => {
  if (e % 3 !== 2 && e + 1 !== epochs) return
  const bytes = p.pack(0.05, Number(arg('gate', '4')))
  console.log(
    `  ewt ${evaluate(bytes, devSamples.ewt, devTags.ewt)}  gum ${evaluate(bytes, devSamples.gum, devTags.gum)} ${(Date.now() - t0) / 1000} s`,
  )
})
for (const prune of [0.05, 0.5, 1, 2]) {
  const bytes = parser.pack(prune, Number(arg('gate', '4')))
  console.log(`prune ${prune}: ${bytes.length} bytes, ewt ${evaluate(bytes, devSamples.ewt, devTags.ewt)}`)
}
const parserBytes = parser.pack(Number(arg('prune', '1.6')), Number(arg('gate', '4')))
const morphology = learnMorphology(train, labels, labelOf)
const bundle = writeBundle(
  { version: 1, labels },
  {
    splitter: splitterBytes,
    tagger: taggerBytes,
    parser: parserBytes,
    morphology: new TextEncoder().encode(JSON.stringify(morphology)),
  },
)
writeFileSync(arg('out', 'models/syntax.bin'), bundle)
console.log(`wrote ${bundle.length} bytes`)
