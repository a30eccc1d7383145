import { Option } from 'commander'
import type { ForeignSet } from '#archive'
import { type Comparison, compareForeign } from '#dossier'
import { CliError } from '../cli-error.ts'
import { openArchive } from '../open-archive.ts'
import { printable } from '../printable.ts'
import type { Register } from '../register.ts'

/** `rapporteur compare`: our happenings beside the events of another data set. */
export const compare: Register = (program) => {
  program
    .command('compare')
    .requiredOption('--archive <file>', 'the archive')
    .addOption(
      new Option('--with <set>', 'the other data set')
        .choices(['polecat', 'icews', 'gdelt'])
        .makeOptionMandatory(),
    )
    .option('--from <day>', 'from this day on, ISO 8601')
    .option('--to <day>', 'up to this day')
    .option('--json', 'print everything as JSON, with examples of what only one side has')
    .description('compare our happenings with the events of another data set that was imported')
    .addHelpText(
      'after',
      '\nExample:\n  rapporteur compare --archive desk.sqlite --with polecat --from 2023-01\n',
    )
    .action(run)
}

interface CompareCall {
  readonly archive: string
  readonly with: ForeignSet
  readonly from?: string
  readonly to?: string
  readonly json?: boolean
}

async function run({ archive: file, with: set, from, to, json }: CompareCall): Promise<void> {
  const archive = await openArchive(file, false)
  try {
    const comparison = await compareForeign(archive, set, { from, to })
    if (!comparison)
      throw new CliError(
        `no day that both have: import events of ${set} of the days that the archive covers`,
        2,
      )
    process.stdout.write(json ? `${JSON.stringify(comparison, null, 2)}\n` : table(comparison))
  } finally {
    await archive.close()
  }
}

function table(it: Comparison): string {
  const share = (part: number, whole: number) => (whole === 0 ? '-' : `${Math.round((100 * part) / whole)} %`)
  const rows = [
    ['', it.set, 'we have, too', 'ours', `${it.set} has, too`],
    ['all in the period', String(it.foreign.events), '', String(it.ours.events), ''],
    [
      'between two countries',
      String(it.foreign.dyadic),
      share(it.foreign.matched, it.foreign.dyadic),
      String(it.ours.dyadic),
      share(it.ours.matched, it.ours.dyadic),
    ],
    ...it.byQuad.map(({ quad, foreign, foreignMatched, ours, oursMatched }) => [
      quad,
      String(foreign),
      share(foreignMatched, foreign),
      String(ours),
      share(oursMatched, ours),
    ]),
  ]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  const only = it.onlyForeign
    .slice(0, 5)
    .map(
      ({ day, type, actors, recipients }) =>
        `  ${day} ${type}: ${printable(actors.map(({ name }) => name).join(', '))} → ${printable(recipients.map(({ name }) => name).join(', '))}`,
    )
  return `${it.from} to ${it.to}; the same class of act between the same two countries, a day apart at most, is one
${lines.join('\n')}
correlation by dyad, class and month: ${it.correlation ?? '-'}
${only.length > 0 ? `only ${it.set}, for example:\n${only.join('\n')}\n` : ''}`
}
