import type { NetworkEdge, NetworkNode } from './actor-network.ts'

export interface NetworkField<T> {
  readonly name: string
  /** As GraphML calls it; GEXF calls an int "integer". */
  readonly type: 'string' | 'int' | 'double'
  readonly of: (it: T) => string | number | null
}

/** What the network formats say of an actor. */
export const NODE_FIELDS: readonly NetworkField<NetworkNode>[] = [
  { name: 'label', type: 'string', of: ({ name, entity }) => name ?? entity },
  { name: 'country', type: 'string', of: ({ country }) => country },
  { name: 'sector', type: 'string', of: ({ sector }) => sector },
  { name: 'acts', type: 'int', of: ({ acts }) => acts },
]

/** What they say of the acts between two. */
export const EDGE_FIELDS: readonly NetworkField<NetworkEdge>[] = [
  { name: 'weight', type: 'double', of: ({ acts }) => acts },
  { name: 'verbal_cooperation', type: 'int', of: ({ verbalCooperation }) => verbalCooperation },
  { name: 'material_cooperation', type: 'int', of: ({ materialCooperation }) => materialCooperation },
  { name: 'verbal_conflict', type: 'int', of: ({ verbalConflict }) => verbalConflict },
  { name: 'material_conflict', type: 'int', of: ({ materialConflict }) => materialConflict },
  { name: 'intensity', type: 'double', of: ({ intensity }) => intensity },
  { name: 'from', type: 'string', of: ({ from }) => from },
  { name: 'to', type: 'string', of: ({ to }) => to },
]
