/** Says in plain words why a file could not be read. */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return WORDS[code] ?? `cannot be read: ${error instanceof Error ? error.message : String(error)}`
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  EISDIR: 'is a folder',
  EMFILE: 'too many files are open',
  ELOOP: 'is a link that leads to itself',
  ENAMETOOLONG: 'has too long a name',
  Z_DATA_ERROR: 'is not well-formed gzip',
  Z_BUF_ERROR: 'is gzip that ends too early',
  ZIP_BOMB: 'unpacks to more than 200 times its size',
}
