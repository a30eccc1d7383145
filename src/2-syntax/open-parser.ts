import type { Document } from '#document'
import { readBundle } from './bundle.ts'
import { casedLemmas } from './casing.ts'
import { type LinearModel, openModel } from './linear-model.ts'
import { linkTree } from './link-tree.ts'
import { type Morphology, type MorphologyTables, openMorphology } from './morphology.ts'
import { type Analysis, type Network, openNetwork } from './network/open-network.ts'
import type { Parser } from './parser.ts'
import { hashAll, type Segments, segment } from './segment.ts'
import type { Syntax } from './syntax.ts'
import { type FEATS, Feats, UPOS } from './tagset.ts'
import type { WordHashes } from './word-hashes.ts'

/** The models and tables of one file of weights. */
interface Weights {
  readonly hash: string
  readonly splitter: LinearModel
  readonly network: Network
  readonly morphology: Morphology
  /** Tells which capitals a lemma keeps. */
  readonly casing: LinearModel
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
