import { createReadStream } from 'node:fs'
import {
  decodeBytes,
  type Format,
  isWarc,
  type ReadHints,
  readJsonLine,
  readSources,
  splitWarc,
  tellFormat,
} from '#document'
import { listFiles } from './list-files.ts'
import { type Entry, isTar, openTar } from './open-tar.ts'
import { isZip, openZip } from './open-zip.ts'
import { type ByteLine, splitLines } from './split-lines.ts'
import { unpack } from './unpack.ts'
import { whyUnreadable } from './why-unreadable.ts'
import { type Input, type Refused, refuse } from './work.ts'

export interface InputOptions {
  readonly format?: Format
  readonly published?: string
  readonly source?: string
  /** Plain text is taken whole, see `ReadHints`. */
  readonly whole?: boolean
  /** Largest document read, in bytes. */
  readonly maxBytes: number
}

type Inputs = AsyncGenerator<Input | Refused, void, undefined>

/** Files that hold many documents may be so many times larger than one document may be. */
const MANY = 20
const HEAD_BYTES = 65_536

/** Formats that hold any number of documents: their files are read here and handed on a document at a time. */
const CONTAINERS: ReadonlySet<Format> = new Set<Format>(['csv', 'reuters-sgml', 'nexis', 'mbox'])

/** Opens files, folders, globs and `-`; what cannot be opened is refused in its place. */
export async function* openInputs(names: readonly string[], options: InputOptions): Inputs {
  for await (const file of openFiles(names)) {
    if (file.kind === 'refused') yield file
    else yield* openFile(file.name, file.chunks, options)
  }
}

