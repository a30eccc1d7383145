/**
 * The file of weights: the eight characters `RAPBNDL1`, the length of a JSON header (uint32, little endian), the header
 * `{ meta, sections: { name: [offset, length] } }`, padding to eight bytes, then the sections, each on a multiple of
 * eight bytes so that typed arrays can be laid over them without copying.
 */
export interface Bundle {
  readonly meta: Readonly<Record<string, unknown>>
  /** Bytes of one section; throws when the file has none of that name. */
  section(name: string): Uint8Array
}

const MAGIC = 'RAPBNDL1'
const HEAD = MAGIC.length + 4
const align = (n: number) => (n + 7) & ~7

/** Reads a bundle without copying its sections. */
export function readBundle(given: Uint8Array, what: string): Bundle {
  const bytes = given.byteOffset % 8 === 0 ? given : new Uint8Array(given)
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length))
  if (magic !== MAGIC)
    throw new Error(
      `${what}: expected a file that starts with "${MAGIC}", found ${bytes.length} bytes that do not`,
    )
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, HEAD + length))) as {
    meta: Record<string, unknown>
    sections: Record<string, [number, number]>
  }
  const base = align(HEAD + length)
  return {
    meta: header.meta,
    section(name) {
      const place = header.sections[name]
      if (!place)
        throw new Error(
          `${what}: expected a section "${name}", found ${Object.keys(header.sections).join(', ')}`,
        )
      return bytes.subarray(base + place[0], base + place[0] + place[1])
    },
  }
}

/** Writes a bundle; the same input gives the same bytes. */
export function writeBundle(meta: Record<string, unknown>, sections: Record<string, Uint8Array>): Uint8Array {
  const places: Record<string, [number, number]> = {}
  let offset = 0
  for (const [name, bytes] of Object.entries(sections)) {
    places[name] = [offset, bytes.length]
    offset = align(offset + bytes.length)
  }
  const header = new TextEncoder().encode(JSON.stringify({ meta, sections: places }))
  const base = align(HEAD + header.length)
  const out = new Uint8Array(base + offset)
  out.set(new TextEncoder().encode(MAGIC))
  new DataView(out.buffer).setUint32(MAGIC.length, header.length, true)
  out.set(header, HEAD)
  for (const [name, bytes] of Object.entries(sections))
    out.set(bytes, base + (places[name] as [number, number])[0])
  return out
}
