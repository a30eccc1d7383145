import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Archive, ArchiveError, isPostgres, openArchive as openAt } from '#archive'
import { CliError } from './cli-error.ts'

/** Opens the archive that a command names; what is wrong with it is the call's fault, in the archive's own words. */
export async function openArchive(address: string, create: boolean): Promise<Archive> {
  try {
    if (create && !isPostgres(address)) mkdirSync(dirname(resolve(address)), { recursive: true })
    return await openAt(address, { create })
  } catch (error) {
    if (error instanceof ArchiveError) throw new CliError(error.message, 1, { cause: error })
    throw error
  }
}
