import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Cell, Row } from '../sqlite/driver.ts'
import type { Answer, Asked, Statement } from './messages.ts'

/** Statements that wait to be sent together, at most. */
const MOST_WAITING = 400

/**
 * A connection whose calls wait for their answers, as those of SQLite do, so that one archive stands on both: a
 * worker thread speaks to the server, and this thread sleeps until it is done. Statements without an answer are
 * gathered and sent together; what is wrong with one of them is thrown by the next call that waits.
 */
export class BlockingClient {
  private readonly worker: Worker
  private readonly port: MessagePort
  private readonly signal = new Int32Array(new SharedArrayBuffer(4))
  private waiting: Statement[] = []
  private closed = false

  constructor(url: string) {
    const { port1, port2 } = new MessageChannel()
    this.port = port1
    this.worker = startWorker({ url, signal: this.signal, port: port2 }, port2)
    this.worker.unref()
  }

  /** Sends a statement with the next ones; nobody waits for it. */
  send(sql: string, parameters: readonly Cell[]): void {
    this.waiting.push({ sql, parameters })
    if (this.waiting.length >= MOST_WAITING) this.call([])
  }

  /** The rows that a statement gives, once all that was sent before it is done. */
  ask(sql: string, parameters: readonly Cell[]): Row[] {
    return this.call([{ sql, parameters }])
  }

  /** Several statements without parameters, as one text. */
  run(script: string): void {
    this.call([{ sql: script, parameters: null }])
  }

  /** What waits to be sent is forgotten: the transaction that it was of is rolled back. */
  drop(): void {
    this.waiting = []
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.exchange({ close: true, statements: [] })
    void this.worker.terminate()
  }

  private call(last: readonly Statement[]): Row[] {
    const statements = [...this.waiting, ...last]
    this.waiting = []
    return statements.length === 0 ? [] : this.exchange({ close: false, statements })
  }

  private exchange(asked: Asked): Row[] {
    Atomics.store(this.signal, 0, 0)
    this.port.postMessage(asked)
    Atomics.wait(this.signal, 0, 0)
    const answer = receiveMessageOnPort(this.port)?.message as Answer | undefined
    if (!answer) throw new Error('the connection to PostgreSQL ended without a word')
    if ('rows' in answer) return answer.rows
    throw Object.assign(new Error(answer.message), answer.code === null ? {} : { code: answer.code })
  }
}

/** From dist the worker is plain JavaScript; from source (tests) it is started through the TypeScript loader. */
function startWorker(data: object, port: MessagePort): Worker {
  const options = { workerData: data, transferList: [port] }
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./query-worker.js', import.meta.url), options)
  const file = new URL('./query-worker.ts', import.meta.url).href
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file)}) })`
  return new Worker(start, { ...options, eval: true, execArgv: ['--conditions=source'] })
}
