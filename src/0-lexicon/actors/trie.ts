interface Node {
  readonly next: Map<number, Node>
  readonly values: number[]
}

/** Lays a trie over names in columns: children of a node stand sorted by word, the root's in a table of their own. */
export function buildTrie(names: readonly { readonly words: readonly string[]; readonly value: number }[]): {
  readonly words: string
  readonly edgeStart: Int32Array
  readonly edgeWord: Int32Array
  readonly edgeNode: Int32Array
  readonly rootNode: Int32Array
  readonly payloadStart: Int32Array
  readonly payload: Int32Array
} {
  const vocabulary = [...new Set(names.flatMap(({ words }) => words))].sort()
  const number = new Map(vocabulary.map((word, i) => [word, i]))
  const root: Node = { next: new Map(), values: [] }
  for (const { words, value } of names) {
    let node = root
    for (const word of words) {
      const key = number.get(word) as number
      const next = node.next.get(key) ?? { next: new Map(), values: [] }
      node.next.set(key, next)
      node = next
    }
    node.values.push(value)
  }
  return { words: vocabulary.join('\n'), ...layOut(root, vocabulary.length) }
}

function layOut(root: Node, size: number) {
  const nodes = [root]
  const edgeStart = [0]
  const edgeWord: number[] = []
  const edgeNode: number[] = []
  const payloadStart = [0]
  const payload: number[] = []
  const rootNode = new Int32Array(size)
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node
    for (const [word, next] of [...node.next].sort((a, b) => a[0] - b[0])) {
      nodes.push(next)
      if (i === 0) rootNode[word] = nodes.length - 1
      else {
        edgeWord.push(word)
        edgeNode.push(nodes.length - 1)
      }
    }
    edgeStart.push(edgeWord.length)
    payload.push(...node.values)
    payloadStart.push(payload.length)
  }
  return {
    rootNode,
    edgeStart: Int32Array.from(edgeStart),
    edgeWord: Int32Array.from(edgeWord),
    edgeNode: Int32Array.from(edgeNode),
    payloadStart: Int32Array.from(payloadStart),
    payload: Int32Array.from(payload),
  }
}
