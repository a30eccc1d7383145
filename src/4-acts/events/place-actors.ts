import type { ActorMention, Mentions, PlaceMention } from '#mentions'

/** Mentions with those places after the actors that could be struck, helped or visited, and where each stands. */
export interface PlacedMentions {
  readonly mentions: Mentions
  /** Number of the place standing as an actor at each word, else -1. */
  readonly placeAt: Int32Array
}

/** Places never act, but things are done to them: "shelled Kirkuk", "aid to Nepal". */
export function withPlaces(given: Mentions): PlacedMentions {
  const placeAt = new Int32Array(given.syntax.length).fill(-1)
  const actors: ActorMention[] = [...given.actors]
  for (const place of given.places) {
    if ((given.actorAtHead[place.head] ?? -1) >= 0) continue
    placeAt[place.head] = actors.length
    actors.push(asActor(place))
  }
  return { mentions: { ...given, actors }, placeAt }
}

function asActor({ span, first, last, head, name, country, feature, geonames }: PlaceMention): ActorMention {
  const own = feature === 'country' && country !== null
  return {
    span,
    first,
    last,
    head,
    kind: 'name',
    entity: own ? `country/${country}` : `place/${geonames ?? name}`,
    name,
    country,
    sectors: [],
    role: null,
    members: [],
    coreferentWith: null,
  }
}
