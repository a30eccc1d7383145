import type { Archive } from '#archive'
import type { Source } from '#document'
import type { Record } from '#record'
import type { Output } from '../open-output.ts'
import { codeAll, type PoolOptions } from '../pool.ts'
import type { Coded, Refused, SourceInput } from '../work.ts'

/** What became of a document. */
export type Kept = 'added' | 'recoded' | 'unchanged' | Refused

/** Where records go: an archive, or a stream of lines. */
export type Destination = { readonly archive: Archive } | { readonly output: Output }

interface Waiting {
  readonly input: SourceInput
  readonly settle: (kept: Kept) => void
  readonly fail: (error: unknown) => void
}

/** Workers that have nothing to do are sent home after so long. */
const IDLE_MS = 20_000
/** So many records are kept in one go at most: one wait for the disk serves them all. */
const BATCH = 50

/** Codes documents in workers as they come; a document is settled when it is kept. */
export function openCodingLane(destination: Destination, options: PoolOptions) {
  const waiting: Waiting[] = []
  const inHand = new Map<string, Waiting>()
  let busy = false
  let closed = false
  let wake = () => {}

  async function* inputs(): AsyncGenerator<SourceInput, void, undefined> {
    for (;;) {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        inHand.set(keyOf(next.input), next)
        yield next.input
      }
      if (closed || !(await isWoken())) return
    }
  }

  const isWoken = () =>
    new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(inHand.size > 0 || waiting.length > 0), IDLE_MS)
      wake = () => {
        clearTimeout(timer)
        resolve(true)
      }
    })

  const flush = async (batch: readonly (Coded | Refused)[]) => {
    const kept = await keep(batch, destination)
    for (const [i, result] of batch.entries()) {
      const key = keyOf(result)
      inHand.get(key)?.settle(kept[i] ?? 'added')
      inHand.delete(key)
    }
  }

  const run = async () => {
    busy = true
    try {
      let batch: (Coded | Refused)[] = []
      for await (const result of codeAll(inputs(), { ...options, task: 'code' })) {
        batch.push(result)
        if (batch.length < BATCH && batch.length < inHand.size) continue
        await flush(batch)
        batch = []
      }
    } catch (error) {
      for (const { fail } of [...inHand.values(), ...waiting.splice(0)]) fail(error)
      inHand.clear()
    }
    busy = false
    if (waiting.length > 0 && !closed) void run()
  }

  return {
    code(name: string, place: string, source: Source): Promise<Kept> {
      return new Promise((settle, fail) => {
        waiting.push({ input: { kind: 'source', name, place, source }, settle, fail })
        if (busy) wake()
        else void run()
      })
    },
    /** Sends the workers home when what they have in hand is done. */
    close() {
      closed = true
      wake()
    },
  }
}

const keyOf = ({ name, place }: { readonly name: string; readonly place: string | null }) =>
  `${name}\n${place}`

async function keep(batch: readonly (Coded | Refused)[], destination: Destination): Promise<readonly Kept[]> {
  const coded = batch.filter((result) => result.kind === 'coded')
  if ('output' in destination) {
    for (const { output } of coded) await destination.output.write(`${output}\n`)
    return batch.map((result) => (result.kind === 'coded' ? 'added' : result))
  }
  const added = await destination.archive.add(coded.map(({ output }) => JSON.parse(output) as Record))
  const outcomes = new Map(coded.map((result, i) => [keyOf(result), added[i]?.outcome ?? 'added']))
  return batch.map((result) => (result.kind === 'coded' ? (outcomes.get(keyOf(result)) ?? 'added') : result))
}
