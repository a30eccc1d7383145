import type { TreeState } from './tree-features.ts'

/**
 * Arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez and Satta 2011): SHIFT; LEFT takes the stack's top as a child of the
 * buffer's first word; RIGHT takes it as a child of the word below it, or, when it is the last word, as the root.
 * Class 0 is SHIFT, 1 + 2·label is LEFT with that label, 2 + 2·label RIGHT.
 */
export const SHIFT = 0
export const leftWith = (label: number): number => 1 + 2 * label
export const rightWith = (label: number): number => 2 + 2 * label

export function newState(capacity: number): TreeState {
  const ints = () => new Int32Array(capacity + 2)
  return {
    stack: ints(),
    depth: 0,
    next: 0,
    length: capacity,
    head: ints(),
    label: new Uint8Array(capacity + 2),
    left1: ints(),
    left2: ints(),
    right1: ints(),
    right2: ints(),
    leftCount: new Uint8Array(capacity + 2),
    rightCount: new Uint8Array(capacity + 2),
  }
}

/** Makes a state ready for a sentence of `length` words; it must have room for them. */
export function reset(s: TreeState, length: number): void {
  s.depth = 0
  s.next = 0
  ;(s as { length: number }).length = length
  for (const column of [s.head, s.left1, s.left2, s.right1, s.right2]) column.fill(-1, 0, length + 2)
  s.label.fill(255, 0, length + 2)
  s.leftCount.fill(0, 0, length + 2)
  s.rightCount.fill(0, 0, length + 2)
}

export const finished = (s: TreeState): boolean => s.next >= s.length && s.depth <= 1
export const canShift = (s: TreeState): boolean => s.next < s.length
export const canLeft = (s: TreeState): boolean => s.depth > 0 && s.next < s.length
export const canRight = (s: TreeState): boolean => s.depth > 1

/** Applies one transition. */
export function apply(s: TreeState, transition: number): void {
  if (transition === SHIFT) {
    s.stack[s.depth++] = s.next++
    return
  }
  const label = (transition - 1) >> 1
  const child = s.stack[--s.depth] as number
  if (transition & 1) attachLeft(s, s.next, child, label)
  else attachRight(s, s.stack[s.depth - 1] as number, child, label)
}

function attachLeft(s: TreeState, head: number, child: number, label: number): void {
  s.head[child] = head
  s.label[child] = label
  s.left2[head] = s.left1[head] as number
  s.left1[head] = child
  if ((s.leftCount[head] as number) < 7) s.leftCount[head] = (s.leftCount[head] as number) + 1
}

function attachRight(s: TreeState, head: number, child: number, label: number): void {
  s.head[child] = head
  s.label[child] = label
  s.right2[head] = s.right1[head] as number
  s.right1[head] = child
  if ((s.rightCount[head] as number) < 7) s.rightCount[head] = (s.rightCount[head] as number) + 1
}
