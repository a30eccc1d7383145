import type { Source } from '#document'

/** A document on the queue. */
export interface Submission {
  /** `sha256:…` of the document: what it is told apart by. */
  readonly id: string
  /** The file or address it came from, as messages name it. */
  readonly name: string
  readonly source: Source
}

/** A document in a worker's hands; it comes back to the queue unless it is settled. */
export interface Delivery {
  readonly submission: Submission
  /** 1 the first time; more after a failure or the end of the worker that had it. */
  readonly tries: number
  /** It is kept: off the queue. */
  done(): void
  /** It failed: back to the queue, or, after the last try, to the dead letters with this reason. */
  failed(reason: string): Promise<'again' | 'dead'>
  /** Back to the queue; does not count as a failure of the document. */
  giveBack(): void
}

/** A document that failed every try. */
export interface DeadLetter {
  /** Number in the stream of dead letters. */
  readonly number: number
  readonly submission: Submission
  readonly reason: string
  /** ISO 8601, when it was given up. */
  readonly since: string
}

export interface QueueStatus {
  /** Waiting for a worker. */
  readonly waiting: number
  /** In workers' hands. */
  readonly taken: number
  readonly dead: number
}

/** Documents waiting to be coded, on NATS JetStream. */
export interface Queue {
  /** Puts a document on the queue; resolves when the server has it on disk. */
  submit(submission: Submission): Promise<'submitted' | 'duplicate'>
  /** Documents as they come, for ever; no more than `most` are in this worker's hands at a time. */
  take(most: number): Taking
  deadLetters(): AsyncIterable<DeadLetter>
  /** Puts a dead letter back on the queue. */
  resubmit(letter: DeadLetter): Promise<void>
  status(): Promise<QueueStatus>
  /** Whether the server can be reached now. */
  connected(): boolean
  close(): Promise<void>
}

export interface Taking extends AsyncIterable<Delivery> {
  /** Hands out no more; what was handed out may still be settled, and stays in hand until `release`. */
  stop(): void
  /** Ends the renewing of what is in hand. */
  release(): void
}
