import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Record } from '#record'
import { bytesOf } from './bytes-of.ts'
import type { Cell } from './driver.ts'

const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }

/** A record as it is kept: JSON, Brotli'd to a fifth; the text stands once, in the document's row. */
export function packRecord(record: Record): Uint8Array {
  const json = JSON.stringify({ ...record, document: { ...record.document, text: '' } })
  return brotliCompressSync(json, QUICKLY)
}

/** The record as it was given, its text put back in its place. */
export function unpackRecord(cell: Cell | undefined, text: Cell | undefined): Record {
  const json = typeof cell === 'string' ? cell : brotliDecompressSync(bytesOf(cell)).toString()
  const record = JSON.parse(json) as Record
  return { ...record, document: { ...record.document, text: String(text) } }
}
