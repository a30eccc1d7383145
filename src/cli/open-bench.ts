import { Worker } from 'node:worker_threads'
import type { FromWorker, ToWorker } from './coding-worker.ts'
import { type Coded, type Input, type Refused, refuse, type Task } from './work.ts'

/** The longest that a timer can wait. */
const LONGEST_MS = 2 ** 31 - 1

/** Where an input's results are put down. */
interface Tray {
  readonly results: (Coded | Refused)[]
  done: boolean
}

interface BenchOptions {
  readonly task: Task
  readonly jobs: number
  readonly maxSeconds: number
  readonly workerFile: URL | undefined
  /** Called whenever a tray has changed. */
  readonly onChange: () => void
}

/** An input in a worker's hands or waiting for one. */
interface Job {
  readonly input: Input
  readonly tray: Tray
  /** Documents of this input that are settled: a restarted worker goes on behind them. */
  settled: number
  /** Place of the document being coded, undefined while the input is being read. */
  coding: { readonly place: string | null } | undefined
}

interface Seat {
  worker: Worker
  job: Job | null
  ready: boolean
  timer: NodeJS.Timeout | undefined
}

/** A bench of worker threads: each takes one input at a time; one that hangs or dies is replaced. */
export function openBench(options: BenchOptions) {
  const waiting: Job[] = []
  const seats: Seat[] = []
  let fatal: Error | null = null
  let closed = false

  const assign = () => {
    for (const seat of seats) {
      if (!seat.ready || seat.job) continue
      const job = waiting.shift()
      if (!job) return
      seat.job = job
      job.coding = undefined
      seat.worker.postMessage({ input: job.input, skip: job.settled } satisfies ToWorker)
      arm(seat)
    }
    if (waiting.length > 0 && seats.length < options.jobs) seats.push(sit())
  }

  const arm = (seat: Seat) => {
    clearTimeout(seat.timer)
    seat.timer = setTimeout(
      () => {
        replace(seat, `took longer than ${options.maxSeconds} s (--max-seconds)`, false)
      },
      Math.min(options.maxSeconds * 1000, LONGEST_MS),
    )
  }

  const settle = (job: Job, result: Coded | Refused) => {
    job.tray.results.push(result)
    job.settled++
    job.coding = undefined
    options.onChange()
  }

  const finish = (seat: Seat, job: Job) => {
    clearTimeout(seat.timer)
    seat.job = null
    job.tray.done = true
    options.onChange()
    assign()
  }

  /** Refuses what the worker was at, ends it, and lets a new one go on behind. */
  const replace = (seat: Seat, reason: string, fault: boolean) => {
    const { job, worker } = seat
    clearTimeout(seat.timer)
    worker.removeAllListeners()
    worker.on('error', () => undefined) // its end is already known
    void worker.terminate()
    seats.splice(seats.indexOf(seat), 1)
    if (job) {
      const { coding, input } = job
      settle(job, refuse(input.name, coding ? coding.place : input.place, reason, fault))
      if (coding && input.kind === 'bytes') waiting.unshift(job)
      else job.tray.done = true
    }
    options.onChange()
    assign()
  }

  const sit = (): Seat => {
    const seat: Seat = { worker: startWorker(options), job: null, ready: false, timer: undefined }
    seat.worker.on('message', (message: FromWorker) => {
      const { job } = seat
      if (message.kind === 'ready') {
        seat.ready = true
        assign()
      } else if (!job) return
      else if (message.kind === 'coding') {
        job.coding = { place: message.place }
        arm(seat)
      } else if (message.kind === 'result') {
        settle(job, message.result)
        arm(seat)
      } else finish(seat, job)
    })
    const died = (error: Error | null) => {
      if (closed) return
      if (!seat.ready) fatal ??= error ?? new Error('a worker ended before it was ready')
      else replace(seat, whyDied(error), !isOutOfMemory(error))
      options.onChange()
    }
    seat.worker.on('error', died)
    seat.worker.on('exit', () => died(null))
    return seat
  }

  return {
    /** Takes an input; its results come down in the tray, one by one. */
    take(input: Input, tray: Tray) {
      waiting.push({ input, tray, settled: 0, coding: undefined })
      assign()
    },
    /** Throws if workers cannot be started at all. */
    check() {
      if (fatal) throw fatal
    },
    async close() {
      closed = true
      for (const { timer } of seats) clearTimeout(timer)
      await Promise.all(seats.map(({ worker }) => worker.terminate()))
    },
  }
}

const isOutOfMemory = (error: Error | null) =>
  error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const whyDied = (error: Error | null) =>
  isOutOfMemory(error)
    ? 'needed more memory than a worker may have'
    : `the worker died: ${error?.message ?? 'no reason given'}`

/** From dist the worker is plain JavaScript; from source (tests) it is started through the TypeScript loader. */
function startWorker({ task, workerFile }: BenchOptions): Worker {
  const fromSource = import.meta.url.endsWith('.ts')
  const own = new URL(fromSource ? './coding-worker.ts' : './coding-worker.js', import.meta.url)
  const file = workerFile ?? own
  const options = { workerData: { task }, resourceLimits: { maxOldGenerationSizeMb: 2048 } }
  if (!file.pathname.endsWith('.ts')) return new Worker(file, options)
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file.href)}) })`
  return new Worker(start, { ...options, eval: true, execArgv: ['--conditions=source'] })
}
