import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const command = join(import.meta.dirname, '..', '..', 'bin', 'rapporteur.mjs')
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-lexicon-'))
afterAll(() => rmSync(folder, { recursive: true }))

const TEXT = 'Finance Minister Ana Roe met envoys at Haven Point on Monday.'

function code(args: readonly string[]) {
  return spawnSync(process.execPath, [command, 'code', '--published', '2024-05-01', ...args, '-'], {
    input: TEXT,
    encoding: 'utf8',
  })
}

it.each(['0', '2'])('codes with own actors and places, in %s more threads', (jobs) => {
  const file = join(folder, 'own.yaml')
  writeFileSync(
    file,
    `- {kind: person, id: person/ana-roe, name: Ana Roe, country: AUT, sectors: GOV, role: Minister of Finance, start: 2024-01-01}
- {kind: place, name: Haven Point, country: AUT, feature: facility, latitude: 48.5, longitude: 16.25}
`,
  )
  const limits = jobs === '0' ? [] : ['--jobs', jobs, '--max-seconds', '50']
  const { stdout, stderr } = code(['--lexicon', file, ...limits])
  expect(stderr).not.toContain('own.yaml')
  const record = JSON.parse(stdout) as {
    actors: { entity: string }[]
    places: { name: string; latitude: number }[]
  }
  expect(record.actors.map(({ entity }) => entity)).toContain('person/ana-roe')
  expect(record.places).toContainEqual(expect.objectContaining({ name: 'Haven Point', latitude: 48.5 }))
})

it('says which row is bad and what was expected', () => {
  const file = join(folder, 'bad.csv')
  writeFileSync(file, 'kind,id,name,country\nperson,person/x,X,Austria\n')
  const { stderr, status } = code(['--lexicon', file])
  expect(stderr).toContain(
    'bad.csv:2: column "country": expected an ISO 3166-1 alpha-3 code or nothing, found "Austria"',
  )
  expect(status).toBe(2)
})
