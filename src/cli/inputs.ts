import { createReadStream } from 'node:fs'
import { decodeBytes, type Format, isWarc, type ReadHints, readSources, tellFormat } from '#document'
import { hintsFor, type InputOptions, type Inputs, MANY } from './input-options.ts'
import { listFiles } from './list-files.ts'
import { openBytes, openEntry, openZipFile } from './open-entries.ts'
import { openLines } from './open-lines.ts'
import { isTar, openTar } from './open-tar.ts'
import { openWebArchive } from './open-web-archive.ts'
import { isZip } from './open-zip.ts'
import { readWhole } from './read-whole.ts'
import { unpack } from './unpack.ts'
import { whyUnreadable } from './why-unreadable.ts'
import { type Refused, refuse } from './work.ts'

export type { InputOptions } from './input-options.ts'

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
    else if (format === 'warc') yield* openWebArchive(name, all, hints, options.maxBytes)
    else if (format && CONTAINERS.has(format))
      yield* openContainer(name, all, { ...hints, format }, options.maxBytes)
    else {
      const bytes = await readWhole(all, options.maxBytes)
      if (bytes) yield await openBytes({ kind: 'bytes', name, place: null, bytes, hints })
      else yield refuse(name, null, `is larger than ${options.maxBytes} bytes (--max-bytes)`)
    }
  } catch (error) {
    yield refuse(name, null, whyUnreadable(error))
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
