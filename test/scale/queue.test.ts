import { connect } from '@nats-io/transport-node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeadLetter, type Delivery, openQueue, type Queue, type Submission } from '#queue'
import { startNats } from './start-nats.ts'
import type { Server } from './start-server.ts'

let nats: Server
let count = 0
beforeAll(async () => {
  nats = await startNats()
})
afterAll(() => nats.stop())

const submission = (n: number): Submission => ({
  id: `sha256:${n}`,
  name: `news.jsonl, line ${n}`,
  source: { text: `Envoys met in Oslo for the ${n}th time.`, published: '2015-05-05' },
})

/** A queue that no other test knows. */
async function withQueue(task: (queue: Queue, name: string) => Promise<void>) {
  const name = `test${++count}`
  const queue = await openQueue(nats.url, { name })
  try {
    await task(queue, name)
  } finally {
    await queue.close()
  }
}

/** Takes so many deliveries, doing something with each. */
async function takeSome(queue: Queue, most: number, each: (delivery: Delivery) => unknown) {
  const taking = queue.take(4)
  let taken = 0
  for await (const delivery of taking) {
    await each(delivery)
    if (++taken === most) break
  }
  taking.release()
}

async function letters(queue: Queue): Promise<DeadLetter[]> {
  const found: DeadLetter[] = []
  for await (const letter of queue.deadLetters()) found.push(letter)
  return found
}

describe('the queue', () => {
  it('takes a document once and gives it as it came', () =>
    withQueue(async (queue) => {
      expect(await queue.submit(submission(1))).toBe('submitted')
      expect(await queue.submit(submission(1))).toBe('duplicate')
      await takeSome(queue, 1, (delivery) => {
        expect(delivery.submission).toEqual(submission(1))
        expect(delivery.tries).toBe(1)
        delivery.done()
      })
      await settled(queue, { waiting: 0, taken: 0, dead: 0 })
    }))

  it('gives up a document that fails three times, with the reason, and takes it back', () =>
    withQueue(async (queue) => {
      await queue.submit(submission(2))
      const outcomes: string[] = []
      await takeSome(queue, 3, async (delivery) => {
        outcomes.push(await delivery.failed('the text\nis hostile'))
      })
      expect(outcomes).toEqual(['again', 'again', 'dead'])
      const [letter, ...others] = await letters(queue)
      expect(others).toEqual([])
      expect(letter).toMatchObject({ reason: 'the text is hostile', submission: submission(2) })
      if (!letter) return
      await queue.resubmit(letter)
      await settled(queue, { dead: 0 })
      await takeSome(queue, 1, (delivery) => delivery.done())
    }))

  it('buries what no submit wrote instead of stopping at it', () =>
    withQueue(async (queue, name) => {
      const stranger = await connect({ servers: nats.url.replace('nats://', '') })
      stranger.publish(`${name}.documents`, 'not a document')
      await stranger.flush()
      await queue.submit(submission(3))
      await takeSome(queue, 1, (delivery) => {
        expect(delivery.submission.id).toBe('sha256:3')
        delivery.done()
      })
      await settled(queue, { waiting: 0, dead: 1 })
      await stranger.close()
    }))

  it('gives to another what a worker gave back', () =>
    withQueue(async (queue) => {
      await queue.submit(submission(4))
      await takeSome(queue, 1, (delivery) => delivery.giveBack())
      await takeSome(queue, 1, (delivery) => {
        expect(delivery.tries).toBe(2)
        delivery.done()
      })
    }))

  it('loses nothing when the server is killed and started again', () =>
    withQueue(async (queue) => {
      const sent = Array.from({ length: 200 }, (_, i) => submission(1000 + i))
      const seen = new Set<string>()
      await queue.submit(submission(999))
      const submitting = Promise.all(sent.map((it) => queue.submit(it)))
      await nats.restart()
      await submitting
      const taking = queue.take(8)
      for await (const delivery of taking) {
        seen.add(delivery.submission.id)
        delivery.done()
        if (seen.size === 201) break
      }
      taking.release()
      expect(seen.size).toBe(201)
    }))
})

describe('what cannot be a queue', () => {
  it.each([
    ['http://127.0.0.1:4222', /nats:\/\/127\.0\.0\.1:4222 or tls:\/\/host was expected/],
    ['nats://secret@127.0.0.1:1', /^no NATS server answers at nats:\/\/127\.0\.0\.1:1/],
  ])('%s is refused in plain words', async (url, words) => {
    await expect(openQueue(url)).rejects.toThrow(words)
  })
  it('refuses a name that the server would not take', async () => {
    await expect(openQueue(nats.url, { name: 'a.b' })).rejects.toThrow(/letters, digits/)
  })
})

/** Acknowledgements are on their way for a moment. */
async function settled(queue: Queue, expected: Partial<Awaited<ReturnType<Queue['status']>>>) {
  await expect.poll(() => queue.status(), { timeout: 10_000 }).toMatchObject(expected)
}
