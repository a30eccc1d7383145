/** What the server answered when it did not answer with what was asked. */
export class ApiError extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.name = 'ApiError'
    this.status = status
  }
}

/** Reads JSON from the server; a refusal becomes an ApiError with the server's own words. */
export async function getJson<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await send(url, init)
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new ApiError(response.status, messageOf(body) ?? response.statusText)
  if (body === null) throw new ApiError(response.status, 'The answer is not JSON.')
  return body as T
}

async function send(url: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch {
    throw new ApiError(0, 'The server does not answer. Is `rapporteur serve` still running?')
  }
}

/** Sends JSON and reads JSON. */
export function postJson<T>(url: string, body: unknown): Promise<T> {
  return getJson<T>(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

function messageOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null
  const { error, message } = body as { error?: unknown; message?: unknown }
  if (typeof error === 'string') return error
  if (typeof message === 'string') return message
  return messageOf(error)
}

/** A path with the parameters that hold something. */
export function withQuery(path: string, query: { readonly [name: string]: string | undefined }): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, value)
  }
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}
