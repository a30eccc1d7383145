// `npm run bench:mentions -- --shared DIR`: who, where and when against the gold sets, each on its development and its
// check half, and the speed of this floor.
import { openDocument } from '#document'
import { loadGround } from '#ground'
import { findMentions } from '#mentions'
import type { Syntax } from '#syntax'
import { builtQuestions, heldOutQuestions } from '../actors/offices.ts'
import { type Judged, judgeActors } from '../actors/score.ts'
import { corpusTexts, sharedFolder } from '../corpus.ts'
import { type GoldText, type Half, scored } from './scored.ts'

const shared = sharedFolder()
const { parser, lexicon } = loadGround()
const parsed = new Map<string, Syntax>()

function syntaxOf({ id, text, published }: GoldText): Syntax {
  const known = parsed.get(id)
  if (known) return known
  const syntax = parser.parse(openDocument({ text, published: published ?? null, externalId: id }))
  parsed.set(id, syntax)
  return syntax
}

function figures(script: 'times' | 'places', half: Half): Readonly<Record<string, number>> {
  return scored(shared, script, half, (gold) => {
    const mentions = findMentions(syntaxOf(gold), lexicon)
    return { text: mentions.syntax.document.text, found: mentions[script] }
  })
}

interface Row {
  readonly name: string
  readonly must: string
  readonly aim: string
  readonly of: (half: Half) => number | undefined
}

const HALVES: readonly Half[] = ['all', 'development', 'check']
const kept = new Map<string, Readonly<Record<string, number>>>()
const figure = (script: 'times' | 'places', name: string) => (half: Half) => {
  const key = `${script} ${half}`
  const known = kept.get(key) ?? figures(script, half)
  kept.set(key, known)
  return known[name]
}

const judged = new Map(HALVES.map((half) => [half, judgeActors(shared, parser, lexicon, half)]))
const share = (right: (one: Judged) => boolean) => (half: Half) => {
  const list = judged.get(half) ?? []
  return list.filter(right).length / list.length
}

const ROWS: readonly Row[] = [
  { name: 'times: value F1', must: '0.78', aim: '0.85', of: figure('times', 'value_f1') },
  { name: 'times: relaxed F1', must: '0.90', aim: '0.94', of: figure('times', 'relaxed_f1') },
  { name: 'places: end to end within 161 km', must: '0.62', aim: '0.75', of: figure('places', 'e2e161') },
  { name: 'places: of the found, within 161 km', must: '0.80', aim: '0.92', of: figure('places', 'acc161') },
  { name: 'places: precision of mentions', must: '', aim: '', of: figure('places', 'precision') },
  { name: 'places: recall of literal toponyms', must: '', aim: '', of: figure('places', 'recall_literal') },
  {
    name: 'actors: right country and sector',
    must: '0.85',
    aim: '0.93',
    of: share(({ country, sector }) => country && sector),
  },
  { name: 'actors: found', must: '', aim: '', of: share(({ found }) => found !== undefined) },
  { name: 'actors: right country', must: '', aim: '', of: share(({ country }) => country) },
  { name: 'actors: right sector', must: '', aim: '', of: share(({ sector }) => sector) },
]

console.log(`${'measure'.padEnd(38)}${['must', 'aim', ...HALVES].map((one) => one.padStart(13)).join('')}`)
for (const { name, must, aim, of } of ROWS) {
  const values = HALVES.map((half) => (of(half) ?? Number.NaN).toFixed(4))
  console.log(`${name.padEnd(38)}${[must, aim, ...values].map((one) => one.padStart(13)).join('')}`)
}

const offices = [builtQuestions(lexicon.actors), heldOutQuestions(lexicon.actors, shared)]
const shareOf = (list: readonly { readonly right: boolean }[]) =>
  (list.filter(({ right }) => right).length / list.length).toFixed(4)
console.log(
  `office as of the date (must 0.97, aim 1.0): ${shareOf(offices.flat())} of ${offices.flat().length} questions; of rows of the build ${shareOf(offices[0] ?? [])}, held out from it ${shareOf(offices[1] ?? [])}`,
)

const texts = corpusTexts(shared).slice(0, 300)
const syntaxes = texts.map(({ id, text }) =>
  parser.parse(openDocument({ text, externalId: id, published: '2022-07-20' })),
)
const words = syntaxes.reduce((sum, { length }) => sum + length, 0)
let best = { cpu: Number.POSITIVE_INFINITY, wall: 0 }
for (let round = 0; round < 4; round++) {
  const [wall, cpu] = [performance.now(), process.cpuUsage()]
  for (const syntax of syntaxes) findMentions(syntax, lexicon)
  const spent = process.cpuUsage(cpu)
  const one = { cpu: (spent.user + spent.system) / 1e6, wall: (performance.now() - wall) / 1000 }
  if (one.cpu < best.cpu) best = one
}
const rate = (seconds: number) => Math.round(words / seconds).toLocaleString('en')
console.log(
  `speed of this floor (must 60,000, aim 150,000): ${rate(best.cpu)} tokens/s of CPU time, ${rate(best.wall)} tokens/s by the clock`,
)
