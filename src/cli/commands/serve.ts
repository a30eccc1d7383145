import { openArchive } from '../open-archive.ts'
import type { Register } from '../register.ts'
import { type ServeOptions, serveArchive, untilStopped } from '../serve-archive.ts'
import { withServeOptions } from '../serve-options.ts'

/** `rapporteur serve`: the desk and the API over an archive. */
export const serve: Register = (program) => {
  withServeOptions(program.command('serve'))
    .requiredOption('--archive <file>', 'the archive')
    .description('serve the desk and the API over an archive')
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
Example:
  rapporteur serve --archive desk.sqlite --port 4747
`

async function run(options: ServeOptions & { readonly archive: string }): Promise<void> {
  const archive = await openArchive(options.archive, false)
  const listening = await serveArchive(archive, options)
  process.stdout.write(`the desk is open at ${listening.url}\n`)
  await untilStopped(listening, archive)
}
