import { Gunzip, Inflate } from 'fflate'
import type { ReadHints } from './reading.ts'

/** A page found in a web archive, or a record that could not be read. */
export type WarcPart =
  | { readonly kind: 'page'; readonly place: string; readonly bytes: Uint8Array; readonly hints: ReadHints }
  | { readonly kind: 'refusal'; readonly place: string; readonly reason: string }

/** Pages unpack to so many bytes at most. */
const MOST_BYTES = 20_000_000
const TEXT_TYPES = /^(?:text\/(?:html|plain)|application\/xhtml\+xml)\b/i

const ascii = new TextDecoder('latin1')

/** Are these bytes a web archive (WARC or ARC)? */
export function isWarc(bytes: Uint8Array): boolean {
  const head = ascii.decode(bytes.subarray(0, 12))
  return head.startsWith('WARC/') || head.startsWith('filedesc://')
}

/** Splits a web archive into its pages: responses with status 200, resources and extracted texts. */
export function* splitWarc(bytes: Uint8Array): Generator<WarcPart> {
  let number = 0
  let pages = 0
  for (let at = skipBlank(bytes, 0); at < bytes.length; at = skipBlank(bytes, at)) {
    const place = `record ${++number}`
    const record = readHead(bytes, at)
    if ('reason' in record) {
      yield { kind: 'refusal', place, reason: record.reason }
      // a record before this one may have told a wrong length
      at = nextRecord(bytes, at)
      continue
    }
    at = record.start + record.length
    if (at > bytes.length) {
      yield {
        kind: 'refusal',
        place,
        reason: `is cut off: ${at - bytes.length} of ${record.length} bytes are missing`,
      }
      return
    }
    const part = readRecord(record, bytes.subarray(record.start, at), place)
    if (part) pages++
    if (part) yield part
  }
  if (pages === 0)
    yield {
      kind: 'refusal',
      place: `record ${number}`,
      reason: 'is the last of a web archive without a page',
    }
}

const MARK = [...'\nWARC/'].map((letter) => letter.charCodeAt(0))

/** Where the next record begins that looks like one. */
function nextRecord(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x0a, from); at >= 0; at = bytes.indexOf(0x0a, at + 1))
    if (MARK.every((code, i) => bytes[at + i] === code)) return at + 1
  return bytes.length
}

interface WarcRecord {
  /** `response`, `resource`, `conversion`, …; for ARC always `response`. */
  readonly type: string
  readonly url: string
  readonly date: string
  readonly contentType: string
  readonly start: number
  readonly length: number
}

function readHead(bytes: Uint8Array, at: number): WarcRecord | { reason: string } {
  const end = endOfHead(bytes, at)
  const first = ascii.decode(bytes.subarray(at, lineEnd(bytes, at))).trimEnd()
  if (!first.startsWith('WARC/')) return readArcHead(bytes, at, first)
  if (end < 0) return { reason: 'is cut off in its header' }
  const fields = readFields(ascii.decode(bytes.subarray(at, end)))
  const length = Number(fields.get('content-length') ?? Number.NaN)
  if (!Number.isInteger(length) || length < 0) return { reason: 'has no readable Content-Length' }
  return {
    type: fields.get('warc-type') ?? '',
    url: (fields.get('warc-target-uri') ?? '').replace(/^<|>$/g, ''),
    date: fields.get('warc-date') ?? '',
    contentType: fields.get('content-type') ?? '',
    start: end,
    length,
  }
}

/** ARC: "URL IP-address date content-type length" on one line. */
function readArcHead(bytes: Uint8Array, at: number, line: string): WarcRecord | { reason: string } {
  const parts = line.split(' ')
  const length = Number(parts[parts.length - 1])
  if (parts.length < 5 || !Number.isInteger(length) || length < 0)
    return { reason: 'does not begin like a record' }
  const [url = '', , date = ''] = parts
  const type = url.startsWith('filedesc:') ? 'warcinfo' : 'response'
  return {
    type,
    url,
    date: date.replace(/^(\d{8})(\d{6})$/, '$1T$2Z'),
    contentType: '',
    start: lineEnd(bytes, at) + 1,
    length,
  }
}

