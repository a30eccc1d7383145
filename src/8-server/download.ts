/** An answer that is a file: sent as it is made, so that its size does not matter. */
export class Download {
  readonly mediaType: string
  /** null: it is shown rather than kept. */
  readonly fileName: string | null
  readonly chunks: AsyncIterable<string | Uint8Array>
  constructor(mediaType: string, fileName: string | null, chunks: AsyncIterable<string | Uint8Array>) {
    this.mediaType = mediaType
    this.fileName = fileName
    this.chunks = chunks
  }

  toResponse(): Response {
    return new Response(toStream(this.chunks), {
      headers: {
        'content-type': this.mediaType,
        ...(this.fileName === null
          ? {}
          : { 'content-disposition': `attachment; filename="${this.fileName.replace(/[^\w.-]+/g, '-')}"` }),
        'cache-control': 'private, no-store',
      },
    })
  }
}

/** Small pieces are gathered: a write of its own for each row would cost more than the row. */
const PIECE = 65_536

function toStream(chunks: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      let held = ''
      while (held.length < PIECE) {
        const next = await iterator.next()
        const bytes = next.done || typeof next.value !== 'string'
        if (!bytes) held += next.value
        else {
          if (held !== '') controller.enqueue(encoder.encode(held))
          if (next.done) controller.close()
          else controller.enqueue(next.value as Uint8Array)
          return
        }
      }
      controller.enqueue(encoder.encode(held))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
