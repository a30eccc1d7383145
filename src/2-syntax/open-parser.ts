import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Document } from '#document'
import { readBundle } from './bundle.ts'
import { type LinearModel, openModel, score } from './linear-model.ts'
import { linkTree } from './link-tree.ts'
import { type Morphology, type MorphologyTables, openMorphology } from './morphology.ts'
import type { Parser } from './parser.ts'
import { hashAll, type Segments, segment } from './segment.ts'
import type { Syntax } from './syntax.ts'
import { TAG_FEATURES, tagFeatures } from './tag-features.ts'
import { DEPREL, Deprel, type FEATS, Feats, UPOS } from './tagset.ts'
import { apply, canLeft, canRight, canShift, finished, newState, reset } from './transitions.ts'
import { TREE_FEATURES, type TreeInput, type TreeState, treeFeatures } from './tree-features.ts'
import type { WordHashes } from './word-hashes.ts'

const CLASSES = 1 + 2 * DEPREL.length

/** The models and tables of one file of weights. */
export interface Weights {
  readonly hash: string
  readonly splitter: LinearModel
  readonly tagger: LinearModel
  readonly tree: LinearModel
  readonly morphology: Morphology
  /** UPOS index of each tag label. */
  readonly uposOf: Uint8Array
  /** Bits of `FEATS` of each feature string. */
  readonly bitsOf: Int32Array
}

/** Opens trained weights (`models/syntax.bin`). Throws when the bytes are not such a file. */
export function openParser(bytes: Uint8Array): Parser {
  const weights = openWeights(bytes)
  return Object.freeze({
    hash: weights.hash,
    parse(document: Document) {
      const { segments, hashes } = segment(document, weights.splitter)
      return analyse(weights, document, segments, hashes)
    },
    parseSegments: (document: Document, segments: Segments) =>
      analyse(weights, document, segments, hashAll(document.text, segments)),
    featNames: weights.morphology.feats,
  })
}

function openWeights(bytes: Uint8Array): Weights {
  const bundle = readBundle(bytes, 'models/syntax.bin')
  const labels = bundle.meta.labels as string[]
  const tables = JSON.parse(new TextDecoder().decode(bundle.section('morphology'))) as MorphologyTables
  return Object.freeze({
    hash: `sha256:${bytesToHex(sha256(bytes))}`,
    splitter: openModel(bundle.section('splitter')),
    tagger: openModel(bundle.section('tagger')),
    tree: openModel(bundle.section('parser')),
    morphology: openMorphology(tables),
    uposOf: Uint8Array.from(
      labels.map((label) => UPOS.indexOf(label.split(' ')[0] as (typeof UPOS)[number])),
    ),
    bitsOf: Int32Array.from(tables.feats.map(bitsOf)),
  })
}

function bitsOf(feats: string): number {
  let bits = 0
  for (const feat of feats.split('|')) if (feat in Feats) bits |= Feats[feat as (typeof FEATS)[number]]
  return bits
}

/** Tags, parses and lemmatises given sentences of a document. */
function analyse(weights: Weights, document: Document, segments: Segments, hashes: WordHashes): Syntax {
  const { start, sentenceStart } = segments
  const length = start.length
  const tags = new Uint8Array(length)
  const head = new Int32Array(length)
  const deprel = new Uint8Array(length)
  let longest = 0
  for (let s = 0; s + 1 < sentenceStart.length; s++)
    longest = Math.max(longest, (sentenceStart[s + 1] as number) - (sentenceStart[s] as number))
  const desk = openDesk(longest)
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    const [from, to] = [sentenceStart[s] as number, sentenceStart[s + 1] as number]
    tagSentence(weights.tagger, hashes, from, to, tags, desk)
    parseSentence(weights.tree, hashes, from, to, tags, head, deprel, desk)
  }
  return link(weights, document, segments, hashes, tags, head, deprel)
}

