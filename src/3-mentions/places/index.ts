import type { Gazetteer } from '#lexicon'
import type { Syntax } from '#syntax'
import type { PlaceMention } from '../mention.ts'

/** Finds where: toponyms resolved to coordinates. `taken[i]` is 1 where word i acts (a metonym) and is no place. */
export function findPlaces(syntax: Syntax, gazetteer: Gazetteer, taken: Uint8Array): readonly PlaceMention[] {
  return [syntax, gazetteer, taken].slice(3) as never
}
