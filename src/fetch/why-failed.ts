import { type Fetched, failed } from './fetched.ts'
import { RefusedAddress } from './guarded-lookup.ts'
import { TooLarge } from './read-body.ts'

/** Says in plain words what went wrong between here and a server. */
export function whyFailed(error: unknown, wholeMs: number): Fetched {
  if (error instanceof TooLarge) return failed(error.message)
  const refused = [error, causeOf(error)].find((it) => it instanceof RefusedAddress)
  if (refused instanceof RefusedAddress) return failed(refused.message, { lasting: true })
  if (error instanceof Error && error.name === 'TimeoutError')
    return failed(`took longer than ${wholeMs / 1000} s`)
  if (error instanceof Error && error.name === 'AbortError') return failed('was stopped')
  const code = codeOf(error) ?? codeOf(causeOf(error)) ?? ''
  return failed(WORDS[code] ?? `cannot be fetched: ${error instanceof Error ? error.message : String(error)}`)
}

const causeOf = (error: unknown) => (error instanceof Error ? error.cause : undefined)

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name cannot be resolved at present',
  ECONNREFUSED: 'the host takes no connections there',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  UND_ERR_SOCKET: 'the connection broke off',
  UND_ERR_CONNECT_TIMEOUT: 'the host did not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'the server did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'the server stopped in the middle of its answer',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer is shorter or longer than it says',
  UND_ERR_HEADERS_OVERFLOW: 'the answer has too many header fields',
  Z_DATA_ERROR: 'the answer is not packed as it says',
  Z_BUF_ERROR: 'the answer is packed and ends too early',
  CERT_HAS_EXPIRED: "the server's certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the server's certificate is signed by itself alone",
  ERR_TLS_CERT_ALTNAME_INVALID: "the server's certificate is for another name",
}
