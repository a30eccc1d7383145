import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What the server tells Prometheus about itself. */
export interface Metrics {
  readonly registry: Registry
  /** Counts a request that was answered; the route is a row's path, so that ids make no new series. */
  answered(route: string, method: string, status: number, seconds: number): void
  /** A gauge that is read when it is asked for. */
  watch(name: string, help: string, read: () => Promise<number> | number): void
}

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'rapporteur_' })
  const labelNames = ['route', 'method', 'status'] as const
  const requests = new Counter({
    name: 'rapporteur_http_requests_total',
    help: 'Requests answered.',
    labelNames,
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'rapporteur_http_request_duration_seconds',
    help: 'Time from a request to its answer.',
    labelNames: ['route', 'method'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  })
  return {
    registry,
    answered(route, method, status, seconds) {
      requests.inc({ route, method, status: String(status) })
      durations.observe({ route, method }, seconds)
    },
    watch(name, help, read) {
      new Gauge({
        name,
        help,
        registers: [registry],
        async collect() {
          this.set(await read())
        },
      })
    },
  }
}
