import type { Syntax } from '#syntax'
import type { Statement } from '../act.ts'
import { at } from './tree.ts'

/** For each word the innermost statement whose content it stands in, -1 for none. */
export function speakerIndex(s: Syntax, statements: readonly Statement[]): Int32Array {
  const index = new Int32Array(s.length).fill(-1)
  const order = statements.map((_, i) => i).sort((a, b) => size(statements[b]) - size(statements[a]) || a - b)
  for (const number of order)
    for (const { start, end } of statements[number]?.content ?? [])
      for (let w = firstWordFrom(s, start); w < s.length && at(s.start, w) < end; w++) index[w] = number
  return index
}

const size = (statement: Statement | undefined) =>
  (statement?.content ?? []).reduce((sum, { start, end }) => sum + end - start, 0)

function firstWordFrom(s: Syntax, offset: number): number {
  let [low, high] = [0, s.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(s.end, middle) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
