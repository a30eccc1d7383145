/** Derived columns of a forest: subtree edges, child lists, sentence numbers. */
export interface Links {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly firstChild: Int32Array
  readonly nextSibling: Int32Array
  readonly sentence: Int32Array
}

/** Links children in text order and finds how far each subtree reaches; linear in the number of words. */
export function linkTree(head: Int32Array, sentenceStart: Int32Array): Links {
  const length = head.length
  const left = new Int32Array(length)
  const right = new Int32Array(length)
  const firstChild = new Int32Array(length).fill(-1)
  const nextSibling = new Int32Array(length).fill(-1)
  const sentence = new Int32Array(length)
  for (let s = 0; s + 1 < sentenceStart.length; s++) sentence.fill(s, sentenceStart[s], sentenceStart[s + 1])
  for (let i = length - 1; i >= 0; i--) {
    left[i] = i
    right[i] = i
    const h = head[i] as number
    if (h < 0) continue
    nextSibling[i] = firstChild[h] as number
    firstChild[h] = i
  }
  // Children before parents: each word waits until all its children have handed their edges up.
  const waiting = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    const h = head[i] as number
    if (h >= 0) waiting[h] = (waiting[h] as number) + 1
  }
  const ready = new Int32Array(length)
  let count = 0
  for (let i = 0; i < length; i++) if (waiting[i] === 0) ready[count++] = i
  for (let k = 0; k < count; k++) {
    const i = ready[k] as number
    const h = head[i] as number
    if (h < 0) continue
    left[h] = Math.min(left[h] as number, left[i] as number)
    right[h] = Math.max(right[h] as number, right[i] as number)
    waiting[h] = (waiting[h] as number) - 1
    if (waiting[h] === 0) ready[count++] = h
  }
  return { left, right, firstChild, nextSibling, sentence }
}
