/** Belief before and share of right events at it, read off judged events (`bench/events/judgements.jsonl`, round 1). */
const CURVE: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.5, 0.4],
  [0.6, 0.5],
  [0.7, 0.66],
  [0.8, 0.74],
  [0.9, 0.84],
  [1, 0.96],
]

/** The confidence of an event: how often events of such belief are right in type, actor and recipient. */
export function calibrated(belief: number): number {
  for (let i = 1; i < CURVE.length; i++) {
    const [low, from] = CURVE[i - 1] as readonly [number, number]
    const [high, to] = CURVE[i] as readonly [number, number]
    if (belief <= high)
      return Math.round(1000 * (from + ((to - from) * (belief - low)) / (high - low))) / 1000
  }
  return 0.96
}
