import { z } from 'zod'
import type { Archive } from '#archive'
import type { Column } from '#dossier'
import type { Parser } from '#syntax'
import type { CodeRequest } from './schemas/code-request.ts'
import type { RelateRequest } from './schemas/relate-request.ts'

/** What handlers may use. */
export interface Services {
  readonly archive: Archive
  /** Codes a text; what it gives is the record as JSON. It throws a Refusal where the text cannot be coded. */
  readonly code: (source: CodeRequest) => Promise<string>
  /** Tells the relation between two marked actors, as JSON. */
  readonly relate: (request: RelateRequest) => Promise<string>
  /** The parser, for exports as CoNLL-U. */
  readonly parser: () => Parser
  /** Where the desk is, for links in feeds: `http://127.0.0.1:4747/`. */
  readonly address: () => string
  /** Whoever reaches the server may have it call other addresses: it is on loopback or asks for a token. */
  readonly trusted: boolean
}

/** Chapters of the API's documentation. */
export const SUBJECTS = {
  record: 'What documents say, item by item',
  happenings: 'What happened, with every report of it',
  actors: 'Who acts and speaks',
  dossiers: 'Saved questions',
  watches: 'Questions that are asked of all that arrives',
  measures: 'Counts over time',
  review: 'What people say of the records',
  exports: 'Whole lists as files',
  foreign: 'Events of other data sets, for comparison',
  coding: 'Text in, record out',
  service: 'The service itself',
} as const satisfies { readonly [subject: string]: string }

export interface RouteInput<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
}

/** A row of the API: where it is, what it takes, what it answers; the OpenAPI document is made from these. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** As OpenAPI writes it: `/api/events/{id}`. */
  readonly path: string
  /** operationId: one word in camelCase, unique. */
  readonly name: string
  readonly subject: keyof typeof SUBJECTS
  readonly summary: string
  readonly description?: string
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  /** null: the request has no body. */
  readonly body: z.ZodType | null
  readonly answer: z.ZodType
  /** Status of the answer. @default 200 */
  readonly status?: 200 | 201
  /**
   * Columns of the answer's `items`, for CSV.
   * @default every field a column, parties as names apart by "; "
   */
  readonly columns?: readonly Column<never>[]
  /** Media types of an answer that is no JSON; its handler gives a Download. */
  readonly produces?: readonly string[]
  /** How many requests this one counts for where a rate is limited. @default 1 */
  readonly cost?: number
  /** null is answered with 404. */
  readonly handle: (input: RouteInput<never, never, never>, services: Services) => Promise<unknown>
}

const NOTHING = z.strictObject({})
type Shape = z.ZodObject
type Nothing = typeof NOTHING

interface RouteDraft<P extends Shape, Q extends Shape, B extends z.ZodType, A extends z.ZodType>
  extends Omit<Route, 'params' | 'query' | 'body' | 'answer' | 'handle'> {
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly answer: A
  readonly handle: (
    input: RouteInput<z.output<P>, z.output<Q>, z.output<B>>,
    services: Services,
  ) => Promise<Loose<z.output<A>> | null>
}

/** What the archive gives is read-only and types some words as string; the schema says the same more strictly. */
type Loose<T> = T extends string
  ? string
  : T extends readonly (infer E)[]
    ? readonly Loose<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Loose<T[K]> }
      : T

/** Makes a row; the handler's input and answer are typed by the row's own schemas. */
export function route<
  A extends z.ZodType,
  P extends Shape = Nothing,
  Q extends Shape = Nothing,
  B extends z.ZodType = z.ZodNull,
>(draft: RouteDraft<P, Q, B, A>): Route {
  const { params = NOTHING, query = NOTHING, body = null } = draft
  return { ...draft, params, query, body } as Route
}
