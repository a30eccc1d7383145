/**
 * Draws things to judge at random from the development corpus and prints each with what stands around it.
 *
 *   npx tsx --conditions=source bench/statements/draw.ts --kinds positions,figures --counts 150,200 --seed 1 > sample.txt
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

const kinds = argument('kinds', 'positions,commitments,figures').split(',') as Kind[]
const counts = argument('counts', '150,150,200').split(',').map(Number)
const random = seededRandom(Number(argument('seed', '1')))
/** Long transcripts would fill the sample with one voice. */
const LONGEST = 12_000
const A_DOCUMENT = 2

const ground = loadGround()
const sources = shuffle([...corpusSources(sharedFolder())], random)
const left = new Map(kinds.map((kind, k) => [kind, counts[k] ?? 0] as const))
const printed = new Map<Kind, string[]>(kinds.map((kind) => [kind, []]))
for (const source of sources) {
  if (![...left.values()].some((n) => n > 0)) break
  if (source.text.length > LONGEST || openDocument(source).language !== 'en') continue
  const record = read(source, ground)
  const items = judgedItems(record)
  for (const kind of kinds) {
    const more = left.get(kind) ?? 0
    const own = shuffle(
      items.filter((it) => it.kind === kind),
      random,
    ).slice(0, Math.min(A_DOCUMENT, more))
    for (const item of own) printed.get(kind)?.push(shown(record, item))
    left.set(kind, more - own.length)
  }
}
for (const kind of kinds) console.log(`# ${kind}\n\n${(printed.get(kind) ?? []).join('\n')}`)

function shown(record: Record, item: JudgedItem): string {
  const { text, published } = record.document
  const from = Math.max(0, item.start - 350)
  const around = `${text.slice(from, item.start)}⟦${text.slice(item.start, item.end)}⟧${text.slice(item.end, item.end + 150)}`
  return [
    `@ ${item.document}\t${item.start}\t${item.end}\t${item.claim}`,
    `  published ${published ?? '-'} · ${describe(record, item)}`,
    `  …${around.replace(/\s+/g, ' ')}…\n`,
  ].join('\n')
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
