/** Says in plain words why a file could not be read. */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : String(error)
  const zip = FFLATE.test(message) ? `is not a well-formed ZIP archive: ${message}` : null
  return WORDS[code] ?? zip ?? `cannot be read: ${message}`
}

/** What fflate says of broken archives; its errors carry a number for a code. */
const FFLATE =
  /^(?:invalid zip data|unexpected EOF|invalid block type|invalid length\/literal|invalid distance|unknown compression type.*)$/

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
  TAR_CUT: 'is a tar archive that ends too early',
  TAR_BROKEN: 'is not a well-formed tar archive',
  ZIP_LARGE: 'is a ZIP archive that unpacks to more than 20 times --max-bytes',
  ZIP_BOMB: 'unpacks to more than 200 times its size',
}
