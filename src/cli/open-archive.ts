import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Archive, ArchiveError, openSqliteArchive } from '#archive'
import { CliError } from './cli-error.ts'

/** Opens the archive that a command names; what is wrong with it is the call's fault, in the archive's own words. */
export async function openArchive(file: string, create: boolean): Promise<Archive> {
  try {
    if (create) mkdirSync(dirname(resolve(file)), { recursive: true })
    return await openSqliteArchive(file, { create })
  } catch (error) {
    if (error instanceof ArchiveError) throw new CliError(error.message, 1, { cause: error })
    throw error
  }
}
