import { ArchiveError, moveArchive } from '#archive'
import { CliError } from '../cli-error.ts'
import type { Register } from '../register.ts'

/** `rapporteur move`: an archive from one place to another. */
export const move: Register = (program) => {
  program
    .command('move')
    .argument('<from>', 'the archive: postgres://… or an SQLite file')
    .argument('<to>', 'where it goes: the other kind or the same; what is there already is passed over')
    .description('copy an archive with all its records, corrections and dossiers, and check the copy')
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
The archive that is copied stays as it is. A copy that was stopped goes on where it was when it is called again.

Example:
  rapporteur move desk.sqlite postgres://127.0.0.1/desk
`

function run(from: string, to: string): void {
  const terminal = process.stderr.isTTY === true
  try {
    const { documents, written, fingerprint, same } = moveArchive(from, to, (copied) => {
      if (terminal) process.stderr.write(`\r\u001b[K${copied.documents} documents, ${copied.written} written`)
    })
    if (terminal) process.stderr.write('\r\u001b[K')
    process.stdout.write(`${documents} documents, ${written} written\n${fingerprint}\n`)
    if (!same)
      throw new CliError(
        'the copy differs from what was copied: was one of them written meanwhile? call it again',
        1,
      )
  } catch (error) {
    if (error instanceof ArchiveError) throw new CliError(error.message, 1, { cause: error })
    throw error
  }
}