function readRecord(record: WarcRecord, block: Uint8Array, place: string): WarcPart | null {
  const hints: ReadHints = { url: record.url, name: record.url.replace(/[?#].*$/, '') }
  if (record.type === 'conversion' || record.type === 'resource')
    return TEXT_TYPES.test(record.contentType) ? { kind: 'page', place, bytes: block, hints } : null
  if (record.type !== 'response') return null
  const end = endOfHead(block, 0)
  const head = ascii.decode(block.subarray(0, Math.max(0, end)))
  const fields = readFields(head)
  const type = fields.get('content-type') ?? ''
  if (!/^HTTP\/[\d.]+ 200\b/.test(head) || !TEXT_TYPES.test(type)) return null
  const body = decodeBody(block.subarray(end), fields)
  if ('reason' in body) return { kind: 'refusal', place, reason: body.reason }
  const charset = /charset=["']?([\w.:-]{1,40})/i.exec(type)?.[1]
  return { kind: 'page', place, bytes: body, hints: { ...hints, ...(charset ? { charset } : {}) } }
}

function decodeBody(body: Uint8Array, fields: ReadonlyMap<string, string>): Uint8Array | { reason: string } {
  const chunked = /chunked/i.test(fields.get('transfer-encoding') ?? '')
  const whole = chunked ? dechunk(body) : body
  const encoding = (fields.get('content-encoding') ?? 'identity').toLowerCase().trim()
  if (encoding === 'identity' || encoding === '') return whole
  if (encoding !== 'gzip' && encoding !== 'x-gzip' && encoding !== 'deflate')
    return { reason: `is packed with ${encoding.slice(0, 20)}, which is not read` }
  // archives often store what they unpacked under the old header
  if (encoding !== 'deflate' && (whole[0] !== 0x1f || whole[1] !== 0x8b)) return whole
  return unpack(whole, encoding)
}

function unpack(packed: Uint8Array, encoding: string): Uint8Array | { reason: string } {
  const parts: Uint8Array[] = []
  let length = 0
  const keep = (part: Uint8Array) => {
    length += part.length
    if (length > MOST_BYTES) throw new Error(`unpacks to more than ${MOST_BYTES} bytes`)
    parts.push(part)
  }
  try {
    const stream = encoding === 'deflate' ? new Inflate(keep) : new Gunzip(keep)
    for (let at = 0; at < packed.length; at += 65_536)
      stream.push(packed.subarray(at, at + 65_536), at + 65_536 >= packed.length)
  } catch (error) {
    return { reason: `cannot be unpacked: ${error instanceof Error ? error.message : 'broken'}` }
  }
  return concat(parts, length)
}

/** Takes chunked transfer coding off; where it is not there or breaks off, gives what there is. */
function dechunk(body: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  for (let at = 0; at < body.length; ) {
    const end = lineEnd(body, at)
    const size = /^\s*([\da-f]{1,8})\s*(?:;.*)?$/i.exec(ascii.decode(body.subarray(at, end)).trimEnd())
    if (!size) return parts.length === 0 ? body : concat(parts, length)
    const bytes = Number.parseInt(size[1] ?? '0', 16)
    if (bytes === 0) break
    const part = body.subarray(end + 1, end + 1 + bytes)
    parts.push(part)
    length += part.length
    at = end + 1 + bytes + 2
  }
  return concat(parts, length)
}

function concat(parts: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

function readFields(head: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return fields
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(0x0a, from)
  return at < 0 ? bytes.length : at
}

/** Where the blank line after a head ends; -1 if there is none. */
function endOfHead(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x0a, from); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a) return at + 2
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return at + 3
  }
  return -1
}

function skipBlank(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && (bytes[at] === 0x0a || bytes[at] === 0x0d)) at++
  return at
}
