// Fits the weights of src/3-mentions/places/place-weights.ts on LGL and GeoWebNews:
//   npx tsx --conditions=source training/places/train.ts --shared ../shared [--all]
// Every other document of gold/places.jsonl is used, the rest measures; --all fits on every document.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDocument } from '#document'
import { loadGround } from '#ground'
import type { Place } from '#lexicon'
import type { Syntax } from '#syntax'
import { sharedFolder } from '../../bench/corpus.ts'
import { findActors } from '../../src/3-mentions/actors/index.ts'
import { leanOf, type WeighedMatch, weighPlaces } from '../../src/3-mentions/places/index.ts'
import { actorFeatures, actorsOf, isMetonym } from '../../src/3-mentions/places/place-or-actor.ts'
import { PLACE_WEIGHTS, type PlaceWeights } from '../../src/3-mentions/places/place-weights.ts'
import { entityTexts } from './entities.ts'

interface Toponym {
  readonly start: number
  readonly end: number
  readonly latitude?: number
  readonly longitude?: number
}
interface Text {
  readonly syntax: Syntax
  readonly toponyms: readonly Toponym[]
}

const { parser, lexicon } = loadGround()
const whole = process.argv.includes('--all')
const texts: Text[] = readFileSync(join(sharedFolder(), 'gold', 'places.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .filter((_, i) => whole || i % 2 === 0)
  .flatMap((line) => {
    const { text, toponyms } = JSON.parse(line) as { text: string; toponyms: Toponym[] }
    const syntax = parser.parse(openDocument({ text }))
    // Offsets of the gold count in the text as it came; the few texts that are evened out are left aside.
    return syntax.document.text === text ? [{ syntax, toponyms }] : []
  })
/** GUM tells in all genres which names are places'; a name counts by the innermost entity that holds it. */
const entities: Text[] = entityTexts(sharedFolder()).map(({ text, entities: found }) => ({
  syntax: parser.parse(openDocument({ text })),
  toponyms: found.filter(
    (one) =>
      one.type === 'place' &&
      /^(the )?\p{Lu}/iu.test(text.slice(one.start, one.end)) &&
      one.end - one.start < 60 &&
      !found.some(
        (other) =>
          other !== one && other.start >= one.start && other.end <= one.end && other.type !== 'place',
      ),
  ),
}))
console.log(`${texts.length} texts, ${entities.length} of GUM`)

const weigh = (weights: PlaceWeights, from: readonly Text[] = texts) =>
  from.map(({ syntax, toponyms }) => ({
    syntax,
    toponyms,
    matches: weighPlaces(syntax, lexicon.places, weights),
  }))

const goldOf = ({ match }: WeighedMatch, syntax: Syntax, toponyms: readonly Toponym[]) => {
  const [start, end] = [syntax.start[match.first] as number, syntax.end[match.last] as number]
  return toponyms.find((t) => t.start < end && t.end > start)
}

function kilometres(a: Place, b: Toponym): number {
  const rad = Math.PI / 180
  const [lat, lon] = [b.latitude ?? 0, b.longitude ?? 0]
  const h =
    Math.sin(((lat - a.latitude) * rad) / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(lat * rad) * Math.sin(((lon - a.longitude) * rad) / 2) ** 2
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)))
}

interface Choice {
  readonly features: readonly (readonly number[])[]
  readonly right: readonly boolean[]
}

/** Names with several places, one of which is right. */
function choices(weights: PlaceWeights): Choice[] {
  return weigh(weights).flatMap(({ syntax, toponyms, matches }) =>
    matches.flatMap((weighed) => {
      const gold = goldOf(weighed, syntax, toponyms)
      if (gold?.latitude === undefined || weighed.sense.places.length < 2) return []
      const far = weighed.sense.places.map((place) => kilometres(place, gold))
      const least = Math.min(...far)
      if (least > 161) return []
      const right = far.map((km) => km <= Math.max(40, least + 1))
      return [{ features: weighed.sense.features, right }]
    }),
  )
}

/** Maximum likelihood of the right places by gradient ascent (Adam), with a pull towards zero. */
function fitChoices(rows: readonly Choice[], size: number, start: readonly number[]): number[] {
  const w = Array.from({ length: size }, (_, i) => start[i] ?? 0)
  const [m, v] = [new Float64Array(size), new Float64Array(size)]
  for (let step = 1; step <= 400; step++) {
    const slope = new Float64Array(size)
    for (const { features, right } of rows) {
      const raw = features.map((f) => f.reduce((sum, x, i) => sum + x * (w[i] as number), 0))
      const most = Math.max(...raw)
      const p = raw.map((x) => Math.exp(x - most))
      const all = p.reduce((a, b) => a + b, 0)
      const good = p.reduce((a, b, i) => a + (right[i] ? b : 0), 0)
      features.forEach((f, i) => {
        const g = (right[i] ? (p[i] as number) / good : 0) - (p[i] as number) / all
        for (let k = 0; k < size; k++) slope[k] = (slope[k] as number) + g * (f[k] as number)
      })
    }
    for (let k = 0; k < size; k++) {
      const g = (slope[k] as number) - 0.5 * (w[k] as number)
      m[k] = 0.9 * (m[k] as number) + 0.1 * g
      v[k] = 0.999 * (v[k] as number) + 0.001 * g * g
      w[k] =
        (w[k] as number) +
        (0.05 * (m[k] as number)) /
          (1 - 0.9 ** step) /
          (Math.sqrt((v[k] as number) / (1 - 0.999 ** step)) + 1e-8)
    }
  }
  const hits = rows.filter(({ features, right }) => {
    const raw = features.map((f) => f.reduce((sum, x, i) => sum + x * (w[i] as number), 0))
    return right[raw.indexOf(Math.max(...raw))]
  }).length
  console.log(`${rows.length} names, ${((100 * hits) / rows.length).toFixed(1)} % right`)
  return w.map((x) => Number(x.toFixed(3)))
}

