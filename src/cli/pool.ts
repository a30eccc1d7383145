import { availableParallelism } from 'node:os'
import { codeInput } from './code-input.ts'
import { openBench } from './open-bench.ts'
import type { Coded, Input, Refused, Task } from './work.ts'

export interface PoolOptions {
  /** What is done with each document. @default 'code' */
  readonly task?: Task
  /** Worker threads. @default the number of cores */
  readonly jobs?: number
  /** Time one document may take in a worker before it is refused. @default 60 */
  readonly maxSeconds?: number
  /** So many first inputs are worked on in this thread: workers take time to start. @default 0 */
  readonly inlineFirst?: number
  /** Once the inline inputs weigh more bytes than this, workers start. @default 100_000 */
  readonly inlineBytes?: number
  /** Entry of the worker threads; tests put their own here. @default the coding worker */
  readonly workerFile?: URL
}

/**
 * Works on all inputs, in worker threads, and gives the results in input order with bounded memory: no more inputs
 * are pulled while results wait. An input that is already `Refused` passes through in its place.
 */
export async function* codeAll(
  inputs: AsyncIterable<Input | Refused> | Iterable<Input | Refused>,
  options: PoolOptions = {},
): AsyncGenerator<Coded | Refused, void, undefined> {
  const { task = 'code', jobs = availableParallelism(), maxSeconds = 60 } = options
  const source = toAsync(inputs)
  try {
    const ended = yield* inline(source, task, options.inlineFirst ?? 0, options.inlineBytes ?? 100_000)
    if (!ended) yield* inWorkers(source, { task, jobs, maxSeconds, workerFile: options.workerFile })
  } finally {
    await source.return?.()
  }
}

async function* toAsync<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T, void, undefined> {
  yield* items
}

/** Works on the first few inputs here; says whether the inputs ended with them. */
async function* inline(
  inputs: AsyncIterator<Input | Refused>,
  task: Task,
  most: number,
  mostBytes: number,
): AsyncGenerator<Coded | Refused, boolean, undefined> {
  let bytes = 0
  for (let count = 0; count < most && bytes < mostBytes; count++) {
    const next = await inputs.next()
    if (next.done) return true
    if (next.value.kind === 'refused') yield next.value
    else {
      bytes += weigh(next.value)
      yield* codeInput(next.value, task)
    }
  }
  return false
}

const weigh = (input: Input) => (input.kind === 'bytes' ? input.bytes.length : input.source.text.length)

/** An input on its way: its results wait here until all before it have been given out. */
interface Slot {
  readonly results: (Coded | Refused)[]
  done: boolean
  /** Bytes of the input: what is in flight is bounded by weight, too. */
  readonly weight: number
}

/** No more inputs are pulled while so many bytes are in flight. */
const MOST_BYTES = 64_000_000

interface WorkerOptions {
  readonly task: Task
  readonly jobs: number
  readonly maxSeconds: number
  readonly workerFile: URL | undefined
}

async function* inWorkers(inputs: AsyncIterator<Input | Refused>, options: WorkerOptions) {
  const bell = openBell()
  const bench = openBench({ ...options, onChange: bell.ring })
  const queue: Slot[] = []
  let pulling = false
  let ended = false
  let broken: { error: unknown } | null = null
  const pull = () => {
    pulling = true
    inputs
      .next()
      .then(
        (next) => {
          if (next.done) ended = true
          else queue.push(place(next.value))
        },
        (error: unknown) => {
          ended = true
          broken = { error }
        },
      )
      .finally(() => {
        pulling = false
        bell.ring()
      })
  }
  const place = (input: Input | Refused): Slot => {
    if (input.kind === 'refused') return { results: [input], done: true, weight: 0 }
    const slot: Slot = { results: [], done: false, weight: weigh(input) }
    bench.take(input, slot)
    return slot
  }
  try {
    while (!ended || queue.length > 0) {
      if (!ended && !pulling && hasRoom(queue, options.jobs)) pull()
      await bell.heard()
      bench.check()
      yield* drain(queue)
    }
    if (broken) throw (broken as { error: unknown }).error
  } finally {
    await bench.close()
  }
}

const hasRoom = (queue: readonly Slot[], jobs: number) =>
  queue.length < jobs * 4 && queue.reduce((sum, { weight }) => sum + weight, 0) < MOST_BYTES

/** Gives out what is ready at the head of the queue. */
function* drain(queue: Slot[]) {
  for (let head = queue[0]; head; head = queue[0]) {
    for (let result = head.results.shift(); result; result = head.results.shift()) yield result
    if (!head.done) return
    queue.shift()
  }
}

/** A bell that remembers one ring until it is heard. */
function openBell() {
  let rung = false
  let wake: (() => void) | null = null
  return {
    ring() {
      rung = true
      wake?.()
    },
    async heard() {
      if (!rung) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      rung = false
      wake = null
    },
  }
}
