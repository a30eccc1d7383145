/** Number of MinHash values, and how they are cut into bands. */
const HASHES = 32
export const BANDS = 8
const ROWS = HASHES / BANDS
const SHINGLE = 5

/** A MinHash sketch of a text's five-word shingles; null for a text too short to be called a copy. */
export function sketch(text: string): Uint32Array | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < 3 * SHINGLE) return null
  const hashes = words.map(hashWord)
  const least = new Uint32Array(HASHES).fill(0xffffffff)
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let shingle = 0
    for (let k = 0; k < SHINGLE; k++) shingle = (Math.imul(shingle, 31) + (hashes[i + k] as number)) | 0
    for (let h = 0; h < HASHES; h++) {
      const value = mix(shingle ^ Math.imul(h + 1, 0x9e3779b1))
      if (value < (least[h] as number)) least[h] = value
    }
  }
  return least
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

function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash | 0
}

function mix(value: number): number {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
