import { openDocument } from '#document'
import type { Queue } from '#queue'
import { withReadingOptions } from '../coding-options.ts'
import type { InputOptions } from '../input-options.ts'
import { openInputs } from '../inputs.ts'
import { type Opened, openSources } from '../open-sources.ts'
import { openProgress } from '../progress.ts'
import { type QueueCallOptions, reachQueue, withQueueOptions } from '../queue-options.ts'
import type { Register } from '../register.ts'
import { namesOrStandardInput } from '../run-coding.ts'
import { type Coded, type Refused, refuse } from '../work.ts'

/** `rapporteur submit`: puts documents on the queue for workers. */
export const submit: Register = (program) => {
  withQueueOptions(withReadingOptions(program.command('submit')))
    .description('put documents on a NATS queue, for any number of `rapporteur work` to code')
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
A document is told apart by its text, source and date: submitted again it is counted as there already.

Example:
  rapporteur submit --queue nats://127.0.0.1:4222 news/
`

/** So many documents are on their way to the server at a time. */
const WINDOW = 64

async function run(files: string[], options: InputOptions & QueueCallOptions): Promise<void> {
  const names = namesOrStandardInput(files)
  const queue = await reachQueue(options)
  const progress = openProgress('submitted')
  const counts = { submitted: 0, duplicate: 0 }
  try {
    for await (const { result, outcome } of submitAll(queue, openSources(openInputs(names, options)))) {
      if (outcome) counts[outcome]++
      progress.count(result)
    }
  } finally {
    await queue.close()
  }
  process.exitCode = progress.close()
  process.stdout.write(`${counts.submitted} submitted, ${counts.duplicate} there already\n`)
}

interface Submitted {
  readonly result: Coded | Refused
  readonly outcome: 'submitted' | 'duplicate' | null
}

/** Submits as documents come, some at a time; says of each what became of it, in order. */
async function* submitAll(
  queue: Queue,
  sources: AsyncIterable<Opened | Refused>,
): AsyncGenerator<Submitted, void, undefined> {
  const flying: Promise<Submitted>[] = []
  for await (const opened of sources) {
    flying.push(
      opened.kind === 'refused'
        ? Promise.resolve({ result: opened, outcome: null })
        : submitOne(queue, opened),
    )
    if (flying.length < WINDOW) continue
    const first = flying.shift()
    if (first) yield await first
  }
  for (const submitted of flying) yield await submitted
}

async function submitOne(queue: Queue, { name, place, source }: Opened): Promise<Submitted> {
  const { id, notes } = openDocument(source)
  if (notes.some(({ rule }) => rule === 'empty'))
    return { result: refuse(name, place, 'the document has no text'), outcome: null }
  const from = place === null ? name : `${name}, ${place}`
  try {
    const outcome = await queue.submit({ id, name: from, source })
    return { result: { kind: 'coded', name, place, output: '' }, outcome }
  } catch (error) {
    const reason = `the queue did not take it: ${error instanceof Error ? error.message : String(error)}`
    return { result: refuse(name, place, reason, true), outcome: null }
  }
}
