import type { Mentions } from '#mentions'
import type { Event, Figure } from '../act.ts'
import type { Measured } from './measure-of.ts'
import type { ReadNumber } from './read-numbers.ts'

/** Measures that tell of an attack before any other event. */
const OF_VIOLENCE = new Set([
  'deaths',
  'injured',
  'casualties',
  'victims',
  'displaced',
  'abducted',
  'missing',
])

/** The event in whose clause the number stands, else one that fits in the sentence, else the actor that is counted. */
export function aboutOf(
  { syntax, actors, actorAtHead }: Mentions,
  events: readonly Event[],
  eventAt: ReadonlyMap<number, number>,
  number: ReadNumber,
  { measure, thing, governor }: Measured,
): Figure['about'] {
  for (let w = governor, n = 0; w >= 0 && n < 4; w = syntax.head[w] as number, n++) {
    const event = eventAt.get(w)
    if (event !== undefined) return { kind: 'event', number: event }
  }
  const sentence = syntax.sentence[number.to] as number
  if (OF_VIOLENCE.has(measure)) {
    const event = nearestEvent(events, syntax.sentence, sentence, number.to)
    if (event >= 0) return { kind: 'event', number: event }
  }
  const actor = thing < 0 ? -1 : (actorAtHead[thing] as number)
  return actor >= 0 && actors[actor] ? { kind: 'actor', number: actor } : null
}

/** Number of the violent event of a sentence that stands nearest to a word, else -1. Events are in text order. */
function nearestEvent(
  events: readonly Event[],
  sentences: { readonly [i: number]: number },
  sentence: number,
  word: number,
): number {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[(events[middle] as Event).word] as number) < sentence) low = middle + 1
    else high = middle
  }
  let best = -1
  let distance = Number.POSITIVE_INFINITY
  for (let e = low; e < events.length && sentences[(events[e] as Event).word] === sentence; e++) {
    const event = events[e] as Event
    const away = Math.abs(event.word - word)
    if (event.type === 'ASSAULT' && away < distance) {
      best = e
      distance = away
    }
  }
  return best
}
