import type { Archive } from './archive.ts'
import { openPostgresDriver } from './postgres/open-postgres-driver.ts'
import { toPostgresError } from './postgres/to-postgres-error.ts'
import { type Copied, copyArchive, fingerprint } from './sqlite/copy-archive.ts'
import type { Driver } from './sqlite/driver.ts'
import { type OpenOptions, openFile } from './sqlite/open-file.ts'
import { openSqliteArchive, overDriver } from './sqlite/open-sqlite-archive.ts'

/** Whether an address names a PostgreSQL database rather than a file. */
export const isPostgres = (address: string) => /^postgres(ql)?:\/\//i.test(address)

/** Opens the archive at an address: `postgres://…`, or the path of an SQLite file. */
export async function openArchive(address: string, options: OpenOptions = {}): Promise<Archive> {
  if (!isPostgres(address)) return openSqliteArchive(address, options)
  const driver = openPostgresDriver(address, options.create ?? true)
  return overDriver(driver, (error) => toPostgresError(error, address))
}

const openDriverAt = (address: string, create: boolean): Driver =>
  isPostgres(address) ? openPostgresDriver(address, create) : openFile(address, { create })

/**
 * Copies an archive to another address, of either kind, and holds both against each other. A copy that was stopped
 * goes on where it was.
 */
export function moveArchive(from: string, to: string, onProgress: (copied: Copied) => void): Moved {
  const source = openDriverAt(from, false)
  try {
    const target = openDriverAt(to, true)
    try {
      let copied: Copied = { documents: 0, written: 0 }
      for (copied of copyArchive(source, target)) onProgress(copied)
      const [there, here] = [fingerprint(source), fingerprint(target)]
      return { ...copied, fingerprint: here, same: there === here }
    } finally {
      target.close()
    }
  } finally {
    source.close()
  }
}

export interface Moved extends Copied {
  /** Counts and a hash over all documents, records, corrections and dossiers of the copy. */
  readonly fingerprint: string
  /** Whether the source has the same. */
  readonly same: boolean
}
