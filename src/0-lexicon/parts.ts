type Column = string | Uint8Array | Uint16Array | Int32Array

const HEAD = 12
const align = (n: number) => (n + 3) & ~3

/**
 * Writes texts and number columns into one file: eight bytes that name its kind, length of a JSON header (uint32, little
 * endian), the header `{ name: [offset, length] }`, padding to four bytes, then the parts, each on a multiple of four so
 * that number columns are laid over without copying.
 *
 * @throws RangeError when `magic` is not eight characters long
 */
export function writeParts(magic: string, parts: Readonly<Record<string, Column>>): Uint8Array {
  if (magic.length !== 8) throw new RangeError(`expected a mark of eight characters, found "${magic}"`)
  const header: Record<string, readonly [number, number]> = {}
  const blocks: Uint8Array[] = []
  let offset = 0
  for (const [name, part] of Object.entries(parts)) {
    const bytes =
      typeof part === 'string'
        ? new TextEncoder().encode(part)
        : new Uint8Array(part.buffer, part.byteOffset, part.byteLength)
    header[name] = [offset, bytes.length]
    blocks.push(bytes)
    offset = align(offset + bytes.length)
  }
  const head = new TextEncoder().encode(JSON.stringify(header))
  const base = align(HEAD + head.length)
  const out = new Uint8Array(base + offset)
  out.set(new TextEncoder().encode(magic))
  new DataView(out.buffer).setUint32(magic.length, head.length, true)
  out.set(head, HEAD)
  Object.values(header).forEach(([at], i) => {
    out.set(blocks[i] as Uint8Array, base + at)
  })
  return out
}

/** The parts of an opened file, by name. */
export interface Parts {
  text(name: string): string
  bytes(name: string): Uint8Array
  shorts(name: string): Uint16Array
  numbers(name: string): Int32Array
}

/** Opens such a file; throws when the bytes are not one of the kind that `magic` names. */
export function readParts(magic: string, given: Uint8Array): Parts {
  const bytes = given.byteOffset % 4 === 0 ? given : new Uint8Array(given)
  if (String.fromCharCode(...bytes.subarray(0, magic.length)) !== magic)
    throw new Error(
      `expected a file that starts with "${magic}", found ${bytes.length} bytes that do not; run "npm run setup"`,
    )
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, HEAD + length))) as Record<
    string,
    [number, number]
  >
  const base = align(HEAD + length)
  const part = (name: string) => {
    const place = header[name]
    if (!place) throw new Error(`the file "${magic}" lacks the part "${name}"`)
    return bytes.subarray(base + place[0], base + place[0] + place[1])
  }
  return {
    text: (name) => new TextDecoder().decode(part(name)),
    bytes: part,
    shorts: (name) => {
      const block = part(name)
      return new Uint16Array(block.buffer, block.byteOffset, block.length >> 1)
    },
    numbers: (name) => {
      const block = part(name)
      return new Int32Array(block.buffer, block.byteOffset, block.length >> 2)
    },
  }
}
