import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { CliError } from './cli-error.ts'

export interface Output {
  /** Waits while whoever reads is slower than we write. */
  write(text: string | Uint8Array): Promise<void>
  close(): Promise<void>
}

/** Opens standard output, or a file. */
export async function openOutput(file: string | undefined): Promise<Output> {
  if (file === undefined || file === '-') return throughStream(process.stdout, async () => undefined)
  const stream = createWriteStream(file)
  const failed = { error: null as Error | null }
  stream.on('error', (error) => {
    failed.error = error
  })
  const check = () => {
    if (failed.error)
      throw new CliError(`cannot write ${file}: ${failed.error.message}`, 1, { cause: failed.error })
  }
  const inner = throughStream(stream, async () => {
    stream.end()
    if (!failed.error) await once(stream, 'close')
    check()
  })
  return {
    async write(text) {
      check()
      await inner.write(text)
    },
    close: inner.close,
  }
}

function throughStream(stream: Writable, close: () => Promise<void>): Output {
  return {
    async write(text) {
      if (!stream.write(text)) await drained(stream)
    },
    close,
  }
}

/** Waits until the stream takes more, or is gone. */
function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      stream.off('drain', go)
      stream.off('close', go)
      resolve()
    }
    stream.on('drain', go)
    stream.on('close', go)
  })
}
