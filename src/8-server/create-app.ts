import { getConnInfo } from '@hono/node-server/conninfo'
import { createMcpHandler } from '@modelcontextprotocol/server'
import { type Context, Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { askToken } from './http/ask-token.ts'
import { dispatcher } from './http/dispatch.ts'
import { errorResponse, refuse } from './http/error-response.ts'
import { guardHost } from './http/guard-host.ts'
import { rateLimiter } from './http/limit-rate.ts'
import { mcpServer } from './mcp/mcp-server.ts'
import { type Metrics, openMetrics } from './metrics.ts'
import { openApiDocument } from './openapi/open-api-document.ts'
import type { Services } from './route.ts'
import { ROUTES } from './routes/index.ts'
import { modelFiles, staticFiles } from './static-files.ts'

export interface ServerOptions extends Services {
  /** Folder of the built desk; null serves the API alone. */
  readonly desk: string | null
  /** Folder of the models that the desk's own coder loads; without it the page to try a text has none. @default none */
  readonly models?: string
  /** Asked for as `Authorization: Bearer …` where it is given. */
  readonly token?: string
  /**
   * Names that the server answers to beside localhost, as the Host header says them without a port;
   * 'any' where it is bound to an address that other machines reach. @default []
   */
  readonly hosts?: readonly string[] | 'any'
  /** Largest body of a request, in bytes. @default 1_000_000 */
  readonly maxBodyBytes?: number
  /** Longest time for one answer. @default 30_000 */
  readonly maxMilliseconds?: number
  /** Requests that one client may make in a minute; 0 sets no limit. @default 0 */
  readonly requestsPerMinute?: number
  /** Told of faults that are the server's own. @default nobody is told */
  readonly log?: (error: unknown) => void
}

/** The archive's answers as a web-standard app, with the desk beside them. */
export function createApp(options: ServerOptions): Hono {
  const { token, hosts = [], log = () => undefined } = options
  const app = new Hono()
  const metrics = openMetrics()
  app.use(measure(metrics))
  app.use(secureHeaders({ contentSecurityPolicy: CSP, referrerPolicy: 'no-referrer', xFrameOptions: 'DENY' }))
  app.use(guardHost(hosts))
  if (token !== undefined) app.use(askToken(token, (path) => /^\/(api|mcp|metrics)(\/|$)/.test(path)))
  archiveGauges(metrics, options)
  app.get('/metrics', async () => {
    const { registry } = metrics
    return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } })
  })
  const document = JSON.stringify(openApiDocument(ROUTES))
  app.get(
    '/api/openapi.json',
    () => new Response(document, { headers: { 'content-type': 'application/json' } }),
  )
  const admit = admission(options)
  app.all('/api/*', dispatcher(ROUTES, options, limitsOf(options), admit))
  app.all('/mcp', mcpOverHttp(options, admit))
  if (options.models !== undefined) modelFiles(app, options.models)
  if (options.desk !== null) staticFiles(app, options.desk)
  app.notFound((c) => errorResponse(404, `there is no ${c.req.method} ${c.req.path.slice(0, 120)}`))
  app.onError((error) => refuse(error, log))
  return app
}

const limitsOf = ({ maxBodyBytes = 1_000_000, maxMilliseconds = 30_000 }: ServerOptions) => ({
  maxBodyBytes,
  maxMilliseconds,
})

/** Lets a request in, or refuses it where its client asks too much. */
function admission({ requestsPerMinute = 0 }: ServerOptions) {
  const consume = rateLimiter(requestsPerMinute)
  return (c: Context, { cost = 1 }: { readonly cost?: number }) => consume(clientOf(c), cost)
}

/** The same questions for language models, each request on its own. */
function mcpOverHttp(
  options: ServerOptions,
  admit: (c: Context, row: { readonly cost?: number }) => Promise<void>,
) {
  const { log = () => undefined } = options
  const handler = createMcpHandler(() => mcpServer(ROUTES, options), { onerror: log })
  return async (c: Context) => {
    c.set('route', '/mcp')
    await admit(c, { cost: 5 })
    return handler.fetch(c.req.raw)
  }
}

function clientOf(c: Context): string {
  // a request that came over no socket (tests, workers) has no address
  return c.env && 'incoming' in c.env ? (getConnInfo(c).remote.address ?? 'unknown') : 'none'
}

/** Counts every answer under the path of its row. */
function measure(metrics: Metrics) {
  return async (c: Context, next: () => Promise<void>) => {
    const start = performance.now()
    await next()
    const route = (c.get('route') as string | undefined) ?? (c.req.path.startsWith('/api/') ? 'none' : 'desk')
    const method = METHODS.has(c.req.method) ? c.req.method : 'other'
    metrics.answered(route, method, c.res.status, (performance.now() - start) / 1000)
  }
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

function archiveGauges(metrics: Metrics, { archive }: Services) {
  for (const kind of ['documents', 'events', 'happenings', 'statements', 'commitments'] as const)
    metrics.watch(`rapporteur_archive_${kind}`, `How many ${kind} the archive holds.`, async () => {
      const stats = await archive.stats()
      return stats[kind]
    })
}

/** No inline script or style, nothing from elsewhere. */
const CSP = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  workerSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
}
