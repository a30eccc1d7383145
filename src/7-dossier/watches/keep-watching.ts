import type { Archive } from '#archive'
import { catchWatches } from './catch-watches.ts'
import { deliverFirings } from './deliver-firings.ts'

export interface KeepWatchingOptions {
  /** Time between two looks at what has arrived. @default 5_000 */
  readonly everyMs?: number
  /** Told of what went wrong; the next look is taken all the same. */
  readonly log: (error: unknown) => void
}

/** Asks the watches again and again and delivers what they catch, until it is stopped; stopping waits for the step. */
export function keepWatching(
  archive: Archive,
  { everyMs = 5_000, log }: KeepWatchingOptions,
): { stop(): Promise<void> } {
  let stopped = false
  let wake: () => void = () => undefined
  const look = async () => {
    while (!stopped) {
      try {
        await catchWatches(archive, { now: new Date() })
        await deliverFirings(archive)
      } catch (error) {
        log(error)
      }
      if (stopped) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs)
        // waiting holds no process
        timer.unref()
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const looking = look()
  return {
    stop() {
      stopped = true
      wake()
      return looking
    },
  }
}
