import type { Archive, CoderRow } from '#archive'
import { CliError } from '../cli-error.ts'
import { openArchive } from '../open-archive.ts'
import type { Register } from '../register.ts'

/** `rapporteur diff`: what changed between two coders of an archive. */
export const diff: Register = (program) => {
  program
    .command('diff')
    .requiredOption('--archive <file>', 'the archive')
    .option('--from <n>', 'number of the earlier coder (see --list)', Number)
    .option('--to <n>', 'number of the later coder', Number)
    .option('--list', 'list the coders whose records are kept')
    .option('--each', 'every single change as a line of JSON')
    .description(
      'what changed between two coders, by type and by document; the last two, unless others are named',
    )
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
Example:
  rapporteur diff --archive desk.sqlite
  rapporteur diff --archive desk.sqlite --from 1 --to 3 --each > changes.jsonl
`

interface DiffOptions {
  readonly archive: string
  readonly from?: number
  readonly to?: number
  readonly list?: boolean
  readonly each?: boolean
}

async function run(options: DiffOptions): Promise<void> {
  const archive = await openArchive(options.archive, false)
  try {
    const coders = await archive.coders()
    if (options.list) return list(coders)
    const to = pick(coders, options.to ?? coders.length, 'to')
    const from = pick(coders, options.from ?? coders.indexOf(to), 'from')
    if (options.each) {
      for await (const change of archive.changes(from.coder, to.coder))
        process.stdout.write(`${JSON.stringify(change)}\n`)
    } else await summary(archive, from, to)
  } finally {
    await archive.close()
  }
}

function pick(coders: readonly CoderRow[], number: number, option: string): CoderRow {
  const found = coders[number - 1]
  if (found) return found
  throw new CliError(
    coders.length < 2
      ? 'the archive holds the records of one coder: there is nothing to compare; rapporteur recode codes it again'
      : `--${option}: a number from 1 to ${coders.length} was expected; --list says which coders these are`,
    2,
  )
}

const nameOf = ({ coder }: CoderRow) => `${coder.version} ${coder.model.slice(0, 19)}`

function list(coders: readonly CoderRow[]): void {
  for (const [i, row] of coders.entries())
    process.stdout.write(
      `${i + 1}\t${nameOf(row)}\t${row.documents} documents, ${row.current} of them current\n`,
    )
}

async function summary(archive: Archive, from: CoderRow, to: CoderRow): Promise<void> {
  const { documents, documentsChanged, byType, byDocument } = await archive.diff(from.coder, to.coder)
  const out = (line: string) => process.stdout.write(`${line}\n`)
  out(`${nameOf(from)} → ${nameOf(to)}: ${documentsChanged} of ${documents} documents changed`)
  out('kind        type                  same    added  removed  changed')
  for (const { kind, type, same, added, removed, changed } of byType)
    out(
      `${kind.padEnd(12)}${type.slice(0, 18).padEnd(18)}${String(same).padStart(8)}${String(added).padStart(9)}${String(removed).padStart(9)}${String(changed).padStart(9)}`,
    )
  for (const { documentId, title, changes } of byDocument.slice(0, 20))
    out(`${String(changes).padStart(4)} changes  ${documentId.slice(0, 19)}  ${title ?? ''}`)
}
