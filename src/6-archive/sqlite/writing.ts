import { bondKeeper } from './bonds.ts'
import { corrector } from './correct.ts'
import type { Driver } from './driver.ts'
import { groupKeeper } from './groups.ts'
import { recordKeeper } from './keep-record.ts'
import { openWriter } from './writer.ts'

/** What a transaction can write with. */
export function writing(driver: Driver) {
  const writer = openWriter(driver)
  const groups = groupKeeper(driver, writer)
  const bonds = bondKeeper(driver, writer, groups)
  const records = recordKeeper(driver, writer, groups, bonds)
  const tools = { records, corrections: corrector(driver, writer, groups, records) }
  let version: unknown = null
  const forget = () => {
    groups.forget()
    writer.forget()
    records.forget()
  }

  /** All of the task is on the disk when this returns, or nothing of it. */
  return <T>(task: (to: typeof tools) => T): T => {
    driver.exec('begin immediate')
    try {
      // another process has written since: what is held in memory may be out of date
      const now = driver.prepare('pragma data_version').get()?.data_version
      if (version !== null && now !== version) forget()
      version = now
      const result = task(tools)
      const moved = groups.flush()
      records.finish()
      writer.flush()
      driver.exec('commit')
      records.flush(moved)
      return result
    } catch (error) {
      forget()
      rollBack(driver)
      throw error
    }
  }
}

/** SQLite has rolled back by itself after some failures; the first error is the one to tell. */
function rollBack(driver: Driver) {
  try {
    driver.exec('rollback')
  } catch {
    // no transaction is open any more
  }
}
