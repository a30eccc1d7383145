import { existsSync } from 'node:fs'
import { ArchiveError } from '../archive-error.ts'
import { type Driver, openDriver } from './driver.ts'
import { APPLICATION_ID, MIGRATIONS } from './schema.ts'
import { toArchiveError } from './to-archive-error.ts'

export interface OpenOptions {
  /** Make a new archive where there is no file. @default true */
  readonly create?: boolean
  /** @default false */
  readonly readOnly?: boolean
  /** How long to wait for another process that is writing. @default 10_000 */
  readonly waitMs?: number
  /** Most pages of 4 kB that the file may have; at least as many as it has. @default no limit but the disk's */
  readonly mostPages?: number
}

/** Opens an archive's file, makes it if it is new, and brings it to the newest version of the schema. */
export function openFile(file: string, options: OpenOptions = {}): Driver {
  const { create = true, readOnly = false, waitMs = 10_000 } = options
  if (file !== ':memory:' && !existsSync(file) && (!create || readOnly))
    throw new ArchiveError('not-found', `there is no archive ${file}; rapporteur add makes one`)
  let driver: Driver | null = null
  try {
    driver = openDriver(file, readOnly)
    driver.exec(`pragma busy_timeout = ${waitMs}`)
    checkFile(driver, file)
    if (!readOnly) settle(driver)
    // libsql opens for writing whatever it is told
    else driver.exec('pragma query_only = on')
    migrate(driver, file, readOnly)
    if (options.mostPages !== undefined)
      driver.prepare(`pragma max_page_count = ${Math.floor(options.mostPages)}`).all()
    return driver
  } catch (error) {
    driver?.close()
    throw toArchiveError(error, file)
  }
}

function checkFile(driver: Driver, file: string) {
  const application = pragma(driver, 'application_id')
  const version = pragma(driver, 'user_version')
  const { tables } = driver.prepare('select count(*) as tables from sqlite_master').get() ?? {}
  if (application === APPLICATION_ID) {
    if (version > MIGRATIONS.length)
      throw new ArchiveError(
        'newer',
        `${file} was written by a newer rapporteur (archive version ${version}, this one knows ${MIGRATIONS.length}): update rapporteur`,
      )
  } else if (tables !== 0 || application !== 0 || version !== 0)
    throw new ArchiveError(
      'not-an-archive',
      `${file} is a database of another program: name another file with --archive`,
    )
}

function settle(driver: Driver) {
  // wal: readers never wait for a writer; full: what was acknowledged survives a power cut
  driver.prepare('pragma journal_mode = wal').all()
  driver.exec('pragma synchronous = full; pragma foreign_keys = off; pragma temp_store = memory')
  driver.exec(
    'pragma cache_size = -131072; pragma mmap_size = 4294967296; pragma wal_autocheckpoint = 8000; pragma journal_size_limit = 67108864',
  )
}

function migrate(driver: Driver, file: string, readOnly: boolean) {
  if (pragma(driver, 'user_version') === MIGRATIONS.length) return
  if (readOnly)
    throw new ArchiveError('read-only', `${file} is of an older version: open it once for writing`)
  driver.exec('begin immediate')
  try {
    // asked again inside the lock: another process may have migrated meanwhile
    for (let step = pragma(driver, 'user_version'); step < MIGRATIONS.length; step++) {
      MIGRATIONS[step]?.(driver)
      driver.exec(`pragma user_version = ${step + 1}`)
    }
    driver.exec(`pragma application_id = ${APPLICATION_ID}`)
    driver.exec('commit')
  } catch (error) {
    driver.exec('rollback')
    throw error
  }
}

function pragma(driver: Driver, name: 'user_version' | 'application_id'): number {
  return Number(driver.prepare(`pragma ${name}`).get()?.[name] ?? 0)
}
