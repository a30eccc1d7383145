import type { Archive } from './archive.ts'
import { openPostgresDriver } from './postgres/open-postgres-driver.ts'
import { toPostgresError } from './postgres/to-postgres-error.ts'
import type { OpenOptions } from './sqlite/open-file.ts'
import { openSqliteArchive, overDriver } from './sqlite/open-sqlite-archive.ts'

/** Whether an address names a PostgreSQL database rather than a file. */
export const isPostgres = (address: string) => /^postgres(ql)?:\/\//i.test(address)

/** Opens the archive at an address: `postgres://…`, or the path of an SQLite file. */
export async function openArchive(address: string, options: OpenOptions = {}): Promise<Archive> {
  if (!isPostgres(address)) return openSqliteArchive(address, options)
  const driver = openPostgresDriver(address, options.create ?? true)
  return overDriver(driver, (error) => toPostgresError(error, address))
}
