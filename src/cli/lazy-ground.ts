import { readFileSync } from 'node:fs'
import { loadGround } from '#ground'
import type { Ground } from '#record'
import { openParser, type Parser } from '#syntax'

const SYNTAX = new URL('../../models/syntax.bin', import.meta.url)

const held: { ground: Ground | null; parser: Parser | null } = { ground: null, parser: null }

/** The ground, loaded once a thread and only when first needed. */
export function ground(): Ground {
  held.ground ??= orSayWhatIsMissing(() => loadGround())
  return held.ground
}

/** The parser alone, for those who need no lexicon. */
export function parser(): Parser {
  held.parser ??= orSayWhatIsMissing(() => openParser(new Uint8Array(readFileSync(SYNTAX))))
  return held.parser
}

function orSayWhatIsMissing<T>(load: () => T): T {
  try {
    return load()
  } catch (error) {
    const file = error instanceof Error && 'path' in error ? String(error.path) : null
    if (file === null) throw error
    throw new Error(`a model is missing: ${file}: the package is not whole`, { cause: error })
  }
}
