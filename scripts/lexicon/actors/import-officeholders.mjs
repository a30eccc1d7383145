// Turns the open list of office holders (Wikidata, CC0) into reviewed rows: lexicon/actors/officeholders.tsv.
// node scripts/lexicon/actors/import-officeholders.mjs [--shared DIR]
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const at = process.argv.indexOf('--shared')
const shared = at > 0 ? process.argv[at + 1] : (process.env.RAPPORTEUR_SHARED ?? '../shared')
const file = `${shared}/kb/officeholders.csv.gz`
if (!existsSync(file)) {
  console.error(`expected ${file} (give the folder with --shared DIR)`)
  process.exit(2)
}

const ODD = {
  'bosnia-herzegovina': 'BIH',
  'congo-kinshasa': 'COD',
  czech: 'CZE',
  donetsk: 'UKR',
  luhansk: 'UKR',
  'ivory-coast': 'CIV',
  saudi: 'SAU',
  'swiss-federal-council': 'CHE',
  uae: 'ARE',
  us: 'USA',
  'world-igo': '',
  world: '',
}
const slug = (s) =>
  s
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
const codes = new Map(
  readFileSync('lexicon/actors/countries.tsv', 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter((c) => c[1])
    .map((c) => [slug(c[1]), c[0]]),
)

// The first pattern that fits names the sectors; order matters: a speaker of parliament may be called president.
const SECTORS = [
  [/first lady|first gentleman|queen consort/i, 'ELI'],
  [/leader of the opposition|opposition leader/i, 'OPP LEG'],
  [/party|leader of the .*(democrats|conservatives|labour|liberals)/i, 'PTY'],
  [
    /united nations|world trade|osce|council of europe|secretary-general of|arab parliament|european union|nato/i,
    null,
  ],
  [/minister|secretary/i, 'GOV'],
  [/(court|judge|justice of|chief justice|magistrate|prosecutor|lord chancellor|council of justice)/i, 'JUD'],
  [
    /(senate|chamber|assembly|parliament|congress|house of|knesset|duma|bundestag|rada|majlis|speaker|diet|storting|riksdag|folketing|sejm|althing|seimas|riigikogu|saeima|sabor|council of states|federal council of|legislative|member of the (house|senate)|lok sabha|rajya sabha)/i,
    'LEG',
  ],
  [
    /\b(intelligence|security service|cia|mossad|shin bet|mi5|mi6|federal security|secret service)/i,
    'SPY GOV',
  ],
  [/(police|federal bureau|gendarmerie)/i, 'COP'],
  [
    /(chief of (the )?(general|defen|army|naval|air|joint)|general staff|army|navy|naval staff|air force|armed forces|military|commander|joint chiefs|defence staff|defense staff|chief of defence)/i,
    'MIL',
  ],
]
function sectorsOf(position, country) {
  const found = SECTORS.find(([pattern]) => pattern.test(position))
  if (/^(permanent representative|ambassador)/i.test(position)) return 'GOV'
  if (/international court/i.test(position)) return 'IGO JUD'
  if (found && found[1] === null) return country ? 'GOV' : 'IGO'
  return found ? found[1] : country ? 'GOV' : 'IGO'
}

function* csv(text) {
  let row = [],
    cell = '',
    quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (c === '"') quoted = true
    else if (c === ',') {
      row.push(cell)
      cell = ''
    } else if (c === '\n') {
      row.push(cell.replace(/\r$/, ''))
      yield row
      row = []
      cell = ''
    } else cell += c
  }
}

const spoken = (position, country) =>
  (country === 'USA' ? position.replace(/Defence/g, 'Defense') : position).replace(
    /^(ambassador|president|judge|member|head|chairman|director)\b/,
    (w) => w[0].toUpperCase() + w.slice(1),
  )

// Wikidata's decades and stray marks are no dates.
const day = (text) => (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) ? text : '')

const rows = new Set()
const owner = new Map()
const [, ...list] = csv(gunzipSync(readFileSync(file)).toString('utf8'))
for (const [place, position, person, wikidata, start, end, gender, , , wiki] of list) {
  if (!person || /^Q\d+$/.test(person) || !position || (end && end < '1945')) continue
  const country = ODD[place] ?? codes.get(place)
  if (country === undefined) throw new Error(`no country code for "${place}"`)
  let id = `person/${slug(person)}`
  if (owner.has(id) && owner.get(id) !== wikidata) id += `-${wikidata.toLowerCase()}`
  else owner.set(id, wikidata)
  // The article's title is how English calls a person, where it is that person's name.
  const title = wiki.replace(/ \(.*\)$/, '')
  const alias =
    title && title !== person && /^[\p{L} .'’-]+$/u.test(title) && title.split(' ').length < 6 ? title : ''
  const sex = gender === 'female' ? 'f' : gender === 'male' ? 'm' : ''
  rows.add(
    [
      'person',
      id,
      person,
      alias,
      country,
      sectorsOf(position, country),
      spoken(position, country),
      day(start),
      day(end),
      `Wikidata ${wikidata}`,
      sex,
    ].join('\t'),
  )
}
const sorted = [...rows].sort()
writeFileSync(
  'lexicon/actors/officeholders.tsv',
  ['kind\tid\tname\taliases\tcountry\tsectors\trole\tstart\tend\tsource\tgender', ...sorted, ''].join('\n'),
)
console.log(`${sorted.length} offices of ${owner.size} persons`)
