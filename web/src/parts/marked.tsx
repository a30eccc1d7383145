import type { Snippet } from '../api/rows.ts'

/** A snippet with what was searched for marked. */
export function Marked({ snippet: { text, marks } }: { readonly snippet: Snippet }) {
  let at = 0
  const parts = marks.flatMap(([start, end]) => {
    const before = text.slice(at, start)
    at = end
    return [before, <mark key={start}>{text.slice(start, end)}</mark>]
  })
  return [...parts, text.slice(at)]
}
