import { ArchiveError, type ArchiveErrorKind } from '../archive-error.ts'

const REASONS: readonly (readonly [RegExp, ArchiveErrorKind, (file: string) => string])[] = [
  [
    /not a database|file is encrypted/i,
    'not-an-archive',
    (f) => `${f} is not an archive: name another file with --archive`,
  ],
  [
    /malformed|corrupt|disk image/i,
    'damaged',
    (f) => `${f} is damaged: restore it from a copy, or add the documents to a new archive`,
  ],
  [
    /readonly|read-only|SQLITE_READONLY/i,
    'read-only',
    (f) => `${f} cannot be written: it or its folder is read-only`,
  ],
  [
    /locked|busy/i,
    'locked',
    (f) => `${f} is being written by another program: wait for it to end and try again`,
  ],
  [
    /full|no space|disk I\/O|ioerr/i,
    'full',
    (f) => `${f} could not be written: the disk is full or failing; nothing acknowledged is lost`,
  ],
  [
    /unable to open|cantopen|no such file|EACCES|EISDIR/i,
    'not-found',
    (f) => `${f} cannot be opened: does its folder exist, and may it be written?`,
  ],
]

/** Says in plain words what SQLite complained of. */
export function toArchiveError(error: unknown, file: string): unknown {
  if (error instanceof ArchiveError || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  // a mistake in our own SQL is a fault of the program, not of the file
  if (/syntax error|no such (table|column)|constraint/i.test(error.message)) return error
  const text = `${code} ${error.message}`
  const found = REASONS.find(([pattern]) => pattern.test(text))
  if (!found) return error
  return new ArchiveError(found[1], found[2](file), { cause: error })
}
