/**
 * The best tree over a sentence: `scores[i * stride + j]` is how well word j heads word i, column n stands for the
 * root. Exactly one word hangs from the root. Writes heads (-1 for the root) into `head`.
 */
export function decode(scores: Float32Array, n: number, stride: number, head: Int32Array): void {
  const root = greedy(scores, n, stride, head)
  if (root >= 0 && isTree(head, n)) return
  edmonds(scores, n, stride, head)
}

/** Each word's best head, and the one root that costs least; the best tree if it is a tree at all. */
function greedy(scores: Float32Array, n: number, stride: number, head: Int32Array): number {
  let root = -1
  let least = Number.NEGATIVE_INFINITY
  for (let i = 0; i < n; i++) {
    const row = i * stride
    let best = -1
    for (let j = 0; j < n; j++)
      if (j !== i && (best < 0 || (scores[row + j] as number) > (scores[row + best] as number))) best = j
    head[i] = best
    const gain = (scores[row + n] as number) - (best < 0 ? 0 : (scores[row + best] as number))
    if (gain > least) [root, least] = [i, gain]
  }
  if (root >= 0) head[root] = -1
  return root
}

/** Whether every word reaches the root. */
function isTree(head: Int32Array, n: number): boolean {
  const seen = new Int32Array(n).fill(-1)
  for (let i = 0; i < n; i++) {
    let j = i
    while (j >= 0 && seen[j] === -1) {
      seen[j] = i
      j = head[j] as number
    }
    if (j >= 0 && seen[j] === i) return false
  }
  return true
}

/** What a root arc costs beside its score, so that the best tree has no more than one. */
const ROOT_COST = 1e6

/**
 * The algorithm of Chu and Liu (1965) and Edmonds (1967) over a dense matrix, as a growing path (Tarjan 1977): each
 * node takes its best head; a path that meets itself is contracted into one node. Quadratic in the number of words.
 */
function edmonds(scores: Float32Array, n: number, stride: number, head: Int32Array): void {
  const graph = newGraph(scores, n, stride)
  for (let start = 0; start < n; start++) grow(graph, graph.above[start] as number)
  const { from, to, parent } = graph
  for (let c = graph.count - 1; c > n; c--) {
    // The cycle is broken at the member that its own head enters.
    let x = to[c] as number
    while (parent[x] !== c) x = parent[x] as number
    from[x] = from[c] as number
    to[x] = to[c] as number
  }
  for (let i = 0; i < n; i++) head[i] = from[i] === n ? -1 : (from[i] as number)
}

/** Nodes 0 to n − 1 are words, n is the root, those contracted come after. */
interface Graph {
  readonly n: number
  /** By row and word: how much better a head is than the one already taken, and which word it would head. */
  readonly weight: Float64Array
  readonly target: Int32Array
  /** The row of each node; a contracted node takes over a member's. */
  readonly row: Int32Array
  /** The outermost node that each word is in, and the node that each node was contracted into. */
  readonly above: Int32Array
  readonly parent: Int32Array
  /** Each node's head, the word in it that is headed, and the score. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly best: Float64Array
  readonly state: Uint8Array
  count: number
}

const ON_PATH = 1
const DONE = 2

function newGraph(scores: Float32Array, n: number, stride: number): Graph {
  const size = n + 1
  const weight = new Float64Array(n * size)
  const target = new Int32Array(n * size)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) weight[i * size + j] = scores[i * stride + j] as number
    weight[i * size + n] = (scores[i * stride + n] as number) - ROOT_COST
    target.fill(i, i * size, (i + 1) * size)
  }
  const column = () => new Int32Array(2 * n + 1)
  const row = column().map((_, i) => i)
  const above = new Int32Array(n).map((_, i) => i)
  const [parent, from, to] = [column().fill(-1), column(), column()]
  const best = new Float64Array(2 * n + 1)
  return {
    n,
    weight,
    target,
    row,
    above,
    parent,
    from,
    to,
    best,
    state: new Uint8Array(2 * n + 1),
    count: size,
  }
}

/** Follows best heads from a node up to the root or to what hangs from it already. */
function grow(graph: Graph, start: number): void {
  const { n, from, above, state } = graph
  if (state[start] === DONE) return
  const path = [start]
  state[start] = ON_PATH
  for (;;) {
    takeHead(graph, path[path.length - 1] as number)
    const u = from[path[path.length - 1] as number] as number
    const next = u === n ? n : (above[u] as number)
    if (u === n || state[next] === DONE) break
    if (state[next] !== ON_PATH) {
      state[next] = ON_PATH
      path.push(next)
    } else path.push(contract(graph, path.splice(path.indexOf(next))))
  }
  for (const node of path) state[node] = DONE
}

function takeHead({ n, weight, target, row, above, from, to, best }: Graph, v: number): void {
  const start = (row[v] as number) * (n + 1)
  let u = n
  for (let j = 0; j < n; j++)
    if (above[j] !== v && (weight[start + j] as number) > (weight[start + u] as number)) u = j
  from[v] = u
  to[v] = target[start + u] as number
  best[v] = weight[start + u] as number
}

/** Makes one node of a cycle: its heads are worth what they gain over the members' own. */
function contract(graph: Graph, cycle: readonly number[]): number {
  const { n, weight, target, row, above, parent, best, state } = graph
  const node = graph.count++
  const kept = (row[cycle[0] as number] as number) * (n + 1)
  cycle.forEach((x, k) => {
    const start = (row[x] as number) * (n + 1)
    for (let j = 0; j <= n; j++) {
      const gain = (weight[start + j] as number) - (best[x] as number)
      if (k > 0 && gain <= (weight[kept + j] as number)) continue
      weight[kept + j] = gain
      target[kept + j] = target[start + j] as number
    }
    parent[x] = node
  })
  row[node] = row[cycle[0] as number] as number
  for (let j = 0; j < n; j++) if (parent[above[j] as number] === node) above[j] = node
  state[node] = ON_PATH
  return node
}
