import type { Lexicon } from '#lexicon'
import type { Syntax } from '#syntax'
import { findActors } from './actors/index.ts'
import type { ActorMention, Mentions } from './mention.ts'
import { findPlaces, leanOf, weighPlaces } from './places/index.ts'
import { findTimes } from './times/index.ts'

/** Finds actors, places and times of a document. */
export function findMentions(syntax: Syntax, lexicon: Lexicon): Mentions {
  const toponyms = weighPlaces(syntax, lexicon.places)
  const actors = findActors(
    syntax,
    lexicon.actors,
    leanOf(syntax, toponyms),
    toponyms.flatMap(({ lean, match, place }) =>
      lean > 0 ? [{ first: match.first, country: place.country }] : [],
    ),
  )
  return Object.freeze({
    syntax,
    actors,
    places: findPlaces(syntax, toponyms, actors),
    times: findTimes(syntax),
    actorAtHead: headIndex(syntax, actors),
    notes: [],
  })
}

function headIndex(syntax: Syntax, actors: readonly ActorMention[]): Int32Array {
  const index = new Int32Array(syntax.length).fill(-1)
  actors.forEach((actor, number) => {
    const other = actors[index[actor.head] as number]
    if (!other || other.last - other.first < actor.last - actor.first) index[actor.head] = number
  })
  return index
}
