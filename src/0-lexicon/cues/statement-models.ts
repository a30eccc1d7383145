/** Weights of hashed features: what each of `width` outcomes gets from each of `size` buckets. */
export interface HashedTable {
  /** Buckets; a power of two. */
  readonly size: number
  readonly width: number
  /** What one unit of a weight stands for, in log-odds. */
  readonly unit: number
  /** Weight of outcome o from bucket b at [b * width + o]. */
  readonly weights: Int8Array
}

/** Which words are cues (`cue`), which role each word around a cue has (`word`), and how roles follow (`step`). */
export interface StatementModels {
  readonly cue: HashedTable
  /** Width: the number of roles. */
  readonly word: HashedTable
  /** Width: roles squared, [before * roles + role]; the same unit as `word`. */
  readonly step: HashedTable
}

const MAGIC = 'RAPSTMT1'
const HEAD = MAGIC.length + 4
const NAMES = ['cue', 'word', 'step'] as const

/**
 * Opens `models/statements.bin`: the magic, the length of a JSON header (uint32, little endian), the header
 * `{ name: [size, width, unit] }` and the tables one after the other, a signed byte a weight.
 * Throws when the bytes are not such a file.
 */
export function openStatementModels(bytes: Uint8Array): StatementModels {
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length))
  if (magic !== MAGIC)
    throw new Error(
      `models/statements.bin: expected a file that starts with "${MAGIC}", found ${bytes.length} bytes that do not`,
    )
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, HEAD + length))) as Record<
    string,
    [number, number, number]
  >
  let at = HEAD + length
  const table = (name: string): HashedTable => {
    const [size = 0, width = 0, unit = 0] = header[name] ?? []
    const end = at + size * width
    if (size === 0 || end > bytes.length)
      throw new Error(`models/statements.bin: the table "${name}" is cut off`)
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, size * width)
    at = end
    return { size, width, unit, weights }
  }
  const [cue, word, step] = NAMES.map(table) as [HashedTable, HashedTable, HashedTable]
  return Object.freeze({ cue, word, step })
}

/** Writes the tables; the same tables give the same bytes. */
export function writeStatementModels(models: StatementModels): Uint8Array {
  const header = new TextEncoder().encode(
    JSON.stringify(
      Object.fromEntries(
        NAMES.map((name) => [name, [models[name].size, models[name].width, models[name].unit]]),
      ),
    ),
  )
  const tables = NAMES.map((name) => models[name].weights)
  const out = new Uint8Array(HEAD + header.length + tables.reduce((sum, it) => sum + it.length, 0))
  out.set(new TextEncoder().encode(MAGIC))
  new DataView(out.buffer).setUint32(MAGIC.length, header.length, true)
  out.set(header, HEAD)
  let at = HEAD + header.length
  for (const table of tables) {
    out.set(new Uint8Array(table.buffer, table.byteOffset, table.length), at)
    at += table.length
  }
  return out
}
