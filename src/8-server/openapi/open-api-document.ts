import { z } from 'zod'
import { CODER_VERSION } from '#record'
import { MEDIA_TYPES } from '../http/negotiate.ts'
import { formatsOf } from '../http/write-answer.ts'
import { type Route, SUBJECTS } from '../route.ts'

type Json = { readonly [key: string]: unknown }

const errorBody = z
  .strictObject({
    error: z.strictObject({
      status: z.int().describe("The answer's HTTP status."),
      message: z.string().describe('What was expected, what was found, what to do.'),
    }),
  })
  .meta({ id: 'Error', description: 'Every refusal.' })

/** The API as an OpenAPI 3.1 document, made from its rows. */
export function openApiDocument(routes: readonly Route[]): Json {
  const components = new Map<string, unknown>()
  const toSchema = (schema: z.ZodType, io: 'input' | 'output' = 'output') => hoist(schema, io, components)
  toSchema(errorBody)
  const paths: { [path: string]: { [method: string]: Json } } = {}
  for (const route of routes) {
    paths[route.path] ??= {}
    const operations = paths[route.path]
    if (operations) operations[route.method] = operation(route, toSchema)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapporteur',
      version: CODER_VERSION,
      description:
        'The diplomatic record of the news: who did or said what to whom, every line with its words.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{}, { bearer: [] }],
    tags: Object.entries(SUBJECTS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  }
}

type ToSchema = (schema: z.ZodType, io?: 'input' | 'output') => Json

function operation(route: Route, toSchema: ToSchema): Json {
  const { name, subject, summary, description, body, status = 200 } = route
  return {
    operationId: name,
    tags: [subject],
    summary,
    ...(description ? { description } : {}),
    parameters: [
      ...parameters(route.params, 'path', toSchema),
      ...parameters(route.query, 'query', toSchema),
      ...formatParameter(route),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: toSchema(body, 'input') } },
          },
        }
      : {}),
    responses: { [status]: success(route, toSchema), ...refusals(route) },
  }
}

function parameters(shape: z.ZodObject, place: 'path' | 'query', toSchema: ToSchema): Json[] {
  const { properties = {}, required = [] } = toSchema(shape, 'input') as {
    readonly properties?: { readonly [name: string]: Json }
    readonly required?: readonly string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description ? { description } : {}),
    ...(schema.type === 'array' ? { style: 'form', explode: true } : {}),
    schema,
  }))
}

/** For links, which cannot say `Accept`. */
function formatParameter(route: Route): Json[] {
  const formats = formatsOf(route)
  if (formats.length === 1 || 'format' in route.query.shape) return []
  const description = 'Format of the answer, for links that cannot say Accept.'
  return [
    { name: 'format', in: 'query', required: false, description, schema: { type: 'string', enum: formats } },
  ]
}

function success(route: Route, toSchema: ToSchema): Json {
  if (route.produces)
    return {
      description: route.summary,
      content: Object.fromEntries(route.produces.map((type) => [type, { schema: { type: 'string' } }])),
    }
  const content = formatsOf(route).map((format) => [
    MEDIA_TYPES[format][0],
    format === 'json'
      ? { schema: toSchema(route.answer) }
      : {
          schema: { type: 'string', description: format === 'csv' ? 'One item a row.' : 'One item a line.' },
        },
  ])
  return {
    description: route.summary,
    headers: { ETag: { schema: { type: 'string' } } },
    content: Object.fromEntries(content),
  }
}

const REFUSALS: { readonly [status: number]: string } = {
  400: 'A parameter is not what it should be.',
  401: 'The server asks for a token.',
  403: 'The request came under a name that the server does not go by.',
  404: 'The archive holds nothing under an id that was given.',
  406: 'The answer is not given in the format that Accept asks for.',
  413: 'The body is too large.',
  415: 'The body is not application/json.',
  422: 'The body is not what it should be.',
  429: 'Too many requests; Retry-After says when to ask again.',
  503: 'The archive is busy; Retry-After says when to ask again.',
  504: 'The answer took too long.',
}

function refusals({ params, body, method }: Route): Json {
  const has = (status: number) => {
    if (status === 404) return Object.keys(params.shape).length > 0 || body !== null
    if (status === 413 || status === 415 || status === 422) return body !== null
    return status !== 304 || method === 'get'
  }
  return Object.fromEntries(
    Object.entries(REFUSALS)
      .filter(([status]) => has(Number(status)))
      .map(([status, description]) => [
        status,
        { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
      ]),
  )
}

/** A schema as JSON Schema; what it names goes to the components. */
function hoist(schema: z.ZodType, io: 'input' | 'output', components: Map<string, unknown>): Json {
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = z.toJSONSchema(schema, { io }) as Json & {
    readonly $defs?: { readonly [name: string]: unknown }
  }
  const name = z.globalRegistry.get(schema)?.id
  for (const [key, value] of Object.entries($defs))
    if (!components.has(key)) components.set(key, rebase(value))
  const own = rebase(rest) as Json
  if (name === undefined) return own
  if (!components.has(name) && !('$ref' in own)) components.set(name, withoutId(own))
  return { $ref: `#/components/schemas/${name}` }
}

function withoutId({ id: _, ...rest }: Json): Json {
  return rest
}

/** References into $defs as references into the components. */
function rebase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rebase)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      key,
      key === '$ref' && typeof held === 'string'
        ? held.replace('#/$defs/', '#/components/schemas/')
        : rebase(held),
    ]),
  )
}
