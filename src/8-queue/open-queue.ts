import { JetStreamApiError, type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import { connectionOptions } from './connection-options.ts'
import { type Desk, submit } from './desk.ts'
import { unseal } from './envelope.ts'
import type { DeadLetter, Queue } from './queue.ts'
import { QueueError } from './queue-error.ts'
import { ensureStreams, namesOf } from './streams.ts'
import { takeFrom } from './take-from.ts'

export interface QueueOptions {
  /** Queues of other names on one server are strangers. @default 'rapporteur' */
  readonly name?: string
  /** Failures after which a document is given up. @default 3 */
  readonly tries?: number
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** Connects to a queue and makes its streams where they are not there. */
export async function openQueue(urls: string, options: QueueOptions = {}): Promise<Queue> {
  const { name = 'rapporteur', tries = 3, env = {} } = options
  if (!/^[A-Za-z][\w-]{0,31}$/.test(name))
    throw new QueueError(`a queue's name is letters, digits, - and _, not ${JSON.stringify(name)}`)
  const connection = await reach(urls, env)
  try {
    const manager = await jetstreamManager(connection)
    const names = namesOf(name)
    await ensureStreams(manager, names)
    return assemble(connection, { client: jetstream(connection), manager, names, tries })
  } catch (error) {
    await connection.close()
    throw new QueueError(
      `the server at ${withoutSecrets(urls)} keeps no streams for us: ${why(error)} (is it started with -js?)`,
      { cause: error },
    )
  }
}

async function reach(urls: string, env: Readonly<Record<string, string | undefined>>) {
  const settings = connectionOptions(urls, env)
  try {
    return await connect({ ...settings, timeout: 5000 })
  } catch (error) {
    throw new QueueError(`no NATS server answers at ${withoutSecrets(urls)}: ${why(error)}`, { cause: error })
  }
}

function assemble(connection: NatsConnection, desk: Desk): Queue {
  const { manager, names } = desk
  const connected = watch(connection)
  return {
    submit: (it) => submit(desk, it, it.id),
    take: (most) => takeFrom(desk, most),
    deadLetters: () => deadLetters(desk),
    resubmit: async (letter) => {
      // another id than the first time, or the server would take it for a duplicate
      await submit(desk, letter.submission, `${letter.submission.id}#${letter.number}`)
      await manager.streams.deleteMessage(names.dead, letter.number)
    },
    status: async () => {
      const consumer = await manager.consumers.info(names.documents, names.consumer)
      const dead = await manager.streams.info(names.dead)
      return { waiting: consumer.num_pending, taken: consumer.num_ack_pending, dead: dead.state.messages }
    },
    connected,
    close: () => connection.drain(),
  }
}

/** Follows whether the server is there; a restart is noticed and waited for by the client itself. */
function watch(connection: NatsConnection): () => boolean {
  let there = true
  const follow = async () => {
    for await (const { type } of connection.status()) {
      if (type === 'disconnect') there = false
      if (type === 'reconnect') there = true
    }
  }
  void follow()
  return () => there && !connection.isClosed()
}

async function* deadLetters({ manager, names }: Desk): AsyncGenerator<DeadLetter, void, undefined> {
  const { state } = await manager.streams.info(names.dead)
  // an empty stream has no first letter: 0
  for (let number = Math.max(1, state.first_seq); number <= state.last_seq; number++) {
    const message = await getMessage(manager, names.dead, number)
    if (!message) continue
    yield {
      number,
      submission: unseal(message.data),
      reason: message.header.get('reason'),
      since: message.time.toISOString(),
    }
  }
}

/** Null where the letter was resubmitted or deleted. */
async function getMessage(manager: JetStreamManager, stream: string, seq: number) {
  try {
    return await manager.streams.getMessage(stream, { seq })
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === 404) return null
    throw error
  }
}

const why = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** An address as it may stand in a message or a log. */
const withoutSecrets = (urls: string) => urls.replace(/\/\/[^/@,]*@/g, '//')
