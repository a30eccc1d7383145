import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

const GZIP = [0x1f, 0x8b]

/** Reads a stream to its end, unpacking gzip, unless it is larger than `maxBytes`: then says so. */
export async function readWhole(
  stream: Readable,
  name: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | { reason: string }> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of await unpacked(stream, name)) {
      length += (chunk as Buffer).length
      if (length > maxBytes) return { reason: `is larger than ${maxBytes} bytes (--max-bytes)` }
      chunks.push(chunk as Buffer)
    }
  } catch (error) {
    return { reason: whyUnreadable(error) }
  } finally {
    stream.destroy()
  }
  return new Uint8Array(Buffer.concat(chunks, length))
}

/** The stream itself, or what gzip packed in it. */
async function unpacked(stream: Readable, _name: string): Promise<AsyncIterable<unknown>> {
  const chunks = stream[Symbol.asyncIterator]()
  const first = await chunks.next()
  const head = first.done ? Buffer.alloc(0) : (first.value as Buffer)
  async function* all() {
    if (head.length > 0) yield head
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value as Buffer
  }
  if (head[0] !== GZIP[0] || head[1] !== GZIP[1]) return all()
  return gunzip(all())
}

async function* gunzip(packed: AsyncGenerator<Buffer>) {
  const { pipeline } = await import('node:stream')
  const unzip = createGunzip()
  pipeline(packed, unzip, () => undefined) // an error comes out of the loop below
  yield* unzip
}

/** Says in plain words why a file could not be read. */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return WORDS[code] ?? `cannot be read: ${error instanceof Error ? error.message : String(error)}`
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  EISDIR: 'is a folder',
  EMFILE: 'too many files are open',
  ELOOP: 'is a link that leads to itself',
  ENAMETOOLONG: 'has too long a name',
  Z_DATA_ERROR: 'is not well-formed gzip',
  Z_BUF_ERROR: 'is gzip that ends too early',
}
