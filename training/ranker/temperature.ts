/** Probabilities raised to 1/temperature and brought back to one. */
export function sharpen(p: Float64Array, temperature: number): Float64Array {
  const raised = p.map((x) => Math.max(x, 1e-12) ** (1 / temperature))
  const sum = raised.reduce((a, b) => a + b, 0)
  return raised.map((x) => x / sum)
}

/** The temperature under which the truth is likeliest. */
export function bestTemperature(all: readonly Float64Array[], truth: readonly number[]): number {
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (let t = 0.4; t <= 3; t += 0.05) {
    let loss = 0
    all.forEach((p, i) => {
      loss -= Math.log(Math.max(sharpen(p, t)[truth[i] as number] as number, 1e-12))
    })
    if (loss < least) [least, best] = [loss, t]
  }
  return best
}
