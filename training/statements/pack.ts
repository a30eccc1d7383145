/** Weights as text: one printable character each, −44 … +44 steps around "O"; runs of zeros as "~count~" in base 36. */
export function pack(weights: Float32Array, size: number, labels: number): string {
  const sorted = Float32Array.from(weights, Math.abs)
    .filter((w) => w > 1e-3)
    .sort()
  const high = sorted[Math.floor(sorted.length * 0.999)] ?? 1
  const step = Math.round((high / 44) * 1e4) / 1e4
  let text = ''
  let zeros = 0
  const flush = () => {
    if (zeros > 0) text += zeros <= 3 ? 'O'.repeat(zeros) : `~${zeros.toString(36)}~`
    zeros = 0
  }
  for (const weight of weights) {
    const n = Math.max(-44, Math.min(44, Math.round(weight / step)))
    if (n === 0) {
      zeros++
      continue
    }
    flush()
    const code = 79 + n
    text += String.fromCharCode(code === 92 ? 33 : code)
  }
  flush()
  return `{ size: ${size}, labels: ${labels}, step: ${step}, text: ${quote(text)} }`
}

/** No quotation mark lies among the characters but the apostrophe: 39. */
const quote = (text: string): string => `"${text}"`
