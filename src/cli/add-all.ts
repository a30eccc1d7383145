import type { Added, Archive } from '#archive'
import type { Record } from '#record'
import type { Coded, Refused } from './work.ts'

/** So many records are kept in one go: one wait for the disk serves them all. */
const BATCH = 50

/** Keeps coded records as they come, in batches; says of each result what became of it, after it is on the disk. */
export async function* addAll(
  archive: Archive,
  results: AsyncIterable<Coded | Refused>,
): AsyncGenerator<{ readonly result: Coded | Refused; readonly added: Added | null }> {
  let waiting: Coded[] = []
  for await (const result of results) {
    if (result.kind === 'refused') yield { result, added: null }
    else waiting.push(result)
    if (waiting.length < BATCH) continue
    yield* keep(archive, waiting)
    waiting = []
  }
  yield* keep(archive, waiting)
}

async function* keep(archive: Archive, batch: readonly Coded[]) {
  if (batch.length === 0) return
  const added = await archive.add(batch.map(({ output }) => JSON.parse(output) as Record))
  for (const [i, result] of batch.entries()) yield { result, added: added[i] ?? null }
}
