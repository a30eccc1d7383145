import type { Driver } from './driver.ts'
import { indexWriter } from './index-writer.ts'
import { numberer } from './item-number.ts'
import { keyring } from './keys.ts'
import { tallier } from './tally.ts'

/** What a transaction gathers and writes at its end. */
export function openWriter(driver: Driver) {
  const keys = keyring(driver)
  const index = indexWriter(driver, keys)
  const tally = tallier(driver, keys)
  const numbers = numberer(driver)
  const counters = new Map<string, number>()

  const read = (name: string) => {
    const held = counters.get(name)
    if (held !== undefined) return held
    const row = driver.prepare('select value from counter where name = ?').get([name])
    const value = Number(row?.value ?? 0)
    counters.set(name, value)
    return value
  }
  return {
    keys,
    index,
    tally,
    numbers,
    counter: {
      read,
      add: (name: string, by: number) => void counters.set(name, read(name) + by),
      /** The next number of a counter. */
      next(name: string) {
        const value = read(name) + 1
        counters.set(name, value)
        return value
      },
    },
    flush() {
      index.flush()
      tally.flush()
      for (const [name, value] of counters)
        driver
          .prepare(
            'insert into counter (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
          )
          .run([name, value])
      numbers.forget()
      counters.clear()
    },
    /** The transaction was rolled back. */
    forget() {
      keys.forget()
      index.forget()
      tally.forget()
      numbers.forget()
      counters.clear()
    },
  }
}
export type Writer = ReturnType<typeof openWriter>
