/** Entry of a worker thread: gets the bytes of a PDF, sends its text layer. */
import { parentPort } from 'node:worker_threads'
import type { PdfText } from '#document'
import { readPdfText } from './read-pdf-text.ts'

/** What the worker sends. */
export type FromPdfWorker =
  | { readonly kind: 'text'; readonly text: PdfText }
  | { readonly kind: 'refusal'; readonly reason: string }

if (parentPort) {
  const port = parentPort
  port.on('message', (bytes: Uint8Array) => {
    readPdfText(bytes).then(
      (text) => port.postMessage({ kind: 'text', text } satisfies FromPdfWorker),
      (error: unknown) =>
        port.postMessage({ kind: 'refusal', reason: whyNot(error) } satisfies FromPdfWorker),
    )
  })
}

function whyNot(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return 'is a PDF that asks for a password'
  return `is a broken PDF: ${error instanceof Error ? error.message : 'unreadable'}`
}
