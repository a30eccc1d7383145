/**
 * How well documents are put into stories and events into happenings, on ECB+.
 * Run: npm run bench:stories -- [--shared ../shared] [--archive FILE.tar.gz --sentences FILE.csv.gz] [--orders 3]
 *
 * All topics are mixed and come in random order, without dates. A document's gold story is the one that its file's name
 * gives. An event of ours is scored where its trigger overlaps an annotated mention (in the sentences that ECB+'s
 * authors validated); two are one happening when their mentions are in one chain. Both by B³ (see b-cubed.ts).
 */
import { join } from 'node:path'
import { openSqliteArchive } from '#archive'
import { loadGround } from '#ground'
import { type Record, read } from '#record'
import { argument } from '../../training/arguments.ts'
import { bCubed, type Score } from './b-cubed.ts'
import { type GoldDocument, readEcb } from './ecb.ts'
import { randomFrom } from './generate.ts'

const stories = join(argument('shared', '../shared'), 'gold/stories')
const gold = readEcb(
  argument('archive', join(stories, 'ecbplus-topics-1-35.tar.gz')),
  argument('sentences', join(stories, 'ECBplus_coreference_sentences.csv.gz')),
)
const ground = loadGround()
const coded = gold.map((it) => ({ gold: it, record: read({ text: it.text, externalId: it.id }, ground) }))
type Coded = (typeof coded)[number]

const orders = Number(argument('orders', '3'))
const runs: { readonly story: string[]; readonly happening: string[] }[] = []
console.log('order    document stories             event happenings')
console.log('         P      R      F1            P      R      F1      mentions')
for (let seed = 1; seed <= orders; seed++) {
  const run = await cluster(shuffled(coded, seed))
  const documents = coded.map(({ gold, record }) => ({
    gold: gold.story,
    system: run.story.get(record.document.id) ?? '',
  }))
  const mentions = coded.flatMap((it) => aligned(it, run.happening))
  console.log(
    `${seed}        ${line(bCubed(documents))}        ${line(bCubed(mentions))}    ${mentions.length}`,
  )
  runs.push({ story: documents.map(({ system }) => system), happening: mentions.map(({ system }) => system) })
}
const [first, ...others] = runs
for (const kind of ['story', 'happening'] as const) {
  const scores = others.map(
    (other) =>
      bCubed((first?.[kind] ?? []).map((system, i) => ({ gold: system, system: other[kind][i] ?? '' }))).f1,
  )
  if (scores.length > 0)
    console.log(
      `${kind}: the other orders agree with the first by B³ F1 ${scores.map((it) => it.toFixed(3)).join(', ')}`,
    )
}
const all = gold.reduce((sum, { mentions }) => sum + mentions.length, 0)
console.log(
  `${gold.length} documents; ${all} annotated mentions, of which ours are those with an event of a PLOVER type`,
)

function line({ precision, recall, f1 }: Score): string {
  return [precision, recall, f1].map((it) => it.toFixed(3)).join('  ')
}

async function cluster(documents: readonly Coded[]) {
  const archive = await openSqliteArchive(':memory:')
  try {
    for (let i = 0; i < documents.length; i += 50)
      await archive.add(documents.slice(i, i + 50).map(({ record }) => record))
    const story = new Map<string, string>()
    const happening = new Map<string, string>()
    for (const { record } of documents) {
      const answer = await archive.document(record.document.id)
      story.set(record.document.id, answer?.story ?? '')
      for (const { id, events } of answer?.happenings ?? [])
        for (const event of events) happening.set(event, id)
    }
    return { story, happening }
  } finally {
    await archive.close()
  }
}

/** Annotated mentions that an event of ours stands on, each with its chain and our happening. */
function aligned(
  { gold, record }: { gold: GoldDocument; record: Record },
  happening: ReadonlyMap<string, string>,
) {
  const used = new Set<string>()
  return gold.mentions.flatMap((mention) => {
    const event = record.events.find(
      ({ id, trigger }) => !used.has(id) && trigger.start < mention.end && mention.start < trigger.end,
    )
    if (!event) return []
    used.add(event.id)
    return [{ gold: mention.happening, system: happening.get(event.id) ?? '' }]
  })
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = randomFrom(seed)
  const list = [...items]
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [a, b] = [list[i], list[j]]
    if (a !== undefined && b !== undefined) {
      list[i] = b
      list[j] = a
    }
  }
  return list
}
