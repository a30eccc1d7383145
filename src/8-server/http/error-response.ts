import { ArchiveError } from '#archive'
import { Refusal } from '../refusal.ts'

/** Every refusal looks like this. */
export interface ErrorBody {
  readonly error: { readonly status: number; readonly message: string }
}

/** The one error body. */
export function errorResponse(
  status: number,
  message: string,
  headers: Readonly<{ [name: string]: string }> = {},
): Response {
  return Response.json({ error: { status, message } } satisfies ErrorBody, {
    status,
    headers: { 'cache-control': 'no-store', ...headers },
  })
}

/** What went wrong, as an answer; what is our own fault is logged and not told. */
export function refuse(error: unknown, log: (error: unknown) => void): Response {
  if (error instanceof Refusal) return errorResponse(error.status, error.message, error.headers)
  if (error instanceof ArchiveError) {
    if (error.kind === 'bad-question') return errorResponse(400, error.message)
    if (error.kind === 'not-found') return errorResponse(404, error.message)
    if (error.kind === 'locked') return errorResponse(503, error.message, { 'retry-after': '1' })
  }
  log(error)
  return errorResponse(500, 'the server failed at this; its log says more')
}
