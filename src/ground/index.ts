/** The doorstep: reads the files under `models/` so that floors 0 to 5 need no I/O. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Ground, layGround } from '#record'

/** Loads weights and lexicon from a folder. @default the package's own `models/` */
export function loadGround(
  folder: string = fileURLToPath(new URL('../../models/', import.meta.url)),
): Ground {
  const bytes = (name: string) => new Uint8Array(readFileSync(`${folder}/${name}`))
  return layGround({
    syntax: bytes('syntax.bin'),
    actors: bytes('actors.bin'),
    places: bytes('places.bin'),
    ranker: bytes('ranker.bin'),
    statements: bytes('statements.bin'),
  })
}
