import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import type { Edge } from '../api/rows.ts'

export interface NetNode extends SimulationNodeDatum {
  readonly id: string
  readonly name: string
  /** Acts with all others that are drawn. */
  readonly acts: number
  readonly radius: number
  x: number
  y: number
}

export interface NetEdge {
  readonly edge: Edge
  readonly source: NetNode
  readonly target: NetNode
}

export interface Net {
  readonly nodes: readonly NetNode[]
  readonly edges: readonly NetEdge[]
}

const STEPS = 260

/** Lays actors out so that those who deal with each other stand together; the same edges give the same drawing. */
export function layOut(rows: readonly Edge[], width: number, height: number): Net {
  const acts = new Map<string, { name: string; acts: number }>()
  for (const { actor, actorName, other, otherName, events } of rows)
    for (const [id, name] of [
      [actor, actorName],
      [other, otherName],
    ] as const) {
      const known = acts.get(id)
      if (known === undefined) acts.set(id, { name, acts: events })
      else known.acts += events
    }
  const most = Math.max(1, ...[...acts.values()].map((it) => it.acts))
  // d3-force begins on a spiral of its own when x and y are not given: no chance in it
  const nodes = [...acts].map(([id, { name, acts: count }]) => ({
    id,
    name,
    acts: count,
    radius: 5 + 17 * Math.sqrt(count / most),
  })) as NetNode[]
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const edges = rows.flatMap((edge) => {
    const [source, target] = [byId.get(edge.actor), byId.get(edge.other)]
    return source === undefined || target === undefined ? [] : [{ edge, source, target }]
  })
  forceSimulation(nodes)
    .force(
      'link',
      forceLink(edges.map(({ source, target }) => ({ source, target })))
        .distance(110)
        .strength(0.22),
    )
    .force('charge', forceManyBody().strength(-620))
    .force('middle', forceCenter(width / 2, height / 2))
    .force('x', forceX(width / 2).strength((0.09 * height) / width))
    .force('y', forceY(height / 2).strength(0.14))
    .force(
      'apart',
      forceCollide<NetNode>((node) => node.radius + 20),
    )
    .stop()
    .tick(STEPS)
  for (const node of nodes) {
    node.x = Math.min(width - 50, Math.max(50, node.x))
    node.y = Math.min(height - 26, Math.max(26, node.y))
  }
  return { nodes, edges }
}
