import type { Document } from '#document'
import { readBundle } from './bundle.ts'
import { casedLemmas } from './casing.ts'
import { mendFiniteRoots, type PastLabels } from './finite-roots.ts'
import { type LinearModel, openModel } from './linear-model.ts'
import { linkTree } from './link-tree.ts'
import { type Morphology, type MorphologyTables, openMorphology } from './morphology.ts'
import { type Analysis, type Network, openNetwork } from './network/open-network.ts'
import type { Parser } from './parser.ts'
import { hashAll, type Segments, segment } from './segment.ts'
import type { Syntax } from './syntax.ts'
import { type FEATS, Feats, UPOS } from './tagset.ts'
import { bestFeatures, CONTEXT_FEATURES, type Forest } from './word-features.ts'
import type { WordHashes } from './word-hashes.ts'

/** The models and tables of one file of weights. */
interface Weights {
  readonly hash: string
  readonly splitter: LinearModel
  readonly network: Network
  readonly morphology: Morphology
  /** Tells which capitals a lemma keeps. */
  readonly casing: LinearModel
  /** Chooses features that the form does not tell. */
  readonly features: LinearModel
  readonly pastLabels: PastLabels
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
    casedLemmas: (syntax: Syntax, sentence: number) => casedLemmas(weights.casing, syntax, sentence),
  })
}

function openWeights(bytes: Uint8Array): Weights {
  const bundle = readBundle(bytes, 'models/syntax.bin')
  const labels = bundle.meta.labels as string[]
  const tables = JSON.parse(new TextDecoder().decode(bundle.section('morphology'))) as MorphologyTables
  const network = openNetwork(bundle)
  return Object.freeze({
    hash: bundle.meta.hash as string,
    splitter: openModel(bundle.section('splitter')),
    network,
    morphology: openMorphology(tables, network.knows),
    casing: openModel(bundle.section('casing')),
    features: openModel(bundle.section('features')),
    pastLabels: { participle: labels.indexOf('VERB VBN'), past: labels.indexOf('VERB VBD') },
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
  const analysis = weights.network.analyse(hashes, segments.sentenceStart)
  return link(weights, document, segments, hashes, analysis)
}

function link(
  weights: Weights,
  document: Document,
  segments: Segments,
  hashes: WordHashes,
  { tags, head, deprel }: Analysis,
): Syntax {
  const { text } = document
  const { start, end, glued, sentenceStart, sentenceParagraph, notes } = segments
  const length = start.length
  const upos = new Uint8Array(length)
  const feats = new Int32Array(length)
  const morph = new Uint16Array(length)
  const lemma: string[] = new Array(length)
  const lower: string[] = new Array(length)
  for (let i = 0; i < length; i++) upos[i] = weights.uposOf[tags[i] as number] as number
  mendFiniteRoots({ tags, head, deprel }, upos, sentenceStart, weights.pastLabels)
  for (let i = 0; i < length; i++) {
    const tag = tags[i] as number
    const hash = hashes.lower[i] as number
    const word = text.slice(start[i] as number, end[i] as number).toLowerCase()
    morph[i] = weights.morphology.featsOf(tag, hash)
    lower[i] = word
    lemma[i] = weights.morphology.lemmaOf(tag, hash, word)
  }
  const links = linkTree(head, sentenceStart)
  chooseFeatures(weights, { labels: tags, lower: hashes.lower, head, deprel, ...links }, morph)
  for (let i = 0; i < length; i++) feats[i] = weights.bitsOf[morph[i] as number] as number
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
    ...links,
    sentenceStart,
    sentenceParagraph,
    notes,
  })
}

/** Features that hang on the tree: a verb's person and mood, a pronoun's case. */
function chooseFeatures({ morphology, features: model }: Weights, forest: Forest, morph: Uint16Array): void {
  const features = new Uint32Array(CONTEXT_FEATURES)
  const scores = new Int32Array(model.classes)
  for (let i = 0; i < morph.length; i++) {
    const candidates = morphology.labelCandidates[forest.labels[i] as number] as readonly number[]
    if (candidates.length > 1) morph[i] = bestFeatures(model, forest, i, candidates, features, scores)
  }
}
