import type { Archive } from '#archive'
import { catchWatches } from './catch-watches.ts'
import { deliverFirings } from './deliver-firings.ts'

export interface KeepWatchingOptions {
  /** Time between two looks at what has arrived. @default 5_000 */
  readonly everyMs?: number
  /** Told of what went wrong; the next look is taken all the same. */
  readonly log: (error: unknown) => void
}

/**
 * Asks the watches again and again and delivers what they catch, until it is stopped; stopping waits for the step.
 * The two go on beside each other: a receiver that is slow holds up no watch.
 */
export function keepWatching(
  archive: Archive,
  { everyMs = 5_000, log }: KeepWatchingOptions,
): { stop(): Promise<void> } {
  const asked = new Map<string, string>()
  const loops = [
    repeat(everyMs, log, () => catchWatches(archive, { now: new Date(), asked })),
    repeat(everyMs, log, () => deliverFirings(archive)),
  ]
  return {
    async stop() {
      await Promise.all(loops.map(({ stop }) => stop()))
    },
  }
}

/** Does something again and again, one at a time, with a pause between; what fails is told and done again. */
function repeat(everyMs: number, log: (error: unknown) => void, task: () => Promise<unknown>) {
  let stopped = false
  let wake: () => void = () => undefined
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs)
      // waiting holds no process
      timer.unref()
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const going = (async () => {
    while (!stopped) {
      try {
        await task()
      } catch (error) {
        log(error)
      }
      if (!stopped) await pause()
    }
  })()
  return {
    stop() {
      stopped = true
      wake()
      return going
    },
  }
}
