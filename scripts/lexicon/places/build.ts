// Compiles models/places.bin from GeoNames, Natural Earth and the rows in lexicon/places/:
//   npx tsx --conditions=source scripts/lexicon/places/build.ts --shared ../shared
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sharedFolder } from '../../../bench/corpus.ts'

interface Row {
  names: string[]
  feature: string
  country: string
  admin1: string
  latitude: number
  longitude: number
  geonames: string
  population: number
}

const kb = join(sharedFolder(), 'kb')
const table = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
const tsv = (path: string) => table(readFileSync(path, 'utf8')).slice(1)

const info = table(readFileSync(join(kb, 'geonames', 'countryInfo.tsv'), 'utf8'))
const alpha3 = new Map(info.map((c) => [c[0] ?? '', c[1] ?? '']))
const admin1 = new Map(
  table(readFileSync(join(kb, 'geonames', 'regionInfo.tsv'), 'utf8')).map((c) => [
    c[0] ?? '',
    { name: c[2] || (c[1] ?? ''), id: c[3] ?? '' },
  ]),
)
const cities = table(
  execFileSync('unzip', ['-p', join(kb, 'geonames', 'cities15000.zip')], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  }),
)
const actors = tsv('lexicon/actors/countries.tsv')
const aliases = new Map(
  actors.map((c) => [c[0] ?? '', [c[1] ?? '', ...(c[2] ?? '').split('|')].filter(Boolean)]),
)
const demonyms = new Map(actors.map((c) => [c[0] ?? '', (c[3] ?? '').split('|').filter(Boolean)]))

/** English-looking other names of a large city. */
function otherNames(main: string, ascii: string, list: string, population: number): string[] {
  const out = new Set([main, ascii])
  if (population >= 120_000)
    for (const name of list.split(',')) if (/^[A-Z][a-z]{3,}( [A-Z][a-z]{2,})?$/.test(name)) out.add(name)
  return [...out]
}

const rows: Row[] = cities.map((c) => {
  const population = Number(c[14] ?? 0)
  const [iso2 = '', code = ''] = [c[8], c[10]]
  return {
    names: otherNames(c[1] ?? '', c[2] ?? '', c[3] ?? '', population),
    feature: c[7] === 'PPLC' ? 'capital' : 'city',
    country: alpha3.get(iso2) ?? '',
    admin1: admin1.get(`${iso2}.${code}`)?.name ?? '',
    latitude: Number(c[4]),
    longitude: Number(c[5]),
    geonames: c[0] ?? '',
    population,
  }
})

/** A first-level region lies in the middle of its cities' bounding box. */
function regions(): Row[] {
  const boxes = new Map<string, { lat: number[]; lon: number[]; people: number }>()
  for (const c of cities) {
    const key = `${c[8]}.${c[10]}`
    const box = boxes.get(key) ?? { lat: [], lon: [], people: 0 }
    boxes.set(key, box)
    box.lat.push(Number(c[4]))
    box.lon.push(Number(c[5]))
    box.people += Number(c[14])
  }
  return [...boxes].flatMap(([key, { lat, lon, people }]) => {
    const region = admin1.get(key)
    const country = alpha3.get(key.slice(0, 2)) ?? ''
    if (!region || !country) return []
    const middle = (list: number[]) => (Math.min(...list) + Math.max(...list)) / 2
    const plain = region.name.replace(
      / (Oblast|Province|Governorate|Region|State|Prefecture|District|County)$/i,
      '',
    )
    // "South Governorate" is not called "South".
    const names = [
      ...new Set([
        region.name,
        /^(north|south|east|west|central|northern|southern|eastern|western|capital)$/i.test(plain)
          ? region.name
          : plain,
      ]),
    ]
    return [
      {
        names,
        feature: 'region',
        country,
        admin1: region.name,
        latitude: middle(lat),
        longitude: middle(lon),
        geonames: region.id,
        population: people,
      },
    ]
  })
}

function countries(): Row[] {
  const polygons = JSON.parse(
    gunzipSync(readFileSync(join(kb, 'naturalearth', 'ne_50m_admin_0_countries.geojson.gz'))).toString(
      'utf8',
    ),
  ) as {
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
    const names = [...new Set([c[4] ?? '', ...(aliases.get(code) ?? [])])]
    return [
      {
        names,
        feature: 'country',
        country: code,
        admin1: '',
        latitude: at[0],
        longitude: at[1],
        geonames: c[16] ?? '',
        population: Number(c[7] ?? 0),
      },
    ]
  })
}

function seas(): Row[] {
  const file = JSON.parse(
    gunzipSync(readFileSync(join(kb, 'naturalearth', 'ne_10m_geography_marine_polys.geojson.gz'))).toString(
      'utf8',
    ),
  ) as {
    features: { properties: { name: string | null }; geometry: { type: string; coordinates: never } }[]
  }
  return file.features.flatMap(({ properties, geometry }) => {
    const name = properties.name ?? ''
    if (!/ /.test(name)) return []
    const rings = (geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.coordinates) as unknown as number[][][][]
    const points = rings.flatMap((polygon) => polygon[0] ?? [])
    const mean = (i: number) => points.reduce((sum, p) => sum + (p[i] ?? 0), 0) / points.length
    return [
      {
        names: [name],
        feature: 'sea',
        country: '',
        admin1: '',
        latitude: mean(1),
        longitude: mean(0),
        geonames: '',
        population: 0,
      },
    ]
  })
}

const own: Row[] = tsv('lexicon/places/places.tsv').map((c) => ({
  names: [c[0] ?? '', ...(c[1] ?? '').split('|').filter(Boolean)],
  feature: c[2] ?? '',
  country: c[3] ?? '',
  admin1: c[4] ?? '',
  latitude: Number(c[5]),
  longitude: Number(c[6]),
  geonames: '',
  population: 3_000_000,
}))
const ownNames = new Set(own.flatMap(({ names }) => names))
const all = [
  ...countries(),
  ...own,
  ...seas().filter(({ names }) => !ownNames.has(names[0] ?? '')),
  ...regions(),
  ...rows,
]
for (const row of all) row.names = row.names.filter((name) => name.length > 1)
const lines = all.map((r) =>
  [
    r.names.join('|'),
    r.feature,
    r.country,
    r.admin1,
    r.latitude.toFixed(3),
    r.longitude.toFixed(3),
    r.geonames,
    r.population,
  ].join('\t'),
)
const shorts = tsv('lexicon/places/admin1-short.tsv').map((c) => c.join('\t'))
const people = [...demonyms].flatMap(([code, list]) =>
  list.length > 0 ? [`${code}\t${list.join('|')}`] : [],
)
writeFileSync(
  'models/places.bin',
  `RAPPLACE1\n${lines.join('\n')}\n\n${shorts.join('\n')}\n\n${people.join('\n')}\n`,
)
console.log(`wrote ${lines.length} places`)
