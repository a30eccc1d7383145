import type { Lexicon } from '#lexicon'
import type { Syntax } from '#syntax'
import { findActors } from './actors/index.ts'
import type { ActorMention, Mentions } from './mention.ts'
import { findPlaces } from './places/index.ts'
import { findTimes } from './times/index.ts'

/** Finds actors, places and times of a document. */
export function findMentions(syntax: Syntax, lexicon: Lexicon): Mentions {
  const actors = findActors(syntax, lexicon.actors)
  const places = findPlaces(syntax, lexicon.places, actingWords(syntax, actors))
  return Object.freeze({
    syntax,
    actors,
    places,
    times: findTimes(syntax),
    actorAtHead: headIndex(syntax, actors),
    notes: [],
  })
}

/** Words that stand inside an actor's name or act as metonyms: no toponym may be read from them. */
function actingWords(syntax: Syntax, actors: readonly ActorMention[]): Uint8Array {
  const taken = new Uint8Array(syntax.length)
  for (const { kind, members, first, last } of actors)
    if (kind === 'name' && members.length === 0) taken.fill(1, first, last + 1)
  return taken
}

function headIndex(syntax: Syntax, actors: readonly ActorMention[]): Int32Array {
  const index = new Int32Array(syntax.length).fill(-1)
  actors.forEach((actor, number) => {
    const other = actors[index[actor.head] as number]
    if (!other || other.last - other.first < actor.last - actor.first) index[actor.head] = number
  })
  return index
}
