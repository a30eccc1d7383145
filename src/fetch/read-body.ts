import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** Says that a body was larger than allowed. */
export class TooLarge extends Error {}

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** The packings that are understood, as a request says it. */
export const ACCEPT_ENCODING = 'gzip, deflate, br'

/** Reads a body to its end, unpacked; throws `TooLarge` as soon as it is larger than allowed, packed or unpacked. */
export async function readBody(body: Readable, encoding: string, maxBytes: number): Promise<Uint8Array> {
  const unpacker = UNPACKERS[encoding.trim().toLowerCase()]
  const parts: Uint8Array[] = []
  let length = 0
  const source = unpacker ? pipeline(body, unpacker(), () => undefined) : body // errors come out of the loop
  try {
    for await (const part of source as AsyncIterable<Uint8Array>) {
      length += part.length
      if (length > maxBytes) throw new TooLarge(`is larger than ${maxBytes} bytes`)
      parts.push(part)
    }
  } finally {
    body.destroy()
  }
  return new Uint8Array(Buffer.concat(parts, length))
}
