import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LAKE_TABLES, type LakeFile, lakeFiles } from '#dossier'
import { openArchive } from '../open-archive.ts'
import type { Register } from '../register.ts'

/** `rapporteur lake`: an archive as Parquet, a folder a day. */
export const lake: Register = (program) => {
  program
    .command('lake')
    .requiredOption('--archive <address>', 'the archive: postgres://… or an SQLite file')
    .requiredOption(
      '--out <folder>',
      'where the lake lies; files of days that are written again are replaced',
    )
    .option('--from <day>', 'from this day on, ISO 8601')
    .option('--to <day>', 'up to this day')
    .description('write every list of an archive as Parquet, a folder a day, for DuckDB, Spark or Trino')
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
Example:
  rapporteur lake --archive desk.sqlite --out lake/
  duckdb -c "select day, count(*) from read_parquet('lake/events/**/*.parquet', hive_partitioning = true) group by 1"
`

interface LakeOptions {
  readonly archive: string
  readonly out: string
  readonly from?: string
  readonly to?: string
}

async function run({ archive: address, out, from, to }: LakeOptions): Promise<void> {
  const archive = await openArchive(address, false)
  const filter = { ...(from ? { from } : {}), ...(to ? { to } : {}) }
  try {
    for (const list of LAKE_TABLES) {
      const counts = { files: 0, rows: 0 }
      for await (const file of lakeFiles(archive, list, filter)) {
        await write(join(out, file.path), file)
        counts.files++
        counts.rows += file.rows
      }
      process.stdout.write(`${list}: ${counts.rows} rows in ${counts.files} files\n`)
    }
  } finally {
    await archive.close()
  }
}

/** Whoever reads the lake meanwhile sees the old file or the new one, never half of one. */
async function write(path: string, { chunks }: LakeFile): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  // names that begin with a dot are passed over by those who read lakes
  const unfinished = join(dirname(path), `.${process.pid}.part`)
  const file = await open(unfinished, 'w')
  try {
    for await (const chunk of chunks) await file.write(chunk)
    await file.sync()
    await file.close()
    renameSync(unfinished, path)
  } catch (error) {
    await file.close().catch(() => undefined) // the first error is the one to tell
    rmSync(unfinished, { force: true })
    throw error
  }
}
