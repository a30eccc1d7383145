import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import { z } from 'zod'
import { type Archive, ArchiveError, type Filter, type PageOptions } from '#archive'
import { recordJsonSchema } from '#record'
import { decodePath, filterOf, pageOf, Unreadable } from './read-query.ts'
import { staticFiles } from './static-files.ts'

export interface ServerOptions {
  readonly archive: Archive
  /** Codes a text; what it gives is the record as JSON. */
  readonly code: (source: CodeRequest) => Promise<string>
  /** Folder of the built desk; null serves the API alone. */
  readonly desk: string | null
  /** Asked for as `Authorization: Bearer …` where it is given. */
  readonly token?: string
  /** Largest text that `POST /api/code` takes, in bytes. @default 1_000_000 */
  readonly maxTextBytes?: number
}

const codeRequest = z.strictObject({
  text: z.string().min(1),
  title: z.string().nullish(),
  published: z.string().nullish(),
  source: z.string().nullish(),
})
export type CodeRequest = z.infer<typeof codeRequest>

/** Every refusal looks like this: `{ "error": { "status", "message" } }`. */
const refuse = (c: Context, status: 400 | 401 | 404 | 413 | 415 | 422 | 500 | 503, message: string) =>
  c.json({ error: { status, message } }, status)

/** The archive's answers as a web-standard app, with the desk beside them. */
export function createApp(options: ServerOptions): Hono {
  const app = new Hono()
  app.use(secureHeaders({ contentSecurityPolicy: CSP, referrerPolicy: 'no-referrer', xFrameOptions: 'DENY' }))
  const { token } = options
  if (token)
    app.use('/api/*', async (c, next) =>
      c.req.header('authorization') === `Bearer ${token}`
        ? next()
        : refuse(c, 401, 'this server asks for a token: Authorization: Bearer …'),
    )
  app.use('/api/*', etag())
  answers(app, options.archive)
  coding(app, options)
  app.get('/api/schema', (c) => c.json(recordJsonSchema() as object))
  app.all('/api/*', (c) =>
    refuse(c, 404, `there is no ${c.req.method} ${c.req.path}; docs/api.md lists what there is`),
  )
  if (options.desk !== null) staticFiles(app, options.desk)
  app.notFound((c) => refuse(c, 404, `there is no ${c.req.path}`))
  app.onError((error, c) => failed(c, error))
  return app
}

/** No inline script or style, nothing from elsewhere. */
const CSP = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
}

function failed(c: Context, error: Error) {
  if (error instanceof Unreadable) return refuse(c, 400, error.message)
  if (error instanceof ArchiveError) {
    if (error.kind === 'bad-question') return refuse(c, 400, error.message)
    return refuse(c, error.kind === 'locked' ? 503 : 500, error.message)
  }
  return refuse(c, 500, 'the server failed at this; its log says more')
}

type Lister = (filter: Filter, page: PageOptions) => Promise<object>

function answers(app: Hono, archive: Archive): void {
  const lists: Readonly<Record<string, Lister>> = {
    documents: (filter, page) => archive.documents(filter, page),
    events: (filter, page) => archive.events(filter, page),
    happenings: (filter, page) => archive.happenings(filter, page),
    statements: (filter, page) => archive.statements(filter, page),
    positions: (filter, page) => archive.positions(filter, page),
    commitments: (filter, page) => archive.commitments(filter, page),
    figures: (filter, page) => archive.figures(filter, page),
    actors: (filter, page) => archive.actors(filter, page),
  }
  for (const [name, list] of Object.entries(lists)) {
    app.get(`/api/${name}`, async (c) => c.json(await list(filterOf(c.req.queries()), pageOf(c.req.query()))))
  }
  const one = (path: string, find: (id: string) => Promise<object | null>) =>
    app.get(path, async (c) => {
      const id = decodePath(c.req.path.slice(path.indexOf(':')))
      const found = await find(id)
      return found
        ? c.json(found)
        : refuse(c, 404, `the archive holds nothing under ${JSON.stringify(id.slice(0, 120))}`)
    })
  one('/api/documents/:id{.+}', (id) => archive.document(id))
  one('/api/happenings/:id{.+}', (id) => archive.happening(id))
  one('/api/actors/:entity{.+}', (entity) => archive.actor(entity))
  app.get('/api/stats', async (c) => c.json(await archive.stats()))
  app.get('/api/dossiers', async (c) => c.json({ items: await archive.dossiers(), next: null }))
  one('/api/dossiers/:slug{.+}', (slug) => openDossier(archive, slug))
  app.get('/api/search', async (c) => {
    const q = c.req.query('q') ?? ''
    if (q.trim() === '') return refuse(c, 400, 'search needs ?q=words')
    return c.json(await archive.search(q, 20, filterOf(c.req.queries(), ['q'])))
  })
  app.get('/api/dyads', async (c) => {
    const period = c.req.query('period') === 'year' ? 'year' : 'month'
    return c.json({ items: await archive.dyads(filterOf(c.req.queries(), ['period']), period), next: null })
  })
}

/** A dossier with what it asks for: its happenings, quotes, positions, commitments and figures. */
async function openDossier(archive: Archive, slug: string): Promise<object | null> {
  const dossier = await archive.dossier(slug)
  if (!dossier) return null
  const { question } = dossier
  const page = { limit: 60 }
  const [happenings, statements, positions, commitments, figures] = await Promise.all([
    archive.happenings(question, page),
    archive.statements(question, page),
    archive.positions(question, page),
    archive.commitments(question, page),
    archive.figures(question, page),
  ])
  return { dossier, happenings, statements, positions, commitments, figures }
}

function coding(app: Hono, { code, maxTextBytes = 1_000_000 }: ServerOptions): void {
  const limit = bodyLimit({
    maxSize: maxTextBytes,
    onError: (c) => refuse(c, 413, `a text may have ${maxTextBytes} bytes`),
  })
  app.post('/api/code', limit, async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined)
    if (body === undefined)
      return refuse(c, 400, 'expected a JSON object { "text", "title"?, "published"?, "source"? }')
    const asked = codeRequest.safeParse(body)
    if (!asked.success) return refuse(c, 422, z.prettifyError(asked.error))
    return c.body(await code(asked.data), 200, { 'content-type': 'application/json' })
  })
}
