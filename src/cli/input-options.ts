import type { Format, ReadHints } from '#document'
import type { Input, Refused } from './work.ts'

/** What opening files may be told. */
export interface InputOptions {
  readonly format?: Format
  readonly published?: string
  readonly source?: string
  /** BCP 47: the language of all documents, whatever they show or say. */
  readonly language?: string
  /** Plain text is taken whole, see `ReadHints`. */
  readonly whole?: boolean
  /** Largest document read, in bytes. */
  readonly maxBytes: number
}

/** What opening files gives. */
export type Inputs = AsyncGenerator<Input | Refused, void, undefined>

/** Files that hold many documents may be so many times larger than one document may be. */
export const MANY = 20

/** What a reader is told of a file. */
export function hintsFor(
  name: string,
  { format, published, source, language, whole }: InputOptions,
): ReadHints {
  return {
    name: name.replace(/\.gz$/i, ''),
    ...(format ? { format } : {}),
    ...(published ? { published } : {}),
    ...(source ? { source } : {}),
    ...(language ? { language } : {}),
    ...(whole ? { whole } : {}),
  }
}
