/** The normal distribution's 97.5 % quantile. */
const Z = 1.959964

/** Wilson's 95 % interval of a share. Source: E. B. Wilson, JASA 22 (1927). */
export function wilson(hits: number, all: number): { readonly low: number; readonly high: number } {
  if (all === 0) return { low: 0, high: 1 }
  const share = hits / all
  const z2 = (Z * Z) / all
  const centre = (share + z2 / 2) / (1 + z2)
  const half = (Z * Math.sqrt((share * (1 - share)) / all + z2 / (4 * all))) / (1 + z2)
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
