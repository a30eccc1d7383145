// Writes lexicon/actors/leaders.tsv: who led each state since 1980, from Archigos 4.1, where the list of office holders
// knows nobody of that surname in a leading office at the time.
//   node scripts/lexicon/actors/import-leaders.mjs --shared ../shared
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const flag = process.argv.indexOf('--shared')
const kb = join(flag > 0 ? process.argv[flag + 1] : '../shared', 'kb')
const SINCE = '1980-01-01'
const LEADS = /^(President|Prime Minister|Chancellor|King|Queen|Emir|Sultan|Premier|Taoiseach|Supreme Leader)/

const fold = (text) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
const rows = (file) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
const iso = new Map(
  readFileSync(join(kb, 'plover-agents', 'cow2iso.txt'), 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
    .map(([number, , , , code]) => [number, code]),
)

const known = new Map()
for (const file of ['officeholders', 'persons'])
  for (const [, , name = '', , country = '', , role = '', start = '', end = ''] of rows(
    `lexicon/actors/${file}.tsv`,
  ))
    if (LEADS.test(role))
      known.set(country, [
        ...(known.get(country) ?? []),
        { words: fold(name).split(/[ -]/), start, end: end || '9999' },
      ])

function decoded(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** "https://…/http://dbpedia.org/resource/Ulysses_S._Grant" names the person in full. */
function fullName(leader, uri) {
  // The list's links went through a mail filter: "dbpedia.org_resource_Ulysses-5FS.-5FGrant", "-2525C3-2525A9" for é.
  const raw = /dbpedia\.org[_/]resource[_/]([^&?]+)/.exec(uri)?.[1] ?? ''
  const found = decoded(
    decoded(raw.replaceAll('-5F', '_').replaceAll('-25', '%')).replace(/-([0-9A-F]{2})/g, '%$1'),
  )
  const name = found
    .split('_')
    .join(' ')
    .replace(/\s*\(.*\)$/, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  const surname = fold(leader).split(' ').at(-1) ?? ''
  return /^[\p{L} .'’-]{4,}$/u.test(name) && fold(name).includes(surname) ? name : leader
}

/** Cells of a line; a comma inside quotation marks parts none, and what follows it is a first name. */
const cellsOf = (line) => line.replace(/"([^"]*)"/g, (_, cell) => cell.split(',')[0]).split(',')

const out = []
for (const line of gunzipSync(readFileSync(join(kb, 'archigos', 'archigos_4.1.csv.gz')))
  .toString('utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)) {
  const [code, , , leader = '', start = '', end = '', , , gender = '', , uri = ''] = cellsOf(line)
  const country = iso.get(code)
  if (!country || end < SINCE || leader === '') continue
  const surname = fold(leader).split(' ').at(-1) ?? ''
  if (
    (known.get(country) ?? []).some(
      (one) => one.words.includes(surname) && one.start <= end && one.end >= start,
    )
  )
    continue
  const name = fullName(leader.trim(), uri)
  const last = end >= '2015-12-31' ? '' : end
  const id = `person/${fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`
  out.push(
    [
      'person',
      id,
      name,
      name === leader ? '' : leader.includes(' ') ? leader : '',
      country,
      'GOV',
      'head of state or government',
      start,
      last,
      'Archigos 4.1',
      gender.toLowerCase(),
    ].join('\t'),
  )
}
writeFileSync(
  'lexicon/actors/leaders.tsv',
  `kind\tid\tname\taliases\tcountry\tsectors\trole\tstart\tend\tsource\tgender\n${[...new Set(out)].sort().join('\n')}\n`,
)
console.log(`${out.length} leaders`)
