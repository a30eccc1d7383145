import type { Archive, Filter, Party } from '#archive'
import { allPages } from './all-pages.ts'

export interface NetworkNode extends Party {
  readonly acts: number
}

/** Acts of one actor toward another; of a meeting, each pair of those who met, the first by id being the source. */
export interface NetworkEdge {
  readonly source: string
  readonly target: string
  readonly acts: number
  readonly verbalCooperation: number
  readonly materialCooperation: number
  readonly verbalConflict: number
  readonly materialConflict: number
  /** Mean PLOVER score, -10 to 10. */
  readonly intensity: number
  /** First and last day, null where none is known. */
  readonly from: string | null
  readonly to: string | null
}

interface Tally {
  readonly source: string
  readonly target: string
  readonly quads: Map<string, number>
  acts: number
  sum: number
  from: string | null
  to: string | null
}

/** Who acts with and against whom; memory grows with the pairs, not with the events. */
export async function actorNetwork(
  archive: Archive,
  filter: Filter,
): Promise<{ readonly nodes: readonly NetworkNode[]; readonly edges: readonly NetworkEdge[] }> {
  const nodes = new Map<string, Party & { acts: number }>()
  const tallies = new Map<string, Tally>()
  for await (const event of allPages((page) => archive.events(filter, page))) {
    for (const party of [...event.actors, ...event.recipients]) {
      const node = nodes.get(party.entity)
      if (node) node.acts++
      else nodes.set(party.entity, { ...party, acts: 1 })
    }
    for (const [source, target] of pairs(event.actors, event.recipients))
      count(tallies, source, target, event)
  }
  const edges = [...tallies.values()].map(toEdge)
  return {
    nodes: [...nodes.values()].sort((a, b) => order(a.entity, b.entity)),
    edges: edges.sort((a, b) => order(a.source, b.source) || order(a.target, b.target)),
  }
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function* pairs(actors: readonly Party[], recipients: readonly Party[]): Generator<[string, string]> {
  if (recipients.length > 0) {
    for (const { entity: source } of actors)
      for (const { entity: target } of recipients) if (source !== target) yield [source, target]
    return
  }
  const met = [...new Set(actors.map(({ entity }) => entity))].sort(order)
  for (const [i, source] of met.entries()) for (const target of met.slice(i + 1)) yield [source, target]
}

function count(
  tallies: Map<string, Tally>,
  source: string,
  target: string,
  { quad, intensity, day }: { readonly quad: string; readonly intensity: number; readonly day: string },
) {
  const key = JSON.stringify([source, target])
  const tally = tallies.get(key) ?? {
    source,
    target,
    quads: new Map(),
    acts: 0,
    sum: 0,
    from: null,
    to: null,
  }
  tallies.set(key, tally)
  tally.acts++
  tally.sum += intensity
  tally.quads.set(quad, (tally.quads.get(quad) ?? 0) + 1)
  if (day !== '' && (tally.from === null || day < tally.from)) tally.from = day
  if (day !== '' && (tally.to === null || day > tally.to)) tally.to = day
}

function toEdge({ source, target, acts, sum, quads, from, to }: Tally): NetworkEdge {
  return {
    source,
    target,
    acts,
    verbalCooperation: quads.get('verbal-cooperation') ?? 0,
    materialCooperation: quads.get('material-cooperation') ?? 0,
    verbalConflict: quads.get('verbal-conflict') ?? 0,
    materialConflict: quads.get('material-conflict') ?? 0,
    intensity: Math.round((sum / acts) * 1000) / 1000,
    from,
    to,
  }
}
