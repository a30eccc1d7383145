/** Precision, recall and F1. */
export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/**
 * B³: of each item the share of its system cluster that is of its gold cluster (precision), and of its gold cluster
 * that is in its system cluster (recall), both averaged over items. Source: A. Bagga and B. Baldwin, "Entity-Based
 * Cross-Document Coreferencing Using the Vector Space Model", COLING-ACL 1998.
 */
export function bCubed(items: readonly { readonly gold: string; readonly system: string }[]): Score {
  const count = (name: (item: (typeof items)[number]) => string) => {
    const counts = new Map<string, number>()
    for (const item of items) counts.set(name(item), (counts.get(name(item)) ?? 0) + 1)
    return counts
  }
  const both = count(({ gold, system }) => `${gold}\n${system}`)
  const golds = count(({ gold }) => gold)
  const systems = count(({ system }) => system)
  let precision = 0
  let recall = 0
  for (const { gold, system } of items) {
    const shared = both.get(`${gold}\n${system}`) ?? 0
    precision += shared / (systems.get(system) ?? 1)
    recall += shared / (golds.get(gold) ?? 1)
  }
  precision /= Math.max(1, items.length)
  recall /= Math.max(1, items.length)
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}
