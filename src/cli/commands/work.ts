import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError } from 'commander'
import { keepTaken, type Outcome } from '../keep-taken.ts'
import { openArchive } from '../open-archive.ts'
import { printable } from '../printable.ts'
import { type QueueCallOptions, reachQueue, withQueueOptions } from '../queue-options.ts'
import type { Register } from '../register.ts'
import { openWorkMetrics } from '../work-metrics.ts'

interface WorkOptions extends QueueCallOptions {
  readonly archive: string
  readonly jobs: number
  readonly maxSeconds?: number
  readonly metrics?: number
  readonly untilEmpty?: boolean
}

/** `rapporteur work`: takes documents from the queue, codes them, keeps them. */
export const work: Register = (program) => {
  withWorkOptions(withQueueOptions(program.command('work')))
    .description(
      'take documents from a NATS queue, code them on all cores, keep them; run as many as you like',
    )
    .addHelpText('after', EXAMPLE)
    .action(run)
}

function withWorkOptions(command: Command): Command {
  return command
    .requiredOption('--archive <address>', 'the archive: postgres://… or an SQLite file')
    .option('--jobs <number>', 'worker threads', whole, availableParallelism())
    .option('--max-seconds <number>', 'longest time for one document, in seconds (default: 60)', whole)
    .option('--metrics <port>', 'serve /metrics (Prometheus) and /health on this loopback port', whole)
    .option('--until-empty', 'end when the queue is empty')
}

const EXAMPLE = `
A document leaves the queue only when its record is in the archive. SIGTERM and Ctrl-C finish what is in hand.

Example:
  rapporteur work --queue nats://127.0.0.1:4222 --archive postgres://desk@127.0.0.1/desk --metrics 9464
`

function whole(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError('a whole number was expected.')
  return number
}

/** Documents in a worker's hands at a time, by thread: enough to be never idle, few enough to be soon redone. */
const IN_HAND = 8

async function run(options: WorkOptions): Promise<void> {
  const archive = await openArchive(options.archive, true)
  const queue = await reachQueue(options)
  const metrics = await openWorkMetrics(queue, options.metrics)
  const taking = queue.take(options.jobs * IN_HAND)
  const stop = () => taking.stop()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const watch = options.untilEmpty ? stopWhenEmpty(queue, stop) : undefined
  const counts: { [outcome in Outcome]: number } = { added: 0, unchanged: 0, recoded: 0, again: 0, dead: 0 }
  try {
    await keepTaken(archive, taking, {
      jobs: options.jobs,
      ...(options.maxSeconds ? { maxSeconds: options.maxSeconds } : {}),
      onOutcome(outcome, { submission }, reason) {
        counts[outcome]++
        metrics.count(outcome)
        if (reason !== null) tell(`${submission.name}: ${reason}${outcome === 'dead' ? ' (given up)' : ''}`)
      },
      onTrouble: (message) => tell(`the archive could not be written, trying again: ${message}`),
    })
  } finally {
    clearInterval(watch)
    taking.release()
    await metrics.close()
    await queue.close()
    await archive.close()
  }
  const { added, recoded, unchanged, again, dead } = counts
  process.stdout.write(
    `${added} added, ${recoded} coded anew, ${unchanged} there already, ${again} put back, ${dead} given up\n`,
  )
  process.exitCode = dead > 0 ? 3 : 0
}

const tell = (message: string) => process.stderr.write(`rapporteur: ${printable(message)}\n`)

/** Asks now and then whether anything is left: on the queue, or in other workers' hands. */
function stopWhenEmpty(queue: Awaited<ReturnType<typeof reachQueue>>, stop: () => void): NodeJS.Timeout {
  return setInterval(() => {
    queue.status().then(
      ({ waiting, taken }) => {
        if (waiting === 0 && taken === 0) stop()
      },
      () => undefined, // the server is away: ask again later
    )
  }, 500)
}
