/** Entry of a worker thread: gets inputs, works on them, sends the results. */
import { parentPort, workerData } from 'node:worker_threads'
import { codeInput } from './code-input.ts'
import { TASKS } from './tasks.ts'
import type { Coded, Input, Refused, Task } from './work.ts'

/** What a worker is sent: an input, and how many of its documents are settled already. */
export interface ToWorker {
  readonly input: Input
  readonly skip: number
}

/** What a worker sends. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'coding'; readonly place: string | null }
  | { readonly kind: 'result'; readonly result: Coded | Refused }
  | { readonly kind: 'done' }

if (parentPort) {
  const port = parentPort
  const { task } = workerData as { task: Task }
  const send = (message: FromWorker) => port.postMessage(message)
  port.on('message', ({ input, skip }: ToWorker) => {
    for (const result of codeInput(input, task, skip, (place) => send({ kind: 'coding', place })))
      send({ kind: 'result', result })
    send({ kind: 'done' })
  })
  TASKS[task].prepare()
  send({ kind: 'ready' })
}
