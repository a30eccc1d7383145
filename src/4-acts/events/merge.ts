import type { Mentions } from '#mentions'
import type { Event } from '../act.ts'

/** One act told twice (headline, lead, recap) stays one event: the fuller telling, with the higher confidence. */
export function mergeRetold(m: Mentions, events: readonly Event[]): readonly Event[] {
  const byKey = new Map<string, Event>()
  const order: string[] = []
  events.forEach((event, i) => {
    const key = keyOf(m, event) ?? `#${i}`
    const earlier = byKey.get(key)
    if (!earlier) order.push(key)
    byKey.set(key, earlier ? fuller(earlier, event) : event)
  })
  return order.map((key) => byKey.get(key) as Event).sort((a, b) => a.word - b.word)
}

/** Null where the parties are not known well enough to be told as the same. */
function keyOf(m: Mentions, { type, mode, status, actors, recipients, date }: Event): string | null {
  const who = (numbers: readonly number[]) =>
    [...new Set(numbers.flatMap((n) => entitiesOf(m, n)))].sort().join('+')
  const [one, other] = [who(actors), who(recipients)]
  if (one === '' || (other === '' && recipients.length > 0)) return null
  if (recipients.length === 0 && actors.length < 2) return null
  const day = date?.basis === 'stated' ? date.edtf : ''
  return [type, mode ?? '', status, one, other, day].join('|')
}

function entitiesOf(m: Mentions, number: number): readonly string[] {
  const actor = m.actors[number]
  if (!actor) return []
  return actor.members.length
    ? actor.members.flatMap((member) => m.actors[member]?.entity ?? [])
    : [actor.entity]
}

function fuller(earlier: Event, later: Event): Event {
  const [kept, other] = weight(later) > weight(earlier) + 0.5 ? [later, earlier] : [earlier, later]
  return Object.freeze({
    ...kept,
    date: kept.date ?? other.date,
    place: kept.place ?? other.place,
    confidence: Math.max(kept.confidence, other.confidence),
  })
}

const weight = ({ date, place, mode }: Event) =>
  (date?.basis === 'stated' ? 1 : 0) + (place !== null ? 0.5 : 0) + (mode ? 0.5 : 0)