/** Scratch space, one for a whole document. */
interface Desk {
  readonly features: Uint32Array
  readonly tagScores: Int32Array
  readonly treeScores: Int32Array
  readonly state: TreeState
  readonly input: { word: Uint32Array; tag: Uint8Array; prefix: Uint32Array }
}

function openDesk(longest: number): Desk {
  return {
    features: new Uint32Array(Math.max(TAG_FEATURES, TREE_FEATURES)),
    tagScores: new Int32Array(256),
    treeScores: new Int32Array(CLASSES),
    state: newState(longest),
    input: {
      word: new Uint32Array(longest + 2),
      tag: new Uint8Array(longest + 2),
      prefix: new Uint32Array(longest + 2),
    },
  }
}

function tagSentence(
  model: LinearModel,
  hashes: WordHashes,
  from: number,
  to: number,
  tags: Uint8Array,
  desk: Desk,
): void {
  const { features, tagScores } = desk
  for (let i = from; i < to; i++) {
    score(model, features, tagFeatures(hashes, i, from, to, tags, features), tagScores)
    let best = 0
    for (let c = 1; c < model.classes; c++)
      if ((tagScores[c] as number) > (tagScores[best] as number)) best = c
    tags[i] = best
  }
}

function parseSentence(
  model: LinearModel,
  hashes: WordHashes,
  from: number,
  to: number,
  tags: Uint8Array,
  head: Int32Array,
  deprel: Uint8Array,
  desk: Desk,
): void {
  const { features, treeScores, state, input } = desk
  const n = to - from
  input.word.set(hashes.lower.subarray(from, to))
  input.word.fill(0, n)
  input.word[n] = 3
  input.tag.set(tags.subarray(from, to))
  input.tag.fill(255, n)
  input.prefix.set(hashes.suffix3.subarray(from, to))
  input.prefix.fill(0, n)
  reset(state, n)
  while (!finished(state)) {
    score(model, features, treeFeatures(input as TreeInput, state, features), treeScores)
    apply(state, bestTransition(state, treeScores))
  }
  for (let i = 0; i < n; i++) {
    const h = state.head[i] as number
    head[from + i] = h < 0 ? -1 : from + h
    deprel[from + i] = h < 0 ? Deprel.root : (state.label[i] as number)
  }
}

function bestTransition(state: TreeState, scores: Int32Array): number {
  const left = canLeft(state)
  const right = canRight(state)
  let best = canShift(state) ? 0 : -1
  for (let c = 1; c < CLASSES; c++) {
    if (!(c & 1 ? left : right)) continue
    if (best < 0 || (scores[c] as number) > (scores[best] as number)) best = c
  }
  return best
}

function link(
  weights: Weights,
  document: Document,
  segments: Segments,
  hashes: WordHashes,
  tags: Uint8Array,
  head: Int32Array,
  deprel: Uint8Array,
): Syntax {
  const { text } = document
  const { start, end, glued, sentenceStart, sentenceParagraph, notes } = segments
  const length = start.length
  const upos = new Uint8Array(length)
  const feats = new Int32Array(length)
  const morph = new Uint16Array(length)
  const lemma: string[] = new Array(length)
  const lower: string[] = new Array(length)
  for (let i = 0; i < length; i++) {
    const tag = tags[i] as number
    const hash = hashes.lower[i] as number
    const word = text.slice(start[i] as number, end[i] as number).toLowerCase()
    upos[i] = weights.uposOf[tag] as number
    morph[i] = weights.morphology.featsOf(tag, hash)
    feats[i] = weights.bitsOf[morph[i] as number] as number
    lower[i] = word
    lemma[i] = weights.morphology.lemmaOf(tag, hash, word)
  }
  return Object.freeze({
    document,
    length,
    start,
    end,
    upos,
    feats,
    morph,
    head,
    deprel,
    lemma,
    lower,
    glued,
    ...linkTree(head, sentenceStart),
    sentenceStart,
    sentenceParagraph,
    notes,
  })
}
