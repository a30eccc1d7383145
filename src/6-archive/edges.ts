import type { Edge, Party } from './answers.ts'

export interface Act {
  readonly quad: string
  readonly intensity: number
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
}

interface Tie {
  actor: string
  actorName: string
  other: string
  otherName: string
  events: number
  cooperation: number
  conflict: number
  intensity: number
}

/** Ties between actors, the strongest first: each actor with each recipient; of a meeting each two, both ways as one. */
export function edgesOf(acts: readonly Act[], nameOf: (party: Party) => string | null): Edge[] {
  const ties = new Map<string, Tie>()
  const count = (actor: Party, other: Party, act: Act) => {
    const [from, to] = [nameOf(actor), nameOf(other)]
    if (from === null || to === null || from === to) return
    const key = `${from}\n${to}`
    let tie = ties.get(key)
    if (!tie) {
      tie = {
        actor: from,
        actorName: actor.name ?? from,
        other: to,
        otherName: other.name ?? to,
        events: 0,
        cooperation: 0,
        conflict: 0,
        intensity: 0,
      }
      ties.set(key, tie)
    }
    tie.events++
    if (act.quad.endsWith('conflict')) tie.conflict++
    else tie.cooperation++
    tie.intensity += act.intensity
  }
  for (const act of acts) {
    if (act.recipients.length > 0)
      for (const a of act.actors) for (const b of act.recipients) count(a, b, act)
    else {
      const sorted = [...act.actors].sort((a, b) => (a.entity < b.entity ? -1 : 1))
      for (const [i, a] of sorted.entries()) for (const b of sorted.slice(i + 1)) count(a, b, act)
    }
  }
  return [...ties.values()].sort(
    (a, b) => b.events - a.events || (a.actor + a.other < b.actor + b.other ? -1 : 1),
  )
}
