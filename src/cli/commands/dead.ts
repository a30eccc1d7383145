import { printable } from '../printable.ts'
import { type QueueCallOptions, reachQueue, withQueueOptions } from '../queue-options.ts'
import type { Register } from '../register.ts'

/** `rapporteur dead`: documents that failed every try. */
export const dead: Register = (program) => {
  withQueueOptions(program.command('dead'))
    .option('--resubmit', 'put them back on the queue')
    .description('list the documents of a queue that failed every try, with the reason')
    .addHelpText('after', EXAMPLE)
    .action(run)
}

const EXAMPLE = `
Columns: number, since, document, where it came from, reason; tabs between them.

Example:
  rapporteur dead                  list them
  rapporteur dead --resubmit       after the reason is mended
`

async function run({ resubmit, ...options }: QueueCallOptions & { readonly resubmit?: boolean }) {
  const queue = await reachQueue(options)
  let count = 0
  try {
    for await (const letter of queue.deadLetters()) {
      const { number, since, submission, reason } = letter
      const line = [number, since, submission.id, submission.name, reason].map((cell) =>
        printable(String(cell)),
      )
      process.stdout.write(`${line.join('\t')}\n`)
      if (resubmit) await queue.resubmit(letter)
      count++
    }
  } finally {
    await queue.close()
  }
  if (count === 0) process.stderr.write('rapporteur: no document was given up\n')
  else if (resubmit) process.stderr.write(`rapporteur: ${count} back on the queue\n`)
}
