import type { Archive, Filter } from '#archive'
import { actorNetwork } from './actor-network.ts'
import { EDGE_FIELDS, type NetworkField, NODE_FIELDS } from './network-fields.ts'
import { xmlText } from './xml-text.ts'

/** The actor network as GraphML 1.0. */
export async function* writeGraphMl(archive: Archive, filter: Filter): AsyncGenerator<string> {
  const { nodes, edges } = await actorNetwork(archive, filter)
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`
  for (const { name, type } of NODE_FIELDS)
    yield `  <key id="node_${name}" for="node" attr.name="${name}" attr.type="${type}"/>\n`
  for (const { name, type } of EDGE_FIELDS)
    yield `  <key id="edge_${name}" for="edge" attr.name="${name}" attr.type="${type}"/>\n`
  yield '  <graph id="actors" edgedefault="directed">\n'
  for (const node of nodes)
    yield `    <node id="${xmlText(node.entity)}">${data('node', NODE_FIELDS, node)}</node>\n`
  for (const [i, edge] of edges.entries())
    yield `    <edge id="e${i}" source="${xmlText(edge.source)}" target="${xmlText(edge.target)}">${data('edge', EDGE_FIELDS, edge)}</edge>\n`
  yield '  </graph>\n</graphml>\n'
}

function data<T>(place: 'node' | 'edge', fields: readonly NetworkField<T>[], it: T): string {
  return fields
    .map(({ name, of }) => {
      const value = of(it)
      return value === null ? '' : `<data key="${place}_${name}">${xmlText(String(value))}</data>`
    })
    .join('')
}
