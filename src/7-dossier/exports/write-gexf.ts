import type { Archive, Filter } from '#archive'
import { actorNetwork } from './actor-network.ts'
import { EDGE_FIELDS, type NetworkField, NODE_FIELDS } from './network-fields.ts'
import { xmlText } from './xml-text.ts'

const NODE = NODE_FIELDS.filter(({ name }) => name !== 'label')
const EDGE = EDGE_FIELDS.filter(({ name }) => !['weight', 'from', 'to'].includes(name))

/** The actor network as GEXF 1.3; an edge lasts from its first to its last act, for Gephi's timeline. */
export async function* writeGexf(archive: Archive, filter: Filter): AsyncGenerator<string> {
  const { nodes, edges } = await actorNetwork(archive, filter)
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta><creator>Rapporteur</creator><description>Acts between actors</description></meta>
  <graph defaultedgetype="directed" mode="dynamic" timeformat="date">
${attributes('node', NODE)}${attributes('edge', EDGE)}    <nodes>
`
  for (const node of nodes)
    yield `      <node id="${xmlText(node.entity)}" label="${xmlText(node.name ?? node.entity)}">${values(NODE, node)}</node>\n`
  yield '    </nodes>\n    <edges>\n'
  for (const [i, edge] of edges.entries()) {
    const { source, target, acts, from, to } = edge
    const time = `${from === null ? '' : ` start="${from}"`}${to === null ? '' : ` end="${to}"`}`
    yield `      <edge id="${i}" source="${xmlText(source)}" target="${xmlText(target)}" weight="${acts}"${time}>${values(EDGE, edge)}</edge>\n`
  }
  yield '    </edges>\n  </graph>\n</gexf>\n'
}

function attributes<T>(place: 'node' | 'edge', fields: readonly NetworkField<T>[]): string {
  const rows = fields.map(
    ({ name, type }) =>
      `      <attribute id="${name}" title="${name}" type="${type === 'int' ? 'integer' : type}"/>\n`,
  )
  return `    <attributes class="${place}" mode="static">\n${rows.join('')}    </attributes>\n`
}

function values<T>(fields: readonly NetworkField<T>[], it: T): string {
  const held = fields.flatMap(({ name, of }) => {
    const value = of(it)
    return value === null ? [] : [`<attvalue for="${name}" value="${xmlText(String(value))}"/>`]
  })
  return held.length === 0 ? '' : `<attvalues>${held.join('')}</attvalues>`
}
