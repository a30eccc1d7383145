import type { Context } from 'hono'
import { Download } from '../download.ts'
import { Refusal } from '../refusal.ts'
import type { Route, Services } from '../route.ts'
import { explain } from './explain.ts'
import { type FoundRoute, routeFinder } from './find-route.ts'
import { type Format, MEDIA_TYPES, negotiate } from './negotiate.ts'
import { readBody } from './read-body.ts'
import { readQuery } from './read-query.ts'
import { within } from './within.ts'
import { formatsOf, writeAnswer } from './write-answer.ts'

export interface Limits {
  /** Largest body, in bytes. */
  readonly maxBodyBytes: number
  /** Longest time that an answer may take. */
  readonly maxMilliseconds: number
}

/** Answers API requests from the rows of the API: the only place where a request meets a handler. */
export function dispatcher(
  routes: readonly Route[],
  services: Services,
  limits: Limits,
  admit: (c: Context, route: Route) => Promise<void>,
): (c: Context) => Promise<Response> {
  const find = routeFinder(routes)
  return async (c) => {
    const url = new URL(c.req.url)
    if (c.req.method === 'OPTIONS') return options(find, url.pathname)
    const found = find(c.req.method, url.pathname)
    if (!found)
      throw new Refusal(
        404,
        `there is no ${url.pathname.slice(0, 120)}; /api/openapi.json lists what there is`,
      )
    const { route } = found
    c.set('route', route.path)
    await admit(c, route)
    // asked first, so that nothing is done for a client that could not read the answer
    const format = route.produces ? null : formatOf(route, url.searchParams, c.req.header('accept'))
    const input = {
      params: readParams(found),
      query: readQuery(route.query, url.searchParams),
      body: route.body ? await readBody(c.req.raw, route.body, limits.maxBodyBytes) : null,
    }
    const answer = await within(limits.maxMilliseconds, route.handle(input as never, services))
    if (answer === null) throw nothingUnder(found)
    if (answer instanceof Download) return answer.toResponse()
    return writeAnswer(c.req.raw, route, answer, format ?? 'json')
  }
}

/** A link cannot say `Accept`: `?format=csv` says the same and is taken out of the parameters. */
function formatOf(route: Route, search: URLSearchParams, accept: string | undefined): Format {
  const offered = formatsOf(route)
  const named = search.get('format')
  if (named === null || 'format' in route.query.shape || offered.length === 1)
    return negotiate(accept, offered)
  search.delete('format')
  return negotiate(MEDIA_TYPES[named as Format]?.[0] ?? named, offered)
}

function readParams({ route, params }: FoundRoute): unknown {
  const parsed = route.params.safeParse(params)
  if (parsed.success) return parsed.data
  throw new Refusal(400, explain(parsed.error, params))
}

function nothingUnder({ params }: FoundRoute): Refusal {
  const [id = ''] = Object.values(params)
  return new Refusal(404, `the archive holds nothing under ${JSON.stringify(id.slice(0, 120))}`)
}

/** What a path takes, for those who ask. */
function options(find: (method: string, path: string) => FoundRoute | null, path: string): Response {
  try {
    find('NONE', path)
  } catch (error) {
    if (error instanceof Refusal && error.status === 405)
      return new Response(null, { status: 204, headers: error.headers })
    throw error
  }
  throw new Refusal(404, `there is no ${path.slice(0, 120)}`)
}
