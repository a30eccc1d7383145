/** Vectors of common words: words of like use lie near each other. */
export interface WordVectors {
  readonly dimensions: number
  /** Row of a word, -1 when it has none. */
  readonly rowOf: (word: string) => number
  /** Row after row; each row is of length about 127. */
  readonly table: Int8Array
  /** What it was opened from. */
  readonly bytes: Uint8Array
}

/** Opens the section that `writeVectors` wrote: words apart by line ends, then the table. */
export function openVectors(bytes: Uint8Array, dimensions: number): WordVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = view.getUint32(0, true)
  const words = new TextDecoder().decode(bytes.subarray(4, 4 + size)).split('\n')
  const table = new Int8Array(bytes.buffer, bytes.byteOffset + 4 + size, words.length * dimensions)
  const rows = new Map(words.map((word, row) => [word, row] as const))
  return { dimensions, rowOf: (word) => rows.get(word) ?? -1, table, bytes }
}

export function writeVectors(words: readonly string[], table: Int8Array): Uint8Array {
  const text = new TextEncoder().encode(words.join('\n'))
  const bytes = new Uint8Array(4 + text.length + table.length)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.length), 4 + text.length)
  return bytes
}
