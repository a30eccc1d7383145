import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { Option } from 'commander'
import type { ForeignEvent, ForeignSet } from '#archive'
import { readForeign } from '#dossier'
import { CliError } from '../cli-error.ts'
import { openArchive } from '../open-archive.ts'
import { printable } from '../printable.ts'
import type { Register } from '../register.ts'

const SETS: readonly ForeignSet[] = ['polecat', 'icews', 'gdelt']
const BATCH = 1000
/** Lines that are told of one by one; the rest are counted. */
const TOLD = 20

/** `rapporteur import`: events of other data sets beside our own. */
export const importCommand: Register = (program) => {
  program
    .command('import')
    .argument('[files...]', 'event files, plain or gzipped')
    .requiredOption('--archive <file>', 'the archive')
    .addOption(new Option('--set <set>', 'whose events they are').choices([...SETS]).makeOptionMandatory())
    .option('--remove', 'forget the events of this data set instead')
    .description(
      'keep events of POLECAT, ICEWS or GDELT beside our own, to compare them (never in the record)',
    )
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
Examples:
  rapporteur import --archive desk.sqlite --set polecat ngecEvents.20230101.txt
  rapporteur import --archive desk.sqlite --set gdelt 20150218230000.export.CSV
  rapporteur compare --archive desk.sqlite --with polecat
`

interface ImportOptions {
  readonly archive: string
  readonly set: ForeignSet
  readonly remove?: boolean
}

async function run(files: readonly string[], { archive: file, set, remove }: ImportOptions): Promise<void> {
  if (!remove && files.length === 0) throw new CliError('name the files to import', 2)
  const archive = await openArchive(file, true)
  const counts = { read: 0, added: 0, refused: 0 }
  let batch: ForeignEvent[] = []
  const keep = async () => {
    counts.added += await archive.foreign.add(batch)
    batch = []
  }
  try {
    if (remove) {
      process.stdout.write(`${await archive.foreign.remove(set)} events of ${set} forgotten\n`)
      return
    }
    for (const name of files) {
      for await (const it of readForeign(set, linesOf(name))) {
        if (it.kind === 'refused') {
          if (++counts.refused <= TOLD)
            process.stderr.write(`rapporteur: ${printable(`${name}: line ${it.line}: ${it.reason}`)}\n`)
          continue
        }
        counts.read++
        batch.push(it.event)
        if (batch.length === BATCH) await keep()
      }
    }
    await keep()
  } finally {
    await archive.close()
  }
  const { read, added, refused } = counts
  process.stdout.write(`${read} events of ${set} read, ${added} new, ${refused} lines refused\n`)
  if (refused > 0) process.exitCode = 3
}

/** Lines of a file in UTF-8, or in Latin-1 where a line is none of that: some of POLECAT's weeks are. */
async function* linesOf(name: string): AsyncGenerator<string> {
  const file = createReadStream(name)
  const input = name.endsWith('.gz') ? file.pipe(createGunzip()) : file
  const failed = new Promise<never>((_, reject) => {
    for (const stream of [file, input])
      stream.on('error', (error: Error) =>
        reject(new CliError(`cannot read ${name}: ${error.message}`, 1, { cause: error })),
      )
  })
  // whoever reads the lines hears of the failure; nobody else has to
  failed.catch(() => undefined)
  input.setEncoding('latin1')
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  for (;;) {
    const next = await Promise.race([lines.next(), failed])
    if (next.done) return
    yield decode(next.value)
  }
}

function decode(latin: string): string {
  if (!/[\u0080-\u00ff]/.test(latin)) return latin
  const utf8 = Buffer.from(latin, 'latin1').toString('utf8')
  return utf8.includes('\uFFFD') ? latin : utf8
}
