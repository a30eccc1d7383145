import { Option } from 'commander'
import { EXPORTS, type ExportKind, exportRows, toCsv } from '#dossier'
import { openArchive } from '../open-archive.ts'
import { openOutput } from '../open-output.ts'
import type { Register } from '../register.ts'

/** `rapporteur export`: rows of an archive as CSV or JSON Lines. */
export const exportCommand: Register = (program) => {
  program
    .command('export')
    .requiredOption('--archive <file>', 'the archive')
    .addOption(new Option('--what <list>', 'which list').choices([...EXPORTS]).default('events'))
    .addOption(new Option('--format <format>', 'format of the rows').choices(['csv', 'jsonl']).default('csv'))
    .option('--from <day>', 'from this day on, ISO 8601')
    .option('--to <day>', 'up to this day')
    .option('--out <file>', 'write here instead of standard output')
    .description('write the rows of an archive as CSV or JSON Lines')
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
Example:
  rapporteur export --archive desk.sqlite --what events --format csv --out events.csv
`

interface ExportOptions {
  readonly archive: string
  readonly what: ExportKind
  readonly format: 'csv' | 'jsonl'
  readonly from?: string
  readonly to?: string
  readonly out?: string
}

async function run({ archive: file, what, format, from, to, out }: ExportOptions): Promise<void> {
  const archive = await openArchive(file, false)
  try {
    const output = await openOutput(out)
    const filter = { ...(from ? { from } : {}), ...(to ? { to } : {}) }
    let columns: readonly string[] | null = null
    for await (const row of exportRows(archive, what, filter)) {
      if (format === 'jsonl') await output.write(`${JSON.stringify(row)}\n`)
      else {
        const text: string = toCsv([row], Object.keys(row))
        await output.write(columns === null ? text : text.slice(text.indexOf('\r\n') + 2))
        columns = Object.keys(row)
      }
    }
    await output.close()
  } finally {
    await archive.close()
  }
}
