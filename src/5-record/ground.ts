import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { openRanker, type Ranker } from '#acts'
import { type Lexicon, type LexiconBytes, openLexicon, type UserLexicon, withUserLexicon } from '#lexicon'
import { openParser, type Parser } from '#syntax'

/** All that a reading stands on. Immutable; lay it once and read any number of documents on it. */
export interface Ground {
  readonly parser: Parser
  readonly lexicon: Lexicon
  readonly ranker: Ranker
  /** `sha256:…` over everything that the records depend on beside the code's version. */
  readonly model: string
}

/** The contents of the files under `models/`. */
export interface GroundBytes extends LexiconBytes {
  /** `models/syntax.bin` */
  readonly syntax: Uint8Array
  /** `models/ranker.bin` */
  readonly ranker: Uint8Array
}

/** Lays the ground from bytes, wherever they came from: a disk, a bundle, a fetch. A user's own lexicons come in front, the last one first. Pure. */
export function layGround(bytes: GroundBytes, own: readonly UserLexicon[] = []): Ground {
  const parser = openParser(bytes.syntax)
  const lexicon = own.reduce(withUserLexicon, openLexicon(bytes))
  const ranker = openRanker(bytes.ranker)
  const parts = [
    parser.hash,
    lexicon.actors.hash,
    lexicon.places.hash,
    lexicon.acts.hash,
    lexicon.cues.hash,
    ranker.hash,
  ]
  return Object.freeze({
    parser,
    lexicon,
    ranker,
    model: `sha256:${bytesToHex(sha256(utf8ToBytes(parts.join('\n'))))}`,
  })
}
