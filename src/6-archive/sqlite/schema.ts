import type { Driver } from './driver.ts'
import { rebuild } from './rebuild.ts'
import { SCHEMA_1 } from './schema-1.ts'
import { SCHEMA_2 } from './schema-2.ts'
import { SCHEMA_3 } from './schema-3.ts'
import { SCHEMA_4 } from './schema-4.ts'

/** "RPTR": SQLite's `application_id` says whose file it is. */
export const APPLICATION_ID = 0x52505452

/**
 * A step a version: a step that was released is never changed, only followed by another. `PRAGMA user_version` holds
 * the number of the last step taken. Each runs inside a transaction.
 */
export const MIGRATIONS: readonly ((driver: Driver) => void)[] = [
  (driver) => driver.exec(SCHEMA_1),
  (driver) => rebuild(driver, SCHEMA_2),
  (driver) => driver.exec(SCHEMA_3),
  (driver) => driver.exec(SCHEMA_4),
]
