/** The doorstep: reads the files under `models/` so that floors 0 to 5 need no I/O. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readUserLexicon } from '#lexicon'
import { type Ground, layGround } from '#record'

/**
 * Loads weights and lexicon from a folder, and the user's own lexicons (CSV or YAML) from files.
 *
 * @throws Error for a bad row of a user's lexicon, with file, line, column and what was expected
 * @default the package's own `models/`
 */
export function loadGround(
  folder: string = fileURLToPath(new URL('../../models/', import.meta.url)),
  lexicons: readonly string[] = [],
): Ground {
  const bytes = (name: string) => new Uint8Array(readFileSync(`${folder}/${name}`))
  const own = lexicons.map((file) => readUserLexicon(readFileSync(file, 'utf8'), file))
  const files = {
    syntax: bytes('syntax.bin'),
    actors: bytes('actors.bin'),
    places: bytes('places.bin'),
    ranker: bytes('ranker.bin'),
    statements: bytes('statements.bin'),
  }
  return layGround(files, own)
}
