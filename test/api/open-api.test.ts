import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '#archive'
import { createApp, Refusal } from '#server'
import { ground, openExportArchive } from '../exports/open-export-archive.ts'
import { arbitraryOf, type JsonSchema } from './arbitrary-of.ts'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: JsonSchema
}
interface Operation {
  readonly operationId: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: JsonSchema } }
  }
  readonly responses: {
    readonly [status: string]: {
      readonly content?: { readonly [type: string]: { readonly schema: JsonSchema } }
    }
  }
}
interface Document {
  readonly openapi: string
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } }
  readonly components: { readonly schemas: { readonly [name: string]: JsonSchema } }
}

let archive: Archive
let app: Hono
let document: Document
let ids: readonly string[]
const faults: unknown[] = []

beforeAll(async () => {
  archive = await openExportArchive()
  app = createApp({
    archive,
    code: ({ text }) =>
      text.length % 7 === 0
        ? Promise.reject(new Refusal(422, 'it cannot be coded'))
        : Promise.resolve(RECORD),
    relate: () => Promise.resolve(RELATION),
    parser: () => ground.parser,
    address: () => 'http://localhost/',
    trusted: true,
    desk: null,
    maxBodyBytes: 5000,
    log: (error) => faults.push(error),
  })
  document = (await (await app.request('/api/openapi.json')).json()) as Document
  const lists = ['documents', 'events', 'happenings', 'actors']
  const pages = await Promise.all(
    lists.map(
      async (name) =>
        (await app.request(`/api/${name}`)).json() as Promise<{ items: { id?: string; entity?: string }[] }>,
    ),
  )
  ids = pages.flatMap(({ items }) => items.map(({ id, entity }) => id ?? entity ?? ''))
  const [first] = ids
  RECORD = JSON.stringify((await archive.document(first ?? ''))?.record)
})
let RECORD = '{}'
const RELATION = JSON.stringify({
  type: 'CONSULT',
  mode: null,
  quad: 'verbal-cooperation',
  status: 'asserted',
  confidence: 0.9,
  scores: { CONSULT: 0.9 },
})
afterAll(() => archive.close())

const resolve = (ref: string) => document.components.schemas[ref.replace('#/components/schemas/', '')] ?? {}

/** Checks an answer against what the document says of it. */
function checker() {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  ajv.addSchema({ $id: 'api', ...document })
  return (schema: JsonSchema, value: unknown, what: string) => {
    const valid = ajv.validate(
      JSON.parse(JSON.stringify(schema).replaceAll('#/components', 'api#/components')),
      value,
    )
    expect(valid, `${what}: ${ajv.errorsText()}`).toBe(true)
  }
}

interface Asked {
  readonly path: string
  readonly query: readonly (readonly [string, string])[]
  readonly body: unknown
}

function requests(path: string, { parameters, requestBody }: Operation): fc.Arbitrary<Asked> {
  const inPath = parameters.filter((it) => it.in === 'path')
  const inQuery = parameters.filter((it) => it.in === 'query')
  const filled = fc.record(
    Object.fromEntries(
      inPath.map(({ name, schema }) => [
        name,
        fc.oneof(
          { weight: 3, arbitrary: schema.enum ? fc.constantFrom(...schema.enum) : fc.constantFrom(...ids) },
          arbitraryOf(schema, resolve),
        ),
      ]),
    ),
  )
  const asked = fc.record(
    Object.fromEntries(inQuery.map(({ name, schema }) => [name, arbitraryOf(schema, resolve)])),
    { requiredKeys: inQuery.filter(({ required }) => required).map(({ name }) => name) },
  )
  const schema = requestBody?.content['application/json'].schema
  const body: fc.Arbitrary<unknown> = schema
    ? fc.oneof({ weight: 3, arbitrary: arbitraryOf(schema, resolve) }, fc.jsonValue())
    : fc.constant(undefined)
  return fc.record({ params: filled, query: asked, body }).map(({ params, query, body }) => ({
    path: path.replace(
      /\{(\w+)\}/g,
      (_, name: string) => encodeURIComponent(wellFormed(String(params[name]))) || 'x',
    ),
    query: Object.entries(query).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((it) => [name, wellFormed(String(it))] as const),
    ),
    body,
  }))
}

const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD')

