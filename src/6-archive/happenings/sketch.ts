/** Number of MinHash values, and how they are cut into bands. */
const HASHES = 32
export const BANDS = 8
const ROWS = HASHES / BANDS
const SHINGLE = 5

/**
 * A MinHash sketch of a text's five-word shingles; null for a text too short to be called a copy. One hash of each
 * shingle says into which of 32 bins it falls and what it counts there; an empty bin takes the value of the next full one
 * (one permutation hashing: Li, Owen and Zhang 2012; Shrivastava and Li 2014).
 */
export function sketch(text: string): Uint32Array | null {
  const hashes: number[] = []
  let word = 0
  let inside = false
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? fold(text.charCodeAt(i)) : 0
    if (unit !== 0) {
      word = Math.imul((inside ? word : 0x811c9dc5) ^ unit, 0x01000193)
      inside = true
    } else if (inside) {
      hashes.push(word | 0)
      inside = false
    }
  }
  if (hashes.length < 3 * SHINGLE) return null
  const least = new Uint32Array(HASHES).fill(EMPTY)
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let shingle = 0
    for (let k = 0; k < SHINGLE; k++) shingle = (Math.imul(shingle, 31) + (hashes[i + k] as number)) | 0
    const value = mix(shingle)
    const bin = value >>> 27
    if (value < (least[bin] as number)) least[bin] = value
  }
  return filled(least)
}

const EMPTY = 0xffffffff

function filled(least: Uint32Array): Uint32Array {
  return least.map((value, bin) => {
    if (value !== EMPTY) return value
    for (let step = 1; step < HASHES; step++) {
      const next = least[(bin + step) % HASHES] as number
      if (next !== EMPTY) return mix(next ^ Math.imul(step, 0x9e3779b1))
    }
    return value
  })
}

/** A letter or digit in lower case; 0 for what stands between words. */
function fold(code: number): number {
  if (code >= 97 && code <= 122) return code
  if (code >= 65 && code <= 90) return code + 32
  if (code >= 48 && code <= 57) return code
  return code < 0xc0 || (code >= 0x2000 && code <= 0x2bff) ? 0 : code
}

/** One number a band: two texts with the same number in a band may be copies. */
export function bandsOf(sketch: Uint32Array): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = band + 1
    for (let row = 0; row < ROWS; row++) hash = mix(hash ^ (sketch[band * ROWS + row] as number))
    return hash
  })
}

/** Estimated share of shingles that both texts have. */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  let same = 0
  for (let i = 0; i < HASHES; i++) if (a[i] === b[i]) same++
  return same / HASHES
}

function mix(value: number): number {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
