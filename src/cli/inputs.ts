import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import type { ReadHints } from '#document'
import { listFiles } from './list-files.ts'
import { readWhole } from './read-whole.ts'
import { type Input, type Refused, refuse } from './work.ts'

export interface InputOptions {
  readonly format?: ReadHints['format']
  readonly published?: string
  readonly source?: string
  /** Largest document read, in bytes. */
  readonly maxBytes: number
}

/** Opens files, folders, globs and `-`; what cannot be opened is refused in its place. */
export async function* openInputs(
  names: readonly string[],
  options: InputOptions,
): AsyncGenerator<Input | Refused, void, undefined> {
  for (const name of names) {
    if (name === '-') yield* openStream('standard input', process.stdin, options)
    else
      for await (const file of listFiles(name)) {
        if (typeof file === 'string') yield* openStream(file, createReadStream(file), options)
        else yield file
      }
  }
}

async function* openStream(name: string, stream: Readable, options: InputOptions) {
  const bytes = await readWhole(stream, name, options.maxBytes)
  if ('reason' in bytes) {
    yield refuse(name, null, bytes.reason)
    return
  }
  const { format, published, source } = options
  const hints: ReadHints = {
    name: name.replace(/\.gz$/i, ''),
    ...(format ? { format } : {}),
    ...(published ? { published } : {}),
    ...(source ? { source } : {}),
  }
  yield { kind: 'bytes', name, place: null, bytes, hints } satisfies Input
}
