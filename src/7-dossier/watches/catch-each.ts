import type { Archive, Filter, NewFiring, WatchRow } from '#archive'
import { newHappenings } from './new-happenings.ts'
import { toFiring } from './to-firing.ts'

/** Each new happening. */
export async function catchEach(
  archive: Archive,
  watch: WatchRow,
  question: Filter,
): Promise<readonly NewFiring[]> {
  const firings: NewFiring[] = []
  for (const found of await newHappenings(archive, watch, question, watch.mark))
    firings.push(await toFiring(archive, found))
  return firings
}
