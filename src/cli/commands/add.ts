import { addAll } from '../add-all.ts'
import { type CodingOptions, withInputOptions } from '../coding-options.ts'
import { openInputs } from '../inputs.ts'
import { openArchive } from '../open-archive.ts'
import { codeAll } from '../pool.ts'
import { openProgress } from '../progress.ts'
import type { Register } from '../register.ts'
import { namesOrStandardInput } from '../run-coding.ts'

/** `rapporteur add`: codes documents into an archive. */
export const add: Register = (program) => {
  withInputOptions(program.command('add'))
    .requiredOption('--archive <file>', 'the archive (an SQLite file); made if it is not there')
    .description('code documents into an archive; a document is added once, however often it comes')
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
Examples:
  rapporteur add --archive desk.sqlite --source reuters news/*.txt
  rapporteur add --archive desk.sqlite wire/ nexis.docx crawl.warc.gz
`

async function run(files: string[], options: CodingOptions & { readonly archive: string }): Promise<void> {
  const inputs = openInputs(namesOrStandardInput(files), options)
  const archive = await openArchive(options.archive, true)
  const progress = openProgress()
  const counts = { added: 0, unchanged: 0, recoded: 0 }
  const { jobs, maxSeconds } = options
  try {
    for await (const { result, added } of addAll(
      archive,
      codeAll(inputs, { task: 'code', jobs, ...(maxSeconds === undefined ? {} : { maxSeconds }) }),
    )) {
      if (added) counts[added.outcome]++
      progress.count(result)
    }
  } finally {
    await archive.close()
  }
  process.exitCode = progress.close()
  const { added, unchanged, recoded } = counts
  process.stdout.write(
    `${options.archive}: ${added} added, ${recoded} coded anew, ${unchanged} there already\n`,
  )
}
