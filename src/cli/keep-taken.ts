import type { Archive } from '#archive'
import { ArchiveError } from '#archive'
import type { Delivery, Taking } from '#queue'
import type { Record } from '#record'
import { codeAll } from './pool.ts'
import type { Coded, Input, Refused } from './work.ts'

/** What became of a document that was taken from the queue. */
export type Outcome = 'added' | 'unchanged' | 'recoded' | 'again' | 'dead'

export interface KeepOptions {
  readonly jobs: number
  readonly maxSeconds?: number
  readonly onOutcome: (outcome: Outcome, delivery: Delivery, reason: string | null) => void
  /** The archive could not be written; the batch is tried again after a pause. */
  readonly onTrouble: (message: string) => void
}

/** A record that is coded and waits to be written. */
interface Ready {
  readonly delivery: Delivery
  readonly record: Record
}

/** Records written together, at most: one wait for the disk serves them all. */
const BATCH = 50
/** Milliseconds a record waits for others before it is written. */
const LONGEST_WAIT = 250
/** Milliseconds between tries to write while the archive is away. */
const PAUSES = [200, 500, 1000, 2000, 5000]

/**
 * Codes what is taken from a queue and keeps it: a document is settled only after its record is on the disk, so one
 * that was kept twice is there once (`add` is idempotent) and none is lost. Ends when the taking is stopped.
 */
export async function keepTaken(archive: Archive, taking: Taking, options: KeepOptions): Promise<void> {
  const order: Delivery[] = []
  const writer = openWriter(archive, options)
  const { jobs, maxSeconds } = options
  const inputs = inputsOf(taking, order)
  for await (const result of codeAll(inputs, { task: 'code', jobs, ...(maxSeconds ? { maxSeconds } : {}) })) {
    // one document an input, and results come in the order of the inputs
    const delivery = order.shift()
    if (!delivery) throw new Error('a result without a document that was taken')
    if (result.kind === 'coded') await writer.write({ delivery, record: parse(result) })
    else options.onOutcome(await delivery.failed(result.reason), delivery, result.reason)
  }
  await writer.close()
}

const parse = ({ output }: Coded) => JSON.parse(output) as Record

async function* inputsOf(
  taking: Taking,
  order: Delivery[],
): AsyncGenerator<Input | Refused, void, undefined> {
  for await (const delivery of taking) {
    order.push(delivery)
    const { name, source } = delivery.submission
    yield { kind: 'source', name, place: null, source }
  }
}

/** Writes records in batches: when a batch is full, or when its first has waited long enough. */
function openWriter(archive: Archive, options: KeepOptions) {
  let batch: Ready[] = []
  let timer: NodeJS.Timeout | undefined
  let last: Promise<void> = Promise.resolve()
  let broken: { readonly error: unknown } | null = null
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    const full = batch
    batch = []
    if (full.length > 0)
      last = last
        .then(() => keepBatch(archive, full, options))
        .catch((error: unknown) => {
          broken ??= { error }
        })
    return last
  }
  const check = () => {
    if (broken) throw broken.error
  }
  return {
    async write(ready: Ready) {
      batch.push(ready)
      if (batch.length >= BATCH) await flush()
      else if (batch.length === 1) timer = setTimeout(() => void flush(), LONGEST_WAIT)
      check()
    },
    async close() {
      await flush()
      check()
    },
  }
}

async function keepBatch(archive: Archive, batch: readonly Ready[], options: KeepOptions): Promise<void> {
  for (let again = 0; ; again++) {
    try {
      const added = await archive.add(batch.map(({ record }) => record))
      batch.forEach(({ delivery }, i) => {
        delivery.done()
        options.onOutcome(added[i]?.outcome ?? 'unchanged', delivery, null)
      })
      return
    } catch (error) {
      if (isRecordsFault(error)) return keepOneByOne(archive, batch, error, options)
      const pause = PAUSES[again]
      if (pause === undefined) {
        for (const { delivery } of batch) delivery.giveBack()
        throw error
      }
      options.onTrouble(error instanceof Error ? error.message : String(error))
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

const isRecordsFault = (error: unknown) => error instanceof ArchiveError && error.kind === 'invalid-record'

/** One bad record must not hold up the others of its batch. */
async function keepOneByOne(archive: Archive, batch: readonly Ready[], error: unknown, options: KeepOptions) {
  const [only, ...others] = batch
  if (only && others.length === 0) {
    const reason = error instanceof Error ? error.message : String(error)
    options.onOutcome(await only.delivery.failed(reason), only.delivery, reason)
    return
  }
  for (const ready of batch) await keepBatch(archive, [ready], options)
}
