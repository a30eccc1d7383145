import { readFileSync } from 'node:fs'
import { loadGround } from '#ground'
import type { Ground } from '#record'
import { openParser, type Parser } from '#syntax'

const held: { ground: Ground | null; parser: Parser | null } = { ground: null, parser: null }

/** The ground, loaded once a thread and only when first needed. */
export function ground(): Ground {
  held.ground ??= loadGround()
  return held.ground
}

/** The parser alone, for those who need no lexicon. */
export function parser(): Parser {
  held.parser ??= openParser(
    new Uint8Array(readFileSync(new URL('../../models/syntax.bin', import.meta.url))),
  )
  return held.parser
}
