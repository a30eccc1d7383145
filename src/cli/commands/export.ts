import { Option } from 'commander'
import type { Archive, Filter } from '#archive'
import { EXPORT_FORMATS, type ExportFormat, type ExportFormatName, TABLES, type TableName } from '#dossier'
import { Refusal, readFilter } from '#server'
import { CliError } from '../cli-error.ts'
import { parser } from '../lazy-ground.ts'
import { openArchive } from '../open-archive.ts'
import { openOutput } from '../open-output.ts'
import type { Register } from '../register.ts'

/** `rapporteur export`: lists of an archive as files that other tools open. */
export const exportCommand: Register = (program) => {
  program
    .command('export')
    .requiredOption('--archive <file>', 'the archive')
    .addOption(new Option('--what <list>', 'which list').choices(Object.keys(TABLES)))
    .addOption(
      new Option('--format <format>', 'format of the file')
        .choices(Object.keys(EXPORT_FORMATS))
        .default('csv'),
    )
    .option('--dossier <slug>', 'only what a saved question asks for')
    .option('--where <query>', "narrows the list as the API's addresses do, e.g. 'actor=CHN&other=PHL'")
    .option('--from <day>', 'from this day on, ISO 8601')
    .option('--to <day>', 'up to this day')
    .option('--out <file>', 'write here instead of standard output')
    .description('write a list of an archive as a file that other tools open')
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
Formats:
${Object.entries(EXPORT_FORMATS)
  .map(([name, { says }]) => `  ${name.padEnd(8)} ${says}`)
  .join('\n')}

Examples:
  rapporteur export --archive desk.sqlite --what events --format parquet --out events.parquet
  rapporteur export --archive desk.sqlite --format gexf --where 'actor=CHN&other=PHL,VNM' --out network.gexf
  rapporteur export --archive desk.sqlite --what commitments --format ics --dossier iran-talks --out due.ics
`

interface ExportOptions {
  readonly archive: string
  readonly what?: TableName
  readonly format: ExportFormatName
  readonly dossier?: string
  readonly where?: string
  readonly from?: string
  readonly to?: string
  readonly out?: string
}

async function run(options: ExportOptions): Promise<void> {
  const format: ExportFormat = EXPORT_FORMATS[options.format]
  const { what = format.lists[0], format: name } = options
  if (!format.lists.includes(what))
    throw new CliError(`--format ${name} holds ${format.lists.join(', ')}, not ${what}`, 2)
  if (name === 'parquet' && !options.out && process.stdout.isTTY)
    throw new CliError('Parquet is not for a terminal: give --out FILE', 2)
  const archive = await openArchive(options.archive, false)
  try {
    const filter = await filterOf(archive, options)
    const output = await openOutput(options.out)
    for await (const chunk of format.write({ archive, parser }, what, filter)) await output.write(chunk)
    await output.close()
  } finally {
    await archive.close()
  }
}

/** The dossier's question, narrowed by what the call says. */
async function filterOf(archive: Archive, { dossier, where = '', from, to }: ExportOptions): Promise<Filter> {
  const saved = dossier === undefined ? null : await archive.dossier(dossier)
  if (dossier !== undefined && saved === null) throw new CliError(`there is no dossier ${dossier}`, 2)
  const days = new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}) })
  try {
    return { ...saved?.question, ...readFilter(where), ...readFilter(days.toString()) }
  } catch (error) {
    if (error instanceof Refusal) throw new CliError(error.message, 2, { cause: error })
    throw error
  }
}
