import {
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  type JetStreamPublishOptions,
} from '@nats-io/jetstream'
import { headers, InvalidArgumentError } from '@nats-io/transport-node'
import { seal } from './envelope.ts'
import type { Submission } from './queue.ts'
import type { Names } from './streams.ts'

/** What the parts of a queue share. */
export interface Desk {
  readonly client: JetStreamClient
  readonly manager: JetStreamManager
  readonly names: Names
  /** Failures after which a document is given up. */
  readonly tries: number
}

/** Tries a message again while the server is away; sent twice, it is told apart by its id. */
async function publish({ client }: Desk, subject: string, data: Uint8Array, options: Published) {
  for (let again = 0; ; again++) {
    try {
      return await client.publish(subject, data, { ...options, timeout: 5000 })
    } catch (error) {
      if (again >= TRIES_TO_PUBLISH || !isAway(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.min(500 * (again + 1), 5000)))
    }
  }
}

type Published = Partial<JetStreamPublishOptions>

/** With pauses of up to five seconds: some five minutes. */
const TRIES_TO_PUBLISH = 60

/** Not the server's no, but the want of an answer. */
export const isAway = (error: unknown) =>
  !(error instanceof JetStreamApiError) && !(error instanceof InvalidArgumentError)

/** Puts a document on the queue under the id that duplicates are told by. */
export async function submit(desk: Desk, it: Submission, id: string) {
  const ack = await publish(desk, desk.names.documentSubject, seal(it), { msgID: id })
  return ack.duplicate ? ('duplicate' as const) : ('submitted' as const)
}

/** Writes a dead letter; the server has it on disk when this resolves. */
export async function bury(desk: Desk, data: Uint8Array, id: string, reason: string) {
  const header = headers()
  header.set('reason', reason.replace(/\s+/g, ' ').slice(0, 1000))
  await publish(desk, desk.names.deadSubject, data, { msgID: id, headers: header })
}
