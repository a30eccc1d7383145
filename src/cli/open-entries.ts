import { hintsFor, type InputOptions, type Inputs, MANY } from './input-options.ts'
import type { Entry } from './open-tar.ts'
import { isZip, openZip } from './open-zip.ts'
import { isPdf, readPdf } from './pdf/read-pdf.ts'
import { readWhole } from './read-whole.ts'
import { type BytesInput, type Input, type Refused, refuse } from './work.ts'

/** A file inside an archive is named like a file in a folder; a ZIP archive inside an archive is opened, too. */
export async function* openEntry(name: string, { path, bytes }: Entry, options: InputOptions): Inputs {
  const inner = `${name}/${path}`
  if (!bytes) yield refuse(inner, null, `is larger than ${options.maxBytes} bytes (--max-bytes)`)
  else if (isZip(bytes)) yield* openZipBytes(inner, bytes, options)
  else
    yield await openBytes({ kind: 'bytes', name: inner, place: null, bytes, hints: hintsFor(inner, options) })
}

/** Bytes of a file as they are, but of a PDF its text: only this side of the workers may wait for it. */
export async function openBytes(input: BytesInput): Promise<Input | Refused> {
  const { name, place, bytes, hints } = input
  if (hints.format !== undefined || !isPdf(bytes)) return input
  const reading = await readPdf(bytes, hints)
  return reading.kind === 'refusal'
    ? refuse(name, place, reading.reason)
    : { kind: 'source', name, place, source: reading.source }
}

async function* openZipBytes(name: string, bytes: Uint8Array, options: InputOptions): Inputs {
  const entries = openZip(bytes, options.maxBytes, options.maxBytes * MANY)
  if (entries === null) yield { kind: 'bytes', name, place: null, bytes, hints: hintsFor(name, options) }
  else if (entries.length === 0) yield refuse(name, null, 'is an archive without files')
  else
    for (const { path, bytes: content } of entries) {
      const inner = `${name}/${path}`
      if (!content) yield refuse(inner, null, `is larger than ${options.maxBytes} bytes (--max-bytes)`)
      else
        yield await openBytes({
          kind: 'bytes',
          name: inner,
          place: null,
          bytes: content,
          hints: hintsFor(inner, options),
        })
    }
}

/** Opens a ZIP archive like a folder, a Word file like a document. */
export async function* openZipFile(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  options: InputOptions,
): Inputs {
  const { maxBytes } = options
  const bytes = await readWhole(chunks, maxBytes * MANY)
  if (!bytes) {
    yield refuse(name, null, `is larger than ${maxBytes * MANY} bytes (${MANY} times --max-bytes)`)
    return
  }
  yield* openZipBytes(name, bytes, options)
}
