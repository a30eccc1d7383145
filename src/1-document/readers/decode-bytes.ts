import iconv from 'iconv-lite'
import jschardet from 'jschardet'

/** The bytes as text, or why they are none. */
export type Decoded = { readonly text: string; readonly charset: string } | { readonly reason: string }

/** Charset guessing looks at so many bytes. */
const GUESS_BYTES = 65_536
/** Declarations stand in so many first bytes. */
const HEAD_BYTES = 4096

const MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF-', 'is a PDF'],
  ['PK\u0003\u0004', 'is a ZIP archive or an Office file'],
  ['\u0089PNG', 'is a PNG image'],
  ['\u00ff\u00d8\u00ff', 'is a JPEG image'],
  ['GIF8', 'is a GIF image'],
  ['\u007fELF', 'is a program'],
  ['MZ\u0090', 'is a program'],
  ['\u00d0\u00cf\u0011\u00e0', 'is an old Office file'],
  ['7z\u00bc\u00af', 'is a 7z archive'],
  ['Rar!', 'is a RAR archive'],
  ['BZh', 'is packed with bzip2'],
  ['\u00fd7zXZ', 'is packed with xz'],
  ['(\u00b5/\u00fd', 'is packed with zstd'],
  ['\u001f\u008b', 'is packed with gzip inside gzip'],
  ['SQLite format 3', 'is a SQLite database'],
  ['{\\rtf', 'is RTF'],
]

/**
 * Decodes bytes: byte order mark, then what the carrier says, then what the text declares, then strict UTF-8, then a
 * guess. A declared single-byte charset gives way where the bytes are well-formed UTF-8 beyond ASCII: by chance they
 * never are.
 */
export function decodeBytes(bytes: Uint8Array, carrierCharset?: string): Decoded {
  const marked = byMark(bytes)
  if (marked) return decodeAs(bytes, marked)
  const head = latin(bytes.subarray(0, HEAD_BYTES))
  if (head.slice(257, 262) === 'ustar') return { reason: 'is a tar archive: unpack it first' }
  const magic = MAGIC.find(([start]) => head.startsWith(start))
  if (magic) return { reason: `${magic[1]}, not text` }
  const wide = wideWithoutMark(bytes)
  if (wide) return decodeAs(bytes, wide)
  if (!isWire(bytes) && isBinary(bytes)) return { reason: 'is binary, not text' }
  const utf8 = strictUtf8(bytes)
  if (utf8 !== null && !isIso2022(head)) return { text: utf8, charset: 'utf-8' }
  for (const declared of [carrierCharset, declaredIn(head)]) {
    const name = declared?.toLowerCase()
    if (name && name !== 'utf-8' && name !== 'utf8' && iconv.encodingExists(name))
      return decodeAs(bytes, name)
  }
  return guess(bytes, head)
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : null
}

/** UTF-16 without a mark: in Latin text every other byte is zero. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, HEAD_BYTES) & ~1
  if (length < 8) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const half = length / 2
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le'
  return even > half * 0.6 && odd < half * 0.05 ? 'utf-16be' : null
}

/** Control characters that wires and old exports do use are no sign of a binary file. */
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, GUESS_BYTES)
  let strange = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] as number
    if (byte === 0) strange += 4
    else if (byte < 32 && !(byte >= 9 && byte <= 13) && !(byte >= 0x01 && byte <= 0x04) && byte !== 0x1b)
      strange++
  }
  return strange > length * 0.02
}

/** The wires' own control characters: SOH in front, after SYNs. */
const isWire = ([a, b, c, d]: Uint8Array) =>
  a === 0x01 || (a === 0x16 && (b === 0x01 || c === 0x01 || d === 0x01))

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null // not UTF-8: that is the answer, not a failure
  }
}

const isIso2022 = (head: string) => head.includes('\u001b$') || head.includes('\u001b(')

/** The charset that an XML declaration or a meta element names. */
function declaredIn(head: string): string | null {
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)
  const meta = /<meta[^>]{0,300}?charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)
  return xml?.[1] ?? meta?.[1] ?? null
}

function guess(bytes: Uint8Array, head: string): Decoded {
  if (isMostlyUtf8(bytes)) return decodeAs(bytes, 'utf-8')
  const guessed = jschardet.detect(iconvBytes(bytes.subarray(firstHigh(bytes), GUESS_BYTES))) as {
    encoding: string | null
    confidence: number
  }
  const name = guessed.encoding
  if (name && guessed.confidence > 0.2 && iconv.encodingExists(name)) return decodeAs(bytes, name)
  // one stray byte in a Latin text says too little to guess from
  if (/[a-z]{3}/i.test(head)) return decodeAs(bytes, 'windows-1252')
  return { reason: 'is in an unknown charset: none is declared and it is not UTF-8' }
}

/** A few broken characters in much good UTF-8: a cut or damaged file, no other charset. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, GUESS_BYTES))
  let bad = 0
  let good = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) bad++
    else if (code > 0x7f) good++
  }
  return good > bad
}

/** Where the guessing begins: a little before the first byte beyond ASCII. */
function firstHigh(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte > 0x7f)
  return Math.max(0, Math.min(at - 64, bytes.length - 64))
}

function decodeAs(bytes: Uint8Array, charset: string): Decoded {
  if (charset === 'utf-8') return { text: new TextDecoder('utf-8').decode(bytes), charset }
  return { text: iconv.decode(bytes as Buffer, charset), charset }
}

const latin = (bytes: Uint8Array) => iconv.decode(bytes as Buffer, 'latin1')

const iconvBytes = (bytes: Uint8Array) => bytes as Buffer
