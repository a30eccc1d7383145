/** What went wrong with the queue, in words that say what to do. */
export class QueueError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'QueueError'
  }
}
