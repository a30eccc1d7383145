import { Worker } from 'node:worker_threads'
import { type ReadHints, type Reading, readPdfPages } from '#document'
import type { FromPdfWorker } from './pdf-worker.ts'

/** Longest time for one PDF, in milliseconds. */
const LONGEST_MS = 60_000

/** Is this the head of a PDF? Some begin with a few stray bytes. */
export const isPdf = (head: Uint8Array) =>
  new TextDecoder('latin1').decode(head.subarray(0, 1024)).includes('%PDF-') && head[0] !== 0x3c

/** Reads the text layer of a PDF in a thread of its own, which is ended when it takes too long or too much memory. */
export function readPdf(bytes: Uint8Array, hints: ReadHints): Promise<Reading> {
  return new Promise((resolve) => {
    const worker = startWorker()
    const end = (reading: Reading) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      worker.on('error', () => undefined) // its end is already known
      void worker.terminate()
      resolve(reading)
    }
    const refuse = (reason: string) => end({ kind: 'refusal', place: null, reason })
    const timer = setTimeout(
      () => refuse(`is a PDF that takes longer than ${LONGEST_MS / 1000} s`),
      LONGEST_MS,
    )
    worker.on('message', (message: FromPdfWorker) =>
      message.kind === 'text' ? end(readPdfPages(message.text, hints)) : refuse(message.reason),
    )
    worker.on('error', (error: Error & { code?: string }) =>
      refuse(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? 'is a PDF that needs more memory than a worker may have'
          : `is a broken PDF: ${error.message}`,
      ),
    )
    worker.postMessage(bytes)
  })
}

/** From dist the worker is plain JavaScript; from source (tests) it is started through the TypeScript loader. */
function startWorker(): Worker {
  const options = { resourceLimits: { maxOldGenerationSizeMb: 1024 } }
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./pdf-worker.js', import.meta.url), options)
  const { href } = new URL('./pdf-worker.ts', import.meta.url)
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(href)}) })`
  return new Worker(start, { ...options, eval: true, execArgv: ['--conditions=source'] })
}
