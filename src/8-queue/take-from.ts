import type { ConsumerMessages, JsMsg } from '@nats-io/jetstream'
import { bury, type Desk, isAway } from './desk.ts'
import { unseal } from './envelope.ts'
import type { Delivery, Submission, Taking } from './queue.ts'
import { ACK_WAIT } from './streams.ts'

/** Deliveries after which a document is given up although no worker lived to say that it failed. */
const MOST_DELIVERIES = 20

/** Milliseconds before a document that failed is tried again, by try. */
const PAUSES = [1000, 5000]

/** Milliseconds that a worker waits for documents before it asks again. */
const LONGEST_WAIT = 2000

/** Milliseconds before a document that was given back goes to another worker: until then this one still listens. */
const GIVEN_BACK = LONGEST_WAIT + 500

/**
 * Hands out documents, asked for a handful at a time and only when they are wanted; those in hand are renewed until
 * they are settled, so that none is given to another worker.
 */
export function takeFrom(desk: Desk, most: number): Taking {
  const inHand = new Set<JsMsg>()
  let stopped = false
  const renew = setInterval(
    () => {
      for (const message of inHand) message.working()
    },
    ACK_WAIT / 1e6 / 3,
  )
  renew.unref()

  async function* deliveries(): AsyncGenerator<Delivery, void, undefined> {
    while (!stopped)
      for await (const message of handful(desk, most)) {
        const submission = stopped ? null : await open(desk, message)
        if (!submission) {
          if (stopped) message.nak(GIVEN_BACK)
          continue
        }
        inHand.add(message)
        yield deliver(desk, message, submission, () => inHand.delete(message))
      }
  }
  return {
    [Symbol.asyncIterator]: deliveries,
    stop() {
      stopped = true
    },
    release: () => clearInterval(renew),
  }
}

/** The next few messages as they come; none while the server is away. What is not looked at is given back. */
async function* handful(desk: Desk, most: number): AsyncGenerator<JsMsg, void, undefined> {
  const messages = await ask(desk, most)
  if (!messages) return
  // by hand: leaving a loop over the messages would drop those that have come already
  const coming = messages[Symbol.asyncIterator]()
  let looking = true
  try {
    for (let next = await coming.next(); !next.done; next = await coming.next()) yield next.value
    looking = false
  } finally {
    if (looking) void giveBackAll(coming)
  }
}

async function ask({ client, names }: Desk, most: number): Promise<ConsumerMessages | null> {
  try {
    const consumer = await client.consumers.get(names.documents, names.consumer)
    return await consumer.fetch({ max_messages: most, expires: LONGEST_WAIT })
  } catch (error) {
    if (!isAway(error)) throw error
    await new Promise((resolve) => setTimeout(resolve, 500))
    return null
  }
}

async function giveBackAll(coming: AsyncIterator<JsMsg>): Promise<void> {
  for (let next = await coming.next(); !next.done; next = await coming.next()) next.value.nak(GIVEN_BACK)
}

/** Opens a message; one that cannot be read, or that ends every worker, is buried: null. */
async function open(desk: Desk, message: JsMsg): Promise<Submission | null> {
  const tries = message.info.deliveryCount
  const reason =
    tries > MOST_DELIVERIES
      ? `was taken ${MOST_DELIVERIES} times and never finished: it may end the workers that take it`
      : null
  try {
    const submission = unseal(message.data)
    if (reason === null) return submission
    await bury(desk, message.data, submission.id, reason)
  } catch (error) {
    await bury(desk, message.data, `unreadable.${message.seq}`, String(error))
  }
  message.term()
  return null
}

function deliver(desk: Desk, message: JsMsg, submission: Submission, settle: () => void): Delivery {
  const tries = message.info.deliveryCount
  return {
    submission,
    tries,
    done() {
      settle()
      message.ack()
    },
    async failed(reason) {
      if (tries < desk.tries) {
        settle()
        message.nak(PAUSES[tries - 1] ?? PAUSES[PAUSES.length - 1])
        return 'again'
      }
      await bury(desk, message.data, `${submission.id}#${message.seq}`, reason)
      settle()
      message.term()
      return 'dead'
    },
    giveBack() {
      settle()
      message.nak(GIVEN_BACK)
    },
  }
}
