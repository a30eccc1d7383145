/**
 * Two ways of putting the same reports together: how many groups are the same, and the B-cubed F1 of the first held
 * against the second (Bagga and Baldwin, Algorithms for Scoring Coreference Chains, 1998), mean over reports.
 */
export function comparePartitions(
  first: readonly (readonly string[])[],
  second: readonly (readonly string[])[],
) {
  const keyed = (groups: readonly (readonly string[])[]) =>
    new Set(groups.map((group) => [...group].sort().join(' ')))
  const [one, other] = [keyed(first), keyed(second)]
  const shared = [...one].filter((key) => other.has(key)).length
  const groupOf = new Map(
    second.flatMap((group) => group.map((report): [string, readonly string[]] => [report, group])),
  )
  let [sum, reports] = [0, 0]
  for (const group of first)
    for (const report of group) {
      const mate = groupOf.get(report)
      reports++
      if (!mate) continue
      const common = mate.filter((it) => group.includes(it)).length
      sum += (2 * common) / (group.length + mate.length)
    }
  return {
    shared,
    onlyFirst: one.size - shared,
    onlySecond: other.size - shared,
    b3: reports === 0 ? 1 : sum / reports,
  }
}
