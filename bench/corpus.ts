import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The folder of development data: `--shared DIR`, else RAPPORTEUR_SHARED, else `../shared`. */
export function sharedFolder(): string {
  const flag = process.argv.indexOf('--shared')
  const folder =
    (flag >= 0 ? process.argv[flag + 1] : undefined) ?? process.env.RAPPORTEUR_SHARED ?? '../shared'
  if (!existsSync(folder)) {
    console.error(
      `bench: no development data at "${folder}". Expected a folder with corpus/ and gold/; name it with --shared DIR.`,
    )
    process.exit(2)
  }
  return folder
}

export interface CorpusText {
  readonly id: string
  readonly text: string
}

/** The plain-text articles of one archive of `corpus/`, in order of their names. */
export function corpusTexts(shared: string, name = 'world-newswire.tar.gz'): CorpusText[] {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'))
  try {
    execFileSync('tar', ['xzf', join(shared, 'corpus', name), '-C', folder])
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .map((id) => ({ id, text: readFileSync(join(folder, id), 'utf8') }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
