import type { Command } from 'commander'
import { openQueue, type Queue, QueueError } from '#queue'
import { CliError } from './cli-error.ts'

export interface QueueCallOptions {
  readonly queue: string
  readonly queueName: string
}

/** The options of commands that speak to the queue. */
export function withQueueOptions(command: Command): Command {
  return command
    .option(
      '--queue <url>',
      'NATS server, nats:// or tls://, several apart by commas (also $RAPPORTEUR_QUEUE)',
      process.env.RAPPORTEUR_QUEUE ?? 'nats://127.0.0.1:4222',
    )
    .option('--queue-name <name>', 'queues of other names on one server are strangers', 'rapporteur')
}

/** Opens the queue that a command names; credentials come from the URL or from NATS_* in the environment. */
export async function reachQueue({ queue, queueName }: QueueCallOptions): Promise<Queue> {
  try {
    return await openQueue(queue, { name: queueName, env: process.env })
  } catch (error) {
    if (error instanceof QueueError) throw new CliError(error.message, 1, { cause: error })
    throw error
  }
}
