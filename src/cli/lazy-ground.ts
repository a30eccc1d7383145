import { readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { loadGround } from '#ground'
import { readUserLexicon } from '#lexicon'
import type { Ground } from '#record'
import { openParser, type Parser } from '#syntax'

const SYNTAX = new URL('../../models/syntax.bin', import.meta.url)

const held: { ground: Ground | null; parser: Parser | null } = { ground: null, parser: null }

/** The ground, loaded once a thread and only when first needed. */
export function ground(): Ground {
  held.ground ??= orSayWhatIsMissing(() => loadGround(undefined, ownLexicons()))
  return held.ground
}

/** Files of the user's own actors and places; worker threads know them by the environment that they inherit. */
const LEXICONS = 'RAPPORTEUR_LEXICON'

const ownLexicons = (): readonly string[] =>
  (process.env[LEXICONS] ?? '').split(delimiter).filter((file) => file !== '')

/** Adds a file of own actors and places for this run, checked at once so that a bad row stops the call, not a worker. */
export function addLexicon(file: string): void {
  readUserLexicon(readFileSync(file, 'utf8'), file)
  process.env[LEXICONS] = [...ownLexicons(), file].join(delimiter)
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
