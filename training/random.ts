/** Numbers in [0, 1) from a seed (Mulberry32); the same seed gives the same numbers. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Shuffles in place (Fisher and Yates). */
export function shuffle<Items extends { readonly length: number; [index: number]: unknown }>(
  items: Items,
  random: () => number,
): Items {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = items[i]
    items[i] = items[j]
    items[j] = kept
  }
  return items
}
