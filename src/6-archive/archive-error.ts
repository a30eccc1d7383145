export type ArchiveErrorKind =
  | 'not-found'
  | 'not-an-archive'
  | 'newer'
  | 'read-only'
  | 'locked'
  | 'full'
  | 'damaged'
  | 'invalid-record'
  | 'bad-question'
  | 'no-driver'
  | 'failed'

/** What went wrong with an archive, in words that say what to do. */
export class ArchiveError extends Error {
  readonly kind: ArchiveErrorKind
  constructor(kind: ArchiveErrorKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ArchiveError'
    this.kind = kind
  }
}
