/**
 * Krippendorff's alpha for nominal values: 1 − observed / expected disagreement, over units that two or more judged.
 * Null where no two judgements meet or all of them are alike by necessity (a single value in all).
 * Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), the coincidence matrix.
 */
export function krippendorffAlpha(units: readonly (readonly string[])[]): number | null {
  const pairs = new Map<string, Map<string, number>>()
  const totals = new Map<string, number>()
  let all = 0
  for (const values of units) {
    if (values.length < 2) continue
    const weight = 1 / (values.length - 1)
    for (const [i, a] of values.entries())
      for (const [j, b] of values.entries()) {
        if (i === j) continue
        const row = pairs.get(a) ?? new Map<string, number>()
        pairs.set(a, row)
        row.set(b, (row.get(b) ?? 0) + weight)
        totals.set(a, (totals.get(a) ?? 0) + weight)
        all += weight
      }
  }
  if (all === 0) return null
  let observed = 0
  for (const [a, row] of pairs) for (const [b, n] of row) if (a !== b) observed += n
  let expected = 0
  for (const [a, n] of totals) for (const [b, m] of totals) if (a !== b) expected += n * m
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected
}
