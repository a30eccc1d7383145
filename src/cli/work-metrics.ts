import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Queue } from '#queue'
import type { Outcome } from './keep-taken.ts'

const OUTCOMES: readonly Outcome[] = ['added', 'unchanged', 'recoded', 'again', 'dead']

/** Counts what a worker does, and tells Prometheus and health checks of it where a port is given. */
export async function openWorkMetrics(queue: Queue, port: number | undefined) {
  const { registry, documents } = openRegistry(queue)
  const server = createServer((request, response) => {
    if (request.url === '/health') {
      const healthy = queue.connected()
      response.writeHead(healthy ? 200 : 503).end(healthy ? 'ok\n' : 'the queue is out of reach\n')
    } else if (request.url === '/metrics')
      void registry
        .metrics()
        .then((text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text))
    else response.writeHead(404).end()
  })
  if (port !== undefined)
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
  return {
    count: (outcome: Outcome) => documents.inc({ outcome }),
    /** The port listened on, null without one. */
    port: () => (server.address() as AddressInfo | null)?.port ?? null,
    close: () =>
      new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve())),
  }
}

function openRegistry(queue: Queue) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const documents = new Counter({
    name: 'rapporteur_documents_total',
    help: 'Documents taken from the queue, by what became of them.',
    labelNames: ['outcome'],
    registers: [registry],
  })
  // a series that has not begun yet stands at 0
  for (const outcome of OUTCOMES) documents.inc({ outcome }, 0)
  new Gauge({
    name: 'rapporteur_queue_connected',
    help: 'Whether the queue can be reached.',
    registers: [registry],
    collect() {
      this.set(queue.connected() ? 1 : 0)
    },
  })
  return { registry, documents }
}
