/** Puts a dateline that stands in an element of its own before the first line, unless that line has it already. */
export function withDateline(lines: readonly string[], dateline: string | null): readonly string[] {
  const [first = ''] = lines
  const place = /^[\p{L}\p{M}'’.-]+/u.exec(dateline ?? '')?.[0].toLowerCase()
  if (!dateline || !place || first.slice(0, 120).toLowerCase().includes(place)) return lines
  return [`${dateline.replace(/[\s—–-]+$/, '')} — ${first}`, ...lines.slice(1)]
}
