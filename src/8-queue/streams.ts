import type { JetStreamManager } from '@nats-io/jetstream'
import { AckPolicy, DiscardPolicy, RetentionPolicy, StorageType } from '@nats-io/jetstream'

/** What a queue of that name is called on the server. */
export interface Names {
  readonly documents: string
  readonly documentSubject: string
  readonly dead: string
  readonly deadSubject: string
  readonly consumer: string
}

export const namesOf = (queue: string): Names => ({
  documents: `${queue}_documents`,
  documentSubject: `${queue}.documents`,
  dead: `${queue}_dead`,
  deadSubject: `${queue}.dead`,
  consumer: `${queue}_coders`,
})

const SECOND = 1_000_000_000

/** A document whose worker says nothing for so long goes to another one. Nanoseconds. */
export const ACK_WAIT = 60 * SECOND

/** Within this time the server itself drops a document that was submitted twice; later the archive does. Nanoseconds. */
const DUPLICATE_WINDOW = 3600 * SECOND

/** Makes the two streams and the workers' consumer, or leaves them as they are. */
export async function ensureStreams(manager: JetStreamManager, names: Names): Promise<void> {
  const common = { storage: StorageType.File, duplicate_window: DUPLICATE_WINDOW, discard: DiscardPolicy.New }
  await manager.streams.add({
    ...common,
    name: names.documents,
    subjects: [names.documentSubject],
    retention: RetentionPolicy.Workqueue,
  })
  await manager.streams.add({
    ...common,
    name: names.dead,
    subjects: [names.deadSubject],
    retention: RetentionPolicy.Limits,
  })
  await manager.consumers.add(names.documents, {
    durable_name: names.consumer,
    ack_policy: AckPolicy.Explicit,
    ack_wait: ACK_WAIT,
    // the workers count tries: a document is given up with a reason, never dropped by the server
    max_deliver: -1,
    max_ack_pending: 10_000,
  })
}