function send(method: string, { path, query, body }: Asked, headers: { [name: string]: string } = {}) {
  const search = new URLSearchParams(query.map(([name, value]) => [name, value]))
  return app.request(`${path}${search.size > 0 ? `?${search}` : ''}`, {
    method: method.toUpperCase(),
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

const operations = async () => {
  const { openApiDocument, ROUTES } = await import('#server')
  const { paths } = openApiDocument(ROUTES) as unknown as Document
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => ({ path, method, operationId })),
  )
}

describe('the API and its OpenAPI document', async () => {
  it.each(await operations())('agree on $operationId', async ({ path, method }) => {
    const operation = document.paths[path]?.[method] as Operation
    const check = checker()
    await fc.assert(
      fc.asyncProperty(requests(path, operation), async (asked) => {
        const response = await send(method, asked)
        const told = operation.responses[response.status]
        expect(
          told,
          `${method} ${asked.path} answered ${response.status}, which is not documented: ${await response.clone().text()}`,
        ).toBeDefined()
        const type = (response.headers.get('content-type') ?? '').replace(/;.*/, '')
        const content = told?.content?.[type]
        expect(content, `${type} is not documented`).toBeDefined()
        if (type === 'application/json') check(content?.schema ?? {}, await response.json(), asked.path)
        else await response.text()
      }),
      { numRuns: Number(process.env.API_RUNS ?? 20), seed: 8 },
    )
    expect(faults).toEqual([])
  })

  it('is taken by a client generator', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-client-'))
    try {
      const file = join(folder, 'openapi.json')
      writeFileSync(file, JSON.stringify(document))
      const tool = join(import.meta.dirname, '../../node_modules/openapi-typescript/bin/cli.js')
      execFileSync(process.execPath, [tool, file, '-o', join(folder, 'client.d.ts')], { stdio: 'pipe' })
      const client = readFileSync(join(folder, 'client.d.ts'), 'utf8')
      for (const methods of Object.values(document.paths))
        for (const { operationId } of Object.values(methods))
          expect(client).toContain(`operations["${operationId}"]`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('hostile requests', () => {
  const refused = async (response: Response) => {
    const text = await response.text()
    expect(response.status, text).toBeLessThan(500)
    if (response.status >= 400) {
      const { error } = JSON.parse(text) as { error: { status: number; message: string } }
      expect(error.status).toBe(response.status)
      expect(error.message.length).toBeGreaterThan(5)
    }
    expect(faults).toEqual([])
  }
  const anyPath = fc.oneof(
    fc.webPath(),
    fc.constantFrom(
      '/api/events',
      '/api/documents/',
      '/api/search',
      '/api/actors/%2F',
      '/api/export/events',
      '/metrics/x',
    ),
    fc.string({ unit: 'binary' }).map((text) => `/api/${encodeURIComponent(wellFormed(text))}`),
    fc.string().map((text) => `/api/events/${text.replace(/[#?\s\\]/g, '%')}`),
  )

  it('with any method, path, query and headers get an answer below 500', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'),
        anyPath,
        fc.webQueryParameters(),
        fc.record(
          {
            accept: fc.string({ unit: 'grapheme-ascii' }),
            'if-none-match': fc.string({ unit: 'grapheme-ascii' }),
          },
          { requiredKeys: [] },
        ),
        async (method, path, query, headers) => {
          const response = await app.request(`http://localhost${path}?${query}`, { method, headers })
          if (method === 'HEAD') expect(response.status).toBeLessThan(500)
          else if (response.status !== 204 && response.status < 400) await response.text()
          else if (response.status !== 204) await refused(response)
        },
      ),
      { numRuns: Number(process.env.API_RUNS ?? 20) * 10, seed: 9 },
    ))

  it('with any body get an answer below 500', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.json().map((text) => new TextEncoder().encode(text)),
          fc.json().map((text) => new TextEncoder().encode(text.slice(0, -1))),
        ),
        fc.constantFrom(
          'application/json',
          'text/plain',
          'application/json; charset=utf-16',
          'application/xml',
          'x',
        ),
        async (body, type) => {
          const request = {
            method: 'POST',
            body: body as Uint8Array<ArrayBuffer>,
            headers: { 'content-type': type },
          }
          await refused(await app.request('/api/code', request))
        },
      ),
      { numRuns: Number(process.env.API_RUNS ?? 20) * 5, seed: 10 },
    ))

  it.each([
    ['deep', `${'['.repeat(2000)}${']'.repeat(2000)}`, 422],
    ['huge', JSON.stringify({ text: 'x'.repeat(100_000) }), 413],
    ['polluting', '{"__proto__":{"text":"x"},"constructor":1}', 422],
    ['empty', '', 400],
    ['a number', '1e999', 422],
  ])('%s bodies are refused', async (_, body, status) => {
    const response = await app.request('/api/code', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect(response.status).toBe(status)
    await refused(response)
  })
})