/** Logistic regression over named features; rare ones are left out. */
function fitToponym(weights: PlaceWeights): Map<string, number> {
  const rows = [...weigh(weights), ...weigh(weights, entities)].flatMap(({ syntax, toponyms, matches }) => {
    const actorOf = actorsOf(syntax, findActors(syntax, lexicon.actors, leanOf(syntax, matches)))
    return matches.flatMap((weighed) => {
      const actor = actorOf(weighed.match)
      if (actor && isMetonym(syntax, weighed, actor)) return []
      return [
        {
          features: [...weighed.features, ...actorFeatures(weighed, actor)],
          right: goldOf(weighed, syntax, toponyms) !== undefined,
        },
      ]
    })
  })
  const counts = new Map<string, number>()
  for (const { features } of rows) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1)
  const w = new Map([...counts].flatMap(([f, n]) => (n >= 8 ? [[f, 0] as [string, number]] : [])))
  const grad = new Map([...w.keys()].map((f) => [f, 1e-6] as [string, number]))
  for (let round = 0; round < 60; round++)
    rows.forEach((_, k) => {
      const row = rows[(k * 7919 + round * 104729) % rows.length]
      if (!row) return
      const z = row.features.reduce((sum, f) => sum + (w.get(f) ?? 0), 0)
      const g = (row.right ? 1 : 0) - 1 / (1 + Math.exp(-z))
      for (const f of row.features) {
        const old = w.get(f)
        if (old === undefined) continue
        const slope = g - 0.003 * old
        const sum = (grad.get(f) as number) + slope * slope
        grad.set(f, sum)
        w.set(f, old + (0.15 * slope) / Math.sqrt(sum))
      }
    })
  const hits = rows.filter(
    ({ features, right }) => features.reduce((s, f) => s + (w.get(f) ?? 0), 0) > 0 === right,
  )
  console.log(`${rows.length} matches, ${((100 * hits.length) / rows.length).toFixed(1)} % right`)
  return new Map(
    [...w]
      .map(([f, x]) => [f, Number(x.toFixed(2))] as [string, number])
      .filter(([, x]) => Math.abs(x) >= 0.03)
      .sort((a, b) => (a[0] < b[0] ? -1 : 1)),
  )
}

const first = fitChoices(choices({ ...PLACE_WEIGHTS, rounds: 0 }), 13, PLACE_WEIGHTS.first)
let weights: PlaceWeights = { ...PLACE_WEIGHTS, first, rounds: 1, next: [...first, 1, 1, 1, 1] }
for (let round = 0; round < 3; round++) {
  weights = { ...weights, next: fitChoices(choices(weights), 17, weights.next), rounds: 2 }
}
const toponym = fitToponym(weights)
const list = (numbers: readonly number[]) => `[${numbers.join(', ')}]`
writeFileSync(
  'src/3-mentions/places/place-weights.ts',
  `/** How evidence is weighed; see \`PLACE_WEIGHTS\`. */
export interface PlaceWeights {
  /** Times that the names of a document are weighed against each other. */
  readonly rounds: number
  /** Of what a place shows by itself, in the order of \`ownFeatures\`. */
  readonly first: readonly number[]
  /** The same and then: places near by, names of the same region, of the same country. */
  readonly next: readonly number[]
  /** Whether a match is the name of a place at all; log odds of each feature. */
  readonly toponym: ReadonlyMap<string, number>
}

/** Fitted by training/places/train.ts on LGL and GeoWebNews (NOTICE); no text of either is contained. */
export const PLACE_WEIGHTS: PlaceWeights = {
  rounds: 2,
  first: ${list(weights.first)},
  next: ${list(weights.next)},
  toponym: new Map(
    Object.entries({
${[...toponym].map(([f, x]) => `      ${/^[a-z]+$/.test(f) ? f : JSON.stringify(f).replaceAll("'", "\\'").replace(/^"|"$/g, "'").replaceAll('\\"', '"')}: ${x},`).join('\n')}
    }),
  ),
}
`,
)
