import { ArchiveError, type ArchiveErrorKind } from '../archive-error.ts'
import { withoutSecret } from './without-secret.ts'

/** By SQLSTATE (PostgreSQL 15, appendix A), the beginning of it, or the name of a network failure. */
const REASONS: readonly (readonly [RegExp, ArchiveErrorKind, string])[] = [
  [
    /^(ECONNREFUSED|ENOTFOUND|CONNECT_TIMEOUT|EAI_AGAIN|ENOENT)/,
    'not-found',
    'does not answer: is PostgreSQL running there?',
  ],
  [/^(CONNECTION_|ECONNRESET|EPIPE|08|57P0)/, 'locked', 'is away for a moment: try again'],
  [/^28/, 'read-only', 'refuses the name or the password'],
  [/^3D000/, 'not-found', 'has no such database: createdb makes one'],
  [/^(42501|25006)/, 'read-only', 'may not be written by this user'],
  [/^(40|55P03)/, 'locked', 'is being written by another program: try again'],
  [/^53[12]00/, 'full', 'could not be written: its disk is full; nothing acknowledged is lost'],
  [/^53300/, 'locked', 'has no connection left: raise max_connections, or run fewer workers'],
]

/** Says in plain words what PostgreSQL complained of. */
export function toPostgresError(error: unknown, url: string): unknown {
  if (error instanceof ArchiveError || !(error instanceof Error) || !('code' in error)) return error
  const found = REASONS.find(([pattern]) => pattern.test(String(error.code)))
  if (!found) return error
  const [, kind, words] = found
  return new ArchiveError(kind, `the archive at ${withoutSecret(url)} ${words} (${error.message})`, {
    cause: error,
  })
}
