/**
 * The file: "RAPACTR1", length of a JSON header (uint32, little endian), the header `{ name: [kind, offset, length] }`,
 * padding to four bytes, then the parts, each on a multiple of four so that number columns are laid over without copying.
 */
const MAGIC = 'RAPACTR1'
const HEAD = MAGIC.length + 4
const align = (n: number) => (n + 3) & ~3

/** Writes texts and number columns into one file. */
export function writeParts(parts: Readonly<Record<string, string | Int32Array>>): Uint8Array {
  const header: Record<string, readonly [string, number, number]> = {}
  const blocks: Uint8Array[] = []
  let offset = 0
  for (const [name, part] of Object.entries(parts)) {
    const bytes =
      typeof part === 'string'
        ? new TextEncoder().encode(part)
        : new Uint8Array(part.buffer, part.byteOffset, part.byteLength)
    header[name] = [typeof part === 'string' ? 'text' : 'int32', offset, bytes.length]
    blocks.push(bytes)
    offset = align(offset + bytes.length)
  }
  const head = new TextEncoder().encode(JSON.stringify(header))
  const base = align(HEAD + head.length)
  const out = new Uint8Array(base + offset)
  out.set(new TextEncoder().encode(MAGIC))
  new DataView(out.buffer).setUint32(MAGIC.length, head.length, true)
  out.set(head, HEAD)
  Object.values(header).forEach(([, at], i) => {
    out.set(blocks[i] as Uint8Array, base + at)
  })
  return out
}

/** Opens such a file; throws when the bytes are not one. */
export function readParts(given: Uint8Array): {
  text(name: string): string
  numbers(name: string): Int32Array
} {
  const bytes = given.byteOffset % 4 === 0 ? given : new Uint8Array(given)
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length))
  if (magic !== MAGIC)
    throw new Error(
      `expected the compiled actors (a file that starts with "${MAGIC}"), found ${bytes.length} bytes that do not`,
    )
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, HEAD + length))) as Record<
    string,
    [string, number, number]
  >
  const base = align(HEAD + length)
  const part = (name: string) => {
    const place = header[name]
    if (!place) throw new Error(`the compiled actors lack the part "${name}"`)
    return bytes.subarray(base + place[1], base + place[1] + place[2])
  }
  return {
    text: (name) => new TextDecoder().decode(part(name)),
    numbers: (name) => {
      const block = part(name)
      return new Int32Array(block.buffer, block.byteOffset, block.length >> 2)
    },
  }
}
