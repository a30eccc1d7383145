// Draws events at random from the news wires, for somebody to judge against PLOVER's rules:
//   npx tsx --conditions=source bench/events/draw.ts --shared DIR --seed 1 --size 100 > drawn.txt
// Prints a block an event to read, and beside it (--lines FILE) a line an event that waits for its verdict in
// `judgements.jsonl`: `right` is to be filled in.
import { writeFileSync } from 'node:fs'
import { loadGround } from '#ground'
import { read } from '#record'
import { seededRandom, shuffle } from '../../training/random.ts'
import { corpusTexts, sharedFolder } from '../corpus.ts'

const flag = (name: string, otherwise: string) => {
  const at = process.argv.indexOf(name)
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise)
}
const seed = Number(flag('--seed', '1'))
const size = Number(flag('--size', '100'))
const lines = flag('--lines', '')
const ground = loadGround()
const drawn = corpusTexts(sharedFolder()).flatMap(({ id, text }) => {
  const record = read({ text, externalId: id }, ground)
  const actor = new Map(record.actors.map((it) => [it.id, it] as const))
  return record.events.map((event) => ({ doc: id, event, actor, title: text.slice(0, 60) }))
})
console.log(`${drawn.length} events`)
const sample = shuffle(drawn, seededRandom(seed)).slice(0, size)
sample.forEach(({ doc, event, actor }, i) => {
  const who = (ids: readonly string[]) => ids.map((it) => actor.get(it)?.span.text).join(' & ')
  const { type, mode, status, confidence, rule, trigger, evidence } = event
  console.log(
    `${i} ${type}${mode ? `/${mode}` : ''} ${status} ${confidence} ${rule} “${trigger.text.replace(/\s+/g, ' ')}” ${doc}\n   ${who(event.actors)}  >  ${who(event.recipients)}\n   ${evidence.text.replace(/\s+/g, ' ')}`,
  )
})
if (lines)
  writeFileSync(
    lines,
    sample
      .map(({ doc, event, actor }) => {
        const spans = (ids: readonly string[]) =>
          ids.map((it) => [actor.get(it)?.span.start, actor.get(it)?.span.end])
        return `${JSON.stringify({
          round: seed,
          doc,
          start: event.trigger.start,
          end: event.trigger.end,
          type: event.type,
          actors: spans(event.actors),
          recipients: spans(event.recipients),
          status: event.status,
          confidence: event.confidence,
        })}\n`
      })
      .join(''),
  )
