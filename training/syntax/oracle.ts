import { leftWith, rightWith, SHIFT } from '../../src/2-syntax/transitions.ts'
import type { TreeState } from '../../src/2-syntax/tree-features.ts'

/**
 * Costs of SHIFT, LEFT and RIGHT in a state: how many gold arcs become out of reach (Goldberg and Nivre 2013, for
 * arc-hybrid). A transition that is not allowed costs Infinity.
 */
export function costs(s: TreeState, gold: Int32Array, out: Float64Array): void {
  const s0 = s.depth > 0 ? (s.stack[s.depth - 1] as number) : -2
  const s1 = s.depth > 1 ? (s.stack[s.depth - 2] as number) : -2
  const b0 = s.next
  out[0] = Number.POSITIVE_INFINITY
  out[1] = Number.POSITIVE_INFINITY
  out[2] = Number.POSITIVE_INFINITY
  if (b0 < s.length) {
    let cost = 0
    for (let i = 0; i < s.depth; i++) {
      const w = s.stack[i] as number
      if (gold[w] === b0) cost++
      if (i < s.depth - 1 && gold[b0] === w) cost++
    }
    if (gold[b0] === -1 && s.depth > 0) cost++
    out[0] = cost
  }
  if (s0 >= 0) {
    let dependents = 0
    for (let b = b0; b < s.length; b++) if (gold[b] === s0) dependents++
    const head = gold[s0] as number
    if (b0 < s.length)
      out[1] = dependents + (head === s1 || head > b0 || (head === -1 && s.depth === 1) ? 1 : 0)
    if (s1 >= 0) out[2] = dependents + (head >= b0 || (head === -1 && false) ? 1 : 0)
    if (head === -1) {
      if (b0 < s.length) out[1] = dependents + 1
      if (s1 >= 0) out[2] = dependents + 1
    }
  }
}

/** The gold transition of a kind for the state. */
export function goldTransition(s: TreeState, kind: number, label: Uint8Array): number {
  if (kind === 0) return SHIFT
  const child = s.stack[s.depth - 1] as number
  return kind === 1 ? leftWith(label[child] as number) : rightWith(label[child] as number)
}
