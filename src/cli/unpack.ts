import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** Gzip may unpack to so many times its size; wire text reaches 10, log files 30, bombs 1000. */
const MOST_TIMES = 200
/** Below this the ratio says nothing. */
const FREE_BYTES = 50_000_000

/** A stream's bytes, unpacked if they are gzip; fails with code `ZIP_BOMB` where they unpack to absurd sizes. */
export async function* unpack(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks = stream[Symbol.asyncIterator]()
  const counts = { packed: 0 }
  let first = await chunks.next()
  while (!first.done && first.value.length < 2) {
    const more = await chunks.next()
    if (more.done) break
    first = { done: false, value: Buffer.concat([first.value, more.value]) }
  }
  if (first.done) return
  const head = first.value
  async function* all() {
    counts.packed += head.length
    yield head
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      counts.packed += next.value.length
      yield next.value
    }
  }
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzip(all(), counts)
  else yield* all()
}

async function* gunzip(packed: AsyncIterable<Uint8Array>, counts: { readonly packed: number }) {
  const unzip = createGunzip()
  pipeline(Readable.from(packed), unzip, () => undefined) // an error comes out of the loop below
  let length = 0
  for await (const chunk of unzip as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > FREE_BYTES && length > counts.packed * MOST_TIMES)
      throw Object.assign(new Error('zip bomb'), { code: 'ZIP_BOMB' })
    yield chunk
  }
}
