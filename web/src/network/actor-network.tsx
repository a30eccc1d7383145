import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { Edge } from '../api/rows.ts'
import { useWidth } from '../charts/use-width.ts'
import { labelled } from './labels.ts'
import { layOut, type Net, type NetEdge, type NetNode } from './layout.ts'

interface ActorNetworkProps {
  readonly rows: readonly Edge[]
  readonly picked: string | null
  readonly onPick: (id: string | null) => void
}

/** Actors and the acts between them: blue ties cooperate, red ones conflict, thick ones are many. */
export function ActorNetwork({ rows, picked, onPick }: ActorNetworkProps) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const height = Math.round(Math.min(720, Math.max(460, width * 0.78)))
  const net = useMemo(() => layOut(rows, width, height), [rows, width, height])
  const near = useMemo(() => neighbours(net, picked), [net, picked])
  const most = Math.max(1, ...rows.map(({ events }) => events))
  const names = useMemo(() => labelled(net.nodes, width), [net, width])
  const walk = useWalk(net.nodes)
  return (
    <div ref={ref}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group inside of a drawing has no element of its own. */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        height={height}
        role="group"
        aria-label={`Network of ${net.nodes.length} actors. Arrow keys go to the nearest actor in their direction.`}
      >
        <g aria-hidden="true">
          {net.edges.map((tie) => (
            <Tie
              key={`${tie.source.id} ${tie.target.id}`}
              tie={tie}
              most={most}
              faded={isFaded(tie, picked)}
            />
          ))}
        </g>
        <g ref={walk.group}>
          {net.nodes.map((node, i) => (
            <Node
              key={node.id}
              node={node}
              stop={walk.stop === i}
              picked={picked === node.id}
              faded={near !== null && !near.has(node.id)}
              named={names.has(node.id) || near?.has(node.id) === true}
              onPick={() => onPick(picked === node.id ? null : node.id)}
              onPress={(event) => walk.press(event, i)}
              onFocus={() => walk.focused(i)}
            />
          ))}
        </g>
      </svg>
    </div>
  )
}

const isFaded = ({ source, target }: NetEdge, picked: string | null): boolean =>
  picked !== null && source.id !== picked && target.id !== picked

function neighbours({ edges }: Net, picked: string | null): ReadonlySet<string> | null {
  if (picked === null) return null
  return new Set([
    picked,
    ...edges.flatMap(({ source, target }) =>
      source.id === picked ? [target.id] : target.id === picked ? [source.id] : [],
    ),
  ])
}

function useWalk(nodes: readonly NetNode[]) {
  const group = useRef<SVGGElement>(null)
  const [at, setAt] = useState(0)
  const press = (event: KeyboardEvent, from: number) => {
    const to = towards(nodes, from, event.key)
    if (to === null) return
    event.preventDefault()
    setAt(to)
    ;(group.current?.children[to] as SVGGElement | undefined)?.focus()
  }
  return { group, stop: Math.min(at, Math.max(0, nodes.length - 1)), press, focused: setAt }
}

const DIRECTION: { readonly [key: string]: readonly [number, number] } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The nearest node in a direction; what lies aside counts as farther. */
function towards(nodes: readonly NetNode[], from: number, key: string): number | null {
  const direction = DIRECTION[key]
  const here = nodes[from]
  if (direction === undefined || here === undefined) return null
  let best: number | null = null
  let least = Infinity
  for (const [i, node] of nodes.entries()) {
    const [dx, dy] = [node.x - here.x, node.y - here.y]
    const along = dx * direction[0] + dy * direction[1]
    if (along <= 0) continue
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0])
    const far = along + 2 * aside
    if (far < least) {
      least = far
      best = i
    }
  }
  return best
}

interface TieProps {
  readonly tie: NetEdge
  readonly most: number
  readonly faded: boolean
}

function Tie({ tie: { edge, source, target }, most, faded }: TieProps) {
  const width = 1 + 7 * Math.sqrt(edge.events / most)
  const share = edge.cooperation / Math.max(1, edge.cooperation + edge.conflict)
  const [mx, my] = [source.x + (target.x - source.x) * share, source.y + (target.y - source.y) * share]
  return (
    <g className={faded ? 'faded' : undefined} strokeWidth={width}>
      {share > 0 && (
        <line className="edge stroke-material-cooperation" x1={source.x} y1={source.y} x2={mx} y2={my} />
      )}
      {share < 1 && (
        <line className="edge stroke-material-conflict" x1={mx} y1={my} x2={target.x} y2={target.y} />
      )}
    </g>
  )
}

interface NodeProps {
  readonly node: NetNode
  readonly stop: boolean
  readonly picked: boolean
  readonly faded: boolean
  /** Its name has room; others show theirs when pointed at. */
  readonly named: boolean
  readonly onPick: () => void
  readonly onPress: (event: KeyboardEvent) => void
  readonly onFocus: () => void
}

function Node({ node, stop, picked, faded, named, onPick, onPress, onFocus }: NodeProps) {
  const name = node.name.length > 24 ? `${node.name.slice(0, 23)}…` : node.name
  return (
    // biome-ignore lint/a11y/useSemanticElements: a mark of a drawing has no element of its own.
    <g
      className={`node${picked ? ' picked-node' : ''}${faded ? ' faded' : ''}${named ? '' : ' unnamed'}`}
      role="button"
      tabIndex={stop ? 0 : -1}
      aria-label={`${node.name}: ${node.acts} acts with those shown`}
      aria-pressed={picked}
      transform={`translate(${node.x},${node.y})`}
      onClick={onPick}
      onFocus={onFocus}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault()
          onPick()
        } else onPress(event)
      }}
    >
      <circle className="dot" r={node.radius} />
      <text y={node.radius + 13} aria-hidden="true">
        {name}
      </text>
    </g>
  )
}
