/** A file inside an archive; null bytes where it was larger than allowed. */
export interface Entry {
  readonly path: string
  readonly bytes: Uint8Array | null
}

const BLOCK = 512
const latin = new TextDecoder('latin1')
const utf8 = new TextDecoder()

/** Is this the head of a tar archive? */
export const isTar = (head: Uint8Array) => latin.decode(head.subarray(257, 262)) === 'ustar'

/** Reads the files of a tar archive while it arrives; throws with code `TAR_CUT` where it ends too early. */
export async function* openTar(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Entry, void, undefined> {
  const take = taker(chunks)
  let longName: string | null = null
  for (
    let head = await take(BLOCK, BLOCK, true);
    head?.some((byte) => byte !== 0);
    head = await take(BLOCK, BLOCK, true)
  ) {
    const size = sizeIn(head)
    const type = String.fromCharCode(head[156] ?? 0)
    const body = await take(size + ((BLOCK - (size % BLOCK)) % BLOCK), maxBytes + BLOCK, false)
    const bytes = body && size <= maxBytes ? body.slice(0, size) : null
    if (type === 'L') longName = bytes && utf8.decode(bytes).replace(/\0.*$/s, '')
    else if (type === 'x') longName = bytes && paxPath(utf8.decode(bytes))
    else {
      const path = longName ?? nameIn(head)
      longName = null
      if ((type === '0' || type === '\0') && isWanted(path)) yield { path, bytes }
    }
  }
}

/** Folders, hidden files and what macOS adds are no documents. */
export const isWanted = (path: string) =>
  !path.endsWith('/') &&
  !path.split('/').some((part) => part.startsWith('.') && part !== '.') &&
  !path.startsWith('__MACOSX/')

function nameIn(head: Uint8Array): string {
  const text = (from: number, length: number) =>
    utf8.decode(head.subarray(from, from + length)).replace(/\0.*$/s, '')
  const prefix = text(345, 155)
  return prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`
}

function sizeIn(head: Uint8Array): number {
  const size = Number.parseInt(latin.decode(head.subarray(124, 136)).replace(/\0.*$/s, '').trim(), 8)
  if (!Number.isSafeInteger(size) || size < 0) throw Object.assign(new Error('tar'), { code: 'TAR_BROKEN' })
  return size
}

/** Long names stand in records like "27 path=news/a.txt". */
const paxPath = (text: string) => /^\d+ path=(.*)$/m.exec(text)?.[1] ?? null

/** Takes so many bytes from a stream; keeps none of a piece longer than `most` (null); at a clean end null, too. */
function taker(chunks: AsyncIterable<Uint8Array>) {
  const source = chunks[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array(0)
  return async (length: number, most: number, mayEnd: boolean): Promise<Uint8Array | null> => {
    const parts: Uint8Array[] = []
    let missing = length
    while (missing > 0) {
      if (rest.length === 0) {
        const next = await source.next()
        if (next.done) {
          if (mayEnd && missing === length) return null
          throw Object.assign(new Error('tar'), { code: 'TAR_CUT' })
        }
        rest = next.value
      }
      const part = rest.subarray(0, missing)
      rest = rest.subarray(part.length)
      missing -= part.length
      if (length <= most) parts.push(part)
    }
    return length <= most ? new Uint8Array(Buffer.concat(parts, length)) : null
  }
}
