/** All bytes; null where there are more than `maxBytes`. */
export async function readWhole(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > maxBytes) return null
    parts.push(chunk)
  }
  return new Uint8Array(Buffer.concat(parts, length))
}
