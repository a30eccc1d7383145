/** Carries a character offset from the raw to the normalised text: the n-th character that is no white space. */
export function carryOffsets(raw: string, text: string): (at: number) => number {
  const inked = (s: string) => {
    const out: number[] = []
    for (let i = 0; i < s.length; i++) if ((s[i] as string).trim() !== '') out.push(i)
    return out
  }
  const from = inked(raw)
  const to = inked(text)
  const number = new Map(from.map((at, n) => [at, n]))
  return (at) => {
    const exact = number.get(at)
    if (exact !== undefined) return to[exact] ?? text.length
    const before = number.get(at - 1)
    return before === undefined ? at : (to[before] ?? text.length - 1) + 1
  }
}
