/** A line's bytes without the line end; null where it was longer than allowed. */
export interface ByteLine {
  readonly number: number
  readonly bytes: Uint8Array | null
}

const LF = 0x0a

/**
 * Splits bytes into lines while they arrive; of a line longer than `maxBytes` only that it was there is kept. Empty
 * lines are counted, and given only where `blanks` asks for them: a file of line ends alone is a cheap attack.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  { blanks = false }: { readonly blanks?: boolean } = {},
): AsyncGenerator<ByteLine, void, undefined> {
  let number = 0
  let parts: Uint8Array[] = []
  let length = 0
  const take = (): ByteLine => {
    const bytes = length > maxBytes ? null : join(parts, length)
    parts = []
    length = 0
    return { number: ++number, bytes }
  }
  const keep = (part: Uint8Array) => {
    length += part.length
    if (length <= maxBytes) parts.push(part)
    else parts = []
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, start)) {
      if (at > start || length > 0 || blanks) {
        keep(chunk.subarray(start, at))
        yield take()
      } else number++
      start = at + 1
    }
    if (start < chunk.length) keep(chunk.subarray(start))
  }
  if (length > 0) yield take()
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts
  return parts.length === 1 && only ? only : new Uint8Array(Buffer.concat(parts, length))
}
