import type { Archive, Filter, Firing, NewFiring, WatchRow } from '#archive'
import { catchCount } from './catch-count.ts'
import { catchDue } from './catch-due.ts'
import { catchEach } from './catch-each.ts'
import { catchPosition } from './catch-position.ts'
import { questionOf } from './question-of.ts'

export interface CatchOptions {
  readonly now: Date
  /** The day that counts as today for what falls due, ISO 8601. @default that of `now`, in UTC */
  readonly today?: string
  /** What was asked last, by watch, for whoever asks again and again: the same question of the same archive is left out. */
  readonly asked?: Map<string, string>
}

/**
 * Asks every watch's question of what has arrived since it was asked last, and keeps what it caught. Whoever is
 * stopped in the middle has kept all of a step or nothing of it; two who ask at once do not tell the same thing twice.
 */
export async function catchWatches(archive: Archive, options: CatchOptions): Promise<readonly Firing[]> {
  const fired: Firing[] = []
  for (const watch of await archive.watches.list())
    if (!watch.paused) fired.push(...(await catchWatch(archive, watch, options)))
  return fired
}

async function catchWatch(
  archive: Archive,
  watch: WatchRow,
  options: CatchOptions,
): Promise<readonly Firing[]> {
  const { now, today = now.toISOString().slice(0, 10), asked } = options
  // read first: what arrives while the question is asked is asked for again
  const { arrival } = await archive.stats()
  if (arrival === watch.mark && watch.condition.kind !== 'due') return []
  const question = await questionOf(archive, watch)
  const asking = JSON.stringify([arrival, today, question, watch.condition])
  if (asked?.get(watch.uid) === asking) return []
  const firings = question === null ? [] : await answer(archive, watch, question, today)
  const step = { from: watch.mark, to: arrival, at: now.toISOString(), firings }
  const nothing = firings.length === 0 && arrival === watch.mark
  const caught = nothing ? [] : await archive.watches.caught(watch.id, step)
  // null: somebody else asks this watch, too, and has told what there was
  if (caught === null) return []
  asked?.set(watch.uid, asking)
  return caught
}

/** What answers a watch now, told or not. */
function answer(
  archive: Archive,
  watch: WatchRow,
  question: Filter,
  today: string,
): Promise<readonly NewFiring[]> {
  const { condition } = watch
  switch (condition.kind) {
    case 'each':
      return catchEach(archive, watch, question)
    case 'count':
      return catchCount(archive, watch, question, condition)
    case 'due':
      return catchDue(archive, question, condition.withinDays, today)
    case 'position':
      return catchPosition(archive, watch, question)
  }
}

/** What a watch would have caught, had it been there from the beginning; nothing is kept. */
export async function previewWatch(
  archive: Archive,
  watch: WatchRow,
  today: string,
): Promise<readonly NewFiring[]> {
  const question = await questionOf(archive, watch)
  return question === null ? [] : answer(archive, { ...watch, mark: '0' }, question, today)
}
