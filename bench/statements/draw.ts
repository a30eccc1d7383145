/**
 * Draws things to judge at random from the development corpus and prints each with what stands around it.
 *
 *   npx tsx --conditions=source bench/statements/draw.ts --kind positions --count 150 --seed 1 > sample.txt
 *
 * A line "@ document start end claim" begins each; put it, with `y` or `n` and a reason before it, into
 * `judged-KIND.tsv`. No text of the corpus goes there.
 */
import { openDocument } from '#document'
import { loadGround } from '#ground'
import { type Record, read } from '#record'
import { argument } from '../../training/arguments.ts'
import { seededRandom, shuffle } from '../../training/random.ts'
import { sharedFolder } from '../corpus.ts'
import { corpusSources } from './corpus-sources.ts'
import { type JudgedItem, judgedItems, type Kind } from './judged-items.ts'

const kind = argument('kind', 'positions') as Kind
const count = Number(argument('count', '150'))
const random = seededRandom(Number(argument('seed', '1')))
/** Long transcripts would fill the sample with one voice. */
const LONGEST = 12_000
const A_DOCUMENT = 2

const ground = loadGround()
const sources = shuffle([...corpusSources(sharedFolder())], random)
let left = count
for (const source of sources) {
  if (left <= 0) break
  if (source.text.length > LONGEST || openDocument(source).language !== 'en') continue
  const record = read(source, ground)
  const items = shuffle(
    judgedItems(record).filter((it) => it.kind === kind),
    random,
  )
  for (const item of items.slice(0, Math.min(A_DOCUMENT, left))) {
    print(record, item)
    left--
  }
}

function print(record: Record, item: JudgedItem): void {
  const { text, published } = record.document
  const from = Math.max(0, item.start - 350)
  const around = `${text.slice(from, item.start)}⟦${text.slice(item.start, item.end)}⟧${text.slice(item.end, item.end + 150)}`
  console.log(`@ ${item.document}\t${item.start}\t${item.end}\t${item.claim}`)
  console.log(`  published ${published ?? '-'} · ${describe(record, item)}`)
  console.log(`  …${around.replace(/\s+/g, ' ')}…\n`)
}

function describe(record: Record, { kind, start, end, claim }: JudgedItem): string {
  const named = (ids: readonly string[]) =>
    ids
      .map((id) => record.actors.find((it) => it.id === id))
      .map((it) => `${it?.span.text}${it?.name && it.name !== it.span.text ? ` (=${it.name})` : ''}`)
      .join(' + ')
  const at = (it: { start: number; end: number }) => it.start === start && it.end === end
  if (kind === 'positions') {
    const it = record.positions.find(({ proposition }) => at(proposition))
    return it
      ? `${named(it.holder)} ${it.stance}; toward ${it.toward === null ? '-' : named([it.toward])}`
      : claim
  }
  if (kind === 'commitments') {
    const it = record.commitments.find(({ act }) => at(act))
    return it
      ? `${named(it.by)} → ${named(it.to)}: ${it.strength} ${it.status}, due ${it.due}, if ${it.condition?.text}`
      : claim
  }
  return claim
}