/** A file that was opened: its bytes, unpacked. */
export interface OpenFile {
  readonly kind: 'file'
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

/** Opens what the names on a command line stand for, one after the other. */
export async function* openFiles(
  names: readonly string[],
): AsyncGenerator<OpenFile | Refused, void, undefined> {
  for (const name of names) {
    if (name === '-') yield { kind: 'file', name: 'standard input', chunks: unpack(process.stdin) }
    else
      for await (const file of listFiles(name)) {
        if (typeof file === 'string')
          yield { kind: 'file', name: file, chunks: unpack(createReadStream(file)) }
        else yield file
      }
  }
}

/** Opens one file: a document at a time from formats that hold many, else its bytes. */
export async function* openFile(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  options: InputOptions,
): Inputs {
  const hints = hintsFor(name, options)
  try {
    const { head, all } = await peek(chunks)
    if (!options.format && isTar(head)) {
      for await (const entry of openTar(all, options.maxBytes)) yield* openEntry(name, entry, options)
      return
    }
    if (!options.format && isZip(head)) {
      yield* openZipFile(name, all, options)
      return
    }
    const format = options.format ?? formatOf(head, hints.name)
    if (format === 'jsonl') yield* openLines(name, all, hints, options.maxBytes)
    else if (format === 'warc') yield* openWarc(name, all, hints, options.maxBytes)
    else if (format && CONTAINERS.has(format))
      yield* openContainer(name, all, { ...hints, format }, options.maxBytes)
    else {
      const bytes = await readWhole(all, options.maxBytes)
      if (bytes) yield { kind: 'bytes', name, place: null, bytes, hints }
      else yield refuse(name, null, `is larger than ${options.maxBytes} bytes (--max-bytes)`)
    }
  } catch (error) {
    yield refuse(name, null, whyUnreadable(error))
  }
}

/** A file inside an archive is named like a file in a folder; a ZIP archive inside an archive is opened, too. */
function* openEntry(name: string, { path, bytes }: Entry, options: InputOptions): Generator<Input | Refused> {
  const inner = `${name}/${path}`
  if (!bytes) yield refuse(inner, null, `is larger than ${options.maxBytes} bytes (--max-bytes)`)
  else if (isZip(bytes)) yield* openZipBytes(inner, bytes, options)
  else yield { kind: 'bytes', name: inner, place: null, bytes, hints: hintsFor(inner, options) }
}

function* openZipBytes(name: string, bytes: Uint8Array, options: InputOptions): Generator<Input | Refused> {
  const entries = openZip(bytes, options.maxBytes, options.maxBytes * MANY)
  if (entries === null) yield { kind: 'bytes', name, place: null, bytes, hints: hintsFor(name, options) }
  else if (entries.length === 0) yield refuse(name, null, 'is an archive without files')
  else
    for (const { path, bytes: content } of entries) {
      const inner = `${name}/${path}`
      if (!content) yield refuse(inner, null, `is larger than ${options.maxBytes} bytes (--max-bytes)`)
      else yield { kind: 'bytes', name: inner, place: null, bytes: content, hints: hintsFor(inner, options) }
    }
}

async function* openZipFile(name: string, chunks: AsyncIterable<Uint8Array>, options: InputOptions): Inputs {
  const { maxBytes } = options
  const bytes = await readWhole(chunks, maxBytes * MANY)
  if (!bytes) {
    yield refuse(name, null, `is larger than ${maxBytes * MANY} bytes (${MANY} times --max-bytes)`)
    return
  }
  yield* openZipBytes(name, bytes, options)
}

function hintsFor(name: string, { format, published, source, whole }: InputOptions): ReadHints {
  return {
    name: name.replace(/\.gz$/i, ''),
    ...(format ? { format } : {}),
    ...(published ? { published } : {}),
    ...(source ? { source } : {}),
    ...(whole ? { whole } : {}),
  }
}

/** Looks at the first bytes and puts them back. */
export async function peek(chunks: AsyncIterable<Uint8Array>) {
  const source = chunks[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  // one chunk is enough, however short: whoever types into a terminal or a pipe wants an answer
  const next = await source.next()
  if (!next.done) {
    first.push(next.value)
    length += next.value.length
  }
  async function* all() {
    try {
      yield* first
      for (let more = await source.next(); !more.done; more = await source.next()) yield more.value
    } finally {
      await source.return?.()
    }
  }
  return { head: Buffer.concat(first, length).subarray(0, HEAD_BYTES), all: all() }
}

function formatOf(head: Uint8Array, name: string | undefined): Format | null {
  if (isWarc(head)) return 'warc'
  const decoded = decodeBytes(head)
  if (!('text' in decoded)) return null
  const format = tellFormat(decoded.text, name)
  // lines of wide characters cannot be told apart by their bytes: such a file is read whole
  return format === 'jsonl' && /^utf-(?:16|32)/.test(decoded.charset) ? 'json' : format
}

/** So many bad lines without a good one, and the file is no JSON Lines at all. */
const PATIENCE = 20

/** JSON Lines are read while they arrive, however many. */
async function* openLines(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  hints: ReadHints,
  maxBytes: number,
): Inputs {
  let good = false
  const bad: Refused[] = []
  for await (const line of splitLines(chunks, maxBytes)) {
    const item = openLine(name, line, hints, maxBytes)
    if (item === null) continue
    if (item.kind === 'refused' && !good) {
      bad.push(item)
      if (bad.length < PATIENCE) continue
      yield refuse(
        name,
        null,
        `is not JSON Lines: none of its first ${PATIENCE} lines is; ${bad[0]?.place}: ${bad[0]?.reason}`,
      )
      return
    }
    good = true
    yield* bad.splice(0)
    yield item
  }
  yield* bad
  if (!good && bad.length === 0) yield refuse(name, null, 'is empty')
}

function openLine(
  name: string,
  { number, bytes }: ByteLine,
  hints: ReadHints,
  maxBytes: number,
): Input | Refused | null {
  const place = `line ${number}`
  if (!bytes) return refuse(name, place, `is larger than ${maxBytes} bytes (--max-bytes)`)
  const decoded = decodeBytes(bytes)
  if ('reason' in decoded) return refuse(name, place, decoded.reason)
  if (decoded.text.trim() === '') return null
  const item = readJsonLine(decoded.text.trim(), number, hints)
  return item.kind === 'refusal' ? refuse(name, place, item.reason) : { ...item, kind: 'source', name, place }
}

async function* openContainer(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  hints: ReadHints,
  maxBytes: number,
): Inputs {
  const bytes = await readWhole(chunks, maxBytes * MANY)
  if (!bytes) {
    yield refuse(name, null, `is larger than ${maxBytes * MANY} bytes (${MANY} times --max-bytes)`)
    return
  }
  for (const item of readSources(bytes, { ...hints, maxCharacters: maxBytes })) {
    const { place } = item
    if (item.kind === 'refusal') yield refuse(name, place, item.reason)
    else yield { kind: 'source', name, place, source: item.source }
  }
}

/** A web archive hands its pages on to the workers; of one that breaks off, what came before is read. */
async function* openWarc(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  hints: ReadHints,
  maxBytes: number,
): Inputs {
  const parts: Uint8Array[] = []
  let broken: unknown
  try {
    let length = 0
    for await (const chunk of chunks) {
      length += chunk.length
      if (length > maxBytes * MANY)
        throw new Error(`is larger than ${maxBytes * MANY} bytes (${MANY} times --max-bytes)`)
      parts.push(chunk)
    }
  } catch (error) {
    broken = error
  }
  const { format: _, ...rest } = hints
  for (const part of splitWarc(new Uint8Array(Buffer.concat(parts)))) {
    if (part.kind === 'refusal') yield refuse(name, part.place, part.reason)
    else
      yield { kind: 'bytes', name, place: part.place, bytes: part.bytes, hints: { ...rest, ...part.hints } }
  }
  if (broken !== undefined) yield refuse(name, null, whyUnreadable(broken))
}

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
