/** Compiles the reviewed rows of lexicon/actors/ into models/actors.bin: npx tsx --conditions=source scripts/lexicon/actors/compile.ts */
import { readFileSync, writeFileSync } from 'node:fs'
import { type ActorRow, compileActors, readActorRows } from '../../../src/0-lexicon/actors/index.ts'

const FOLDER = 'lexicon/actors'
// Persons written by hand come last: they override rows of the open list.
const FILES = [
  'roles.tsv',
  'seats.tsv',
  'organisations.tsv',
  'groups.tsv',
  'leaders.tsv',
  'officeholders.tsv',
  'persons.tsv',
]

const blank = {
  aliases: [],
  country: null,
  sectors: [],
  role: null,
  start: null,
  end: null,
  gender: null,
} as const
const apart = (cell: string | undefined) => (cell ?? '').split('|').filter((part) => part !== '')

function countryRows(): ActorRow[] {
  const [, ...lines] = readFileSync(`${FOLDER}/countries.tsv`, 'utf8').trimEnd().split('\n')
  return lines.flatMap((line) => {
    const [code = '', name = '', aliases, demonyms, capitals] = line.split('\t')
    const [people, ...other] = apart(demonyms)
    const [capital, ...places] = apart(capitals)
    const row = (kind: ActorRow['kind'], id: string, title: string, also: string[]): ActorRow => ({
      ...blank,
      kind,
      id,
      name: title,
      aliases: also,
      country: code,
      sectors: kind === 'demonym' ? [] : ['GOV'],
    })
    return [
      row('country', `country/${code}`, name, apart(aliases)),
      ...(people ? [row('demonym', `people/${code}`, people, other)] : []),
      ...(capital
        ? [row('capital', `country/${code}/GOV`, name, [])].map((one) => ({
            ...one,
            name: capital,
            aliases: places,
          }))
        : []),
    ]
  })
}

const rows = [
  ...countryRows(),
  ...FILES.flatMap((file) => readActorRows(readFileSync(`${FOLDER}/${file}`, 'utf8'), file)),
]
const bytes = compileActors(rows)
writeFileSync('models/actors.bin', bytes)
console.log(`${rows.length} rows, ${bytes.length} bytes`)
