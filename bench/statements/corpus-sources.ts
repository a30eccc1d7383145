import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readSources, type Source } from '#document'

const ARCHIVES = ['bbc', 'white-house-briefings', 'world-newswire']
const FILES = ['guardian-syria.csv.gz', 'reuters21578-000.sgm.gz']

/** Every article of the development corpus, in a fixed order; `externalId` names its archive and its place there. */
export function corpusSources(shared: string): readonly Source[] {
  const out: Source[] = []
  for (const name of ARCHIVES) {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'))
    try {
      execFileSync('tar', ['xzf', join(shared, 'corpus', `${name}.tar.gz`), '-C', folder])
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      for (const file of files.filter((it) => /\.(txt|html)$/.test(it)).sort())
        out.push(...open(readFileSync(join(folder, file)), `${name}/${file}`))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  for (const file of FILES) out.push(...open(gunzipSync(readFileSync(join(shared, 'corpus', file))), file))
  return out
}

function open(bytes: Uint8Array, name: string): Source[] {
  const out: Source[] = []
  for (const reading of readSources(bytes))
    if (reading.kind === 'source') out.push({ ...reading.source, externalId: `${name}#${out.length}` })
  return out
}
