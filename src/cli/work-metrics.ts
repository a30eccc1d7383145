import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Queue } from '#queue'
import type { Outcome } from './keep-taken.ts'

/** Counts what a worker does, and tells Prometheus and health checks of it where a port is given. */
export async function openWorkMetrics(queue: Queue, port: number | undefined) {
  const counts = new Map<Outcome, number>()
  const server = createServer((request, response) => {
    const healthy = queue.connected()
    if (request.url === '/health')
      response.writeHead(healthy ? 200 : 503).end(healthy ? 'ok\n' : 'the queue is out of reach\n')
    else if (request.url === '/metrics')
      response
        .writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
        .end(exposition(counts, healthy))
    else response.writeHead(404).end()
  })
  if (port !== undefined)
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
  return {
    count: (outcome: Outcome) => void counts.set(outcome, (counts.get(outcome) ?? 0) + 1),
    /** The port listened on, null without one. */
    port: () => (server.address() as AddressInfo | null)?.port ?? null,
    close: () =>
      new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve())),
  }
}

const OUTCOMES: readonly Outcome[] = ['added', 'unchanged', 'recoded', 'again', 'dead']

/** The text format of Prometheus, version 0.0.4. */
function exposition(counts: ReadonlyMap<Outcome, number>, connected: boolean): string {
  const { heapUsed, rss } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  return [
    '# HELP rapporteur_documents_total Documents taken from the queue, by what became of them.',
    '# TYPE rapporteur_documents_total counter',
    ...OUTCOMES.map((it) => `rapporteur_documents_total{outcome="${it}"} ${counts.get(it) ?? 0}`),
    '# HELP rapporteur_queue_connected Whether the queue can be reached.',
    '# TYPE rapporteur_queue_connected gauge',
    `rapporteur_queue_connected ${connected ? 1 : 0}`,
    '# TYPE process_cpu_seconds_total counter',
    `process_cpu_seconds_total ${(user + system) / 1e6}`,
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${rss}`,
    '# TYPE nodejs_heap_size_used_bytes gauge',
    `nodejs_heap_size_used_bytes ${heapUsed}`,
    '',
  ].join('\n')
}
