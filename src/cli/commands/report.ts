import type { Precision } from '#archive'
import { openArchive } from '../open-archive.ts'
import type { Register } from '../register.ts'

/** `rapporteur report`: how right the coder is by what people said of its records. */
export const report: Register = (program) => {
  program
    .command('report')
    .requiredOption('--archive <file>', 'the archive')
    .option('--json', 'as JSON')
    .description(
      "precision by what people accepted, edited and rejected, with Wilson's 95 % interval, by kind, type and rule; Krippendorff's alpha between reviewers",
    )
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
Example:
  rapporteur report --archive desk.sqlite
`
const MOST_RULES = 40

async function run({
  archive: file,
  json,
}: {
  readonly archive: string
  readonly json?: boolean
}): Promise<void> {
  const archive = await openArchive(file, false)
  try {
    const found = await archive.precision()
    if (json) {
      process.stdout.write(`${JSON.stringify(found)}\n`)
      return
    }
    const out = (text: string) => process.stdout.write(`${text}\n`)
    if (found.all.accepted + found.all.edited + found.all.rejected === 0) {
      out('nobody has judged anything yet: the desk has a page for it, Review')
      return
    }
    out('                                    precision   95 % interval   accepted  edited  rejected')
    out(row('all', found.all))
    for (const it of found.byKind) out(row(it.kind, it))
    for (const it of found.byType) out(row(`${it.kind} ${it.type}`, it))
    for (const it of found.byRule.slice(0, MOST_RULES)) out(row(`rule ${it.rule}`, it))
    const { alpha, items, reviewers } = found.agreement
    out(
      alpha === null
        ? `agreement: ${reviewers.length} reviewer${reviewers.length === 1 ? '' : 's'}, ${items} items judged by two or more: no alpha`
        : `agreement: Krippendorff's alpha ${alpha.toFixed(3)} over ${items} items (${reviewers.join(', ')})`,
    )
    if (found.unmatched > 0) out(`${found.unmatched} judged items are not in the current records any more`)
  } finally {
    await archive.close()
  }
}

function row(name: string, { precision, low, high, accepted, edited, rejected }: Precision): string {
  const share = (value: number) => value.toFixed(3)
  return `${name.slice(0, 34).padEnd(36)}${share(precision).padStart(9)}   ${share(low)} … ${share(high)}${String(accepted).padStart(9)}${String(edited).padStart(8)}${String(rejected).padStart(10)}`
}
