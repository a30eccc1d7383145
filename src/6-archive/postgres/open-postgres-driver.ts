import { ArchiveError } from '../archive-error.ts'
import type { Cell, Driver, Prepared, Row } from '../sqlite/driver.ts'
import { MIGRATIONS } from '../sqlite/schema.ts'
import { SCHEMA_2 } from '../sqlite/schema-2.ts'
import { BlockingClient } from './blocking-client.ts'
import { postgresSchema } from './schema.ts'
import { toPostgresError } from './to-postgres-error.ts'
import { type Translated, translate } from './translate.ts'
import { withoutSecret } from './without-secret.ts'

/** Writers take turns, as they do in SQLite: so happenings are linked the same whoever writes. "RPTR" */
const WRITERS_LOCK = 0x52505452

const MOST_TRANSLATED = 1000

/** Opens the archive in a PostgreSQL database; makes its tables where there are none. */
export function openPostgresDriver(url: string, create: boolean): Driver {
  const client = new BlockingClient(url)
  try {
    const driver = overClient(client)
    migrate(driver, client, url, create)
    return driver
  } catch (error) {
    client.close()
    throw toPostgresError(error, url)
  }
}

function overClient(client: BlockingClient): Driver {
  const turns = writersTurns(client)
  const translated = new Map<string, Translated>()
  const inPostgres = (sql: string): Translated => {
    const known = translated.get(sql)
    if (known) return known
    const made = translate(sql)
    if (translated.size >= MOST_TRANSLATED) translated.clear()
    translated.set(sql, made)
    return made
  }
  const prepare = (sql: string): Prepared => {
    if (sql === DATA_VERSION) return turns.version
    const { sql: text, bind } = inPostgres(sql)
    const all = (parameters: readonly Cell[] = []) => client.ask(text, bind(parameters))
    return {
      run: (parameters = []) => client.send(text, bind(parameters)),
      all,
      get: (parameters): Row | undefined => all(parameters)[0],
      iterate: (parameters) => all(parameters),
    }
  }
  return {
    binding: 'postgres',
    exec(sql) {
      const word = sql.trim().toLowerCase()
      if (word.startsWith('pragma')) return
      if (word.startsWith('begin')) turns.begin()
      else if (word === 'commit') turns.commit()
      else if (word === 'rollback') turns.rollBack()
      else client.run(postgresSchema(sql))
    },
    prepare,
    close: () => client.close(),
  }
}

const DATA_VERSION = 'pragma data_version'

/**
 * Writers take turns. Each counts up what was written, so that the next can tell whether another has written since:
 * SQLite's `data_version`.
 */
function writersTurns(client: BlockingClient) {
  let seen = -1
  let version = 0
  let open = false
  const only = (rows: () => Row[]): Prepared => ({
    run: () => void rows(),
    all: rows,
    get: () => rows()[0],
    iterate: rows,
  })
  return {
    version: only(() => [{ data_version: version }]),
    begin() {
      client.run(`begin; select pg_advisory_xact_lock(${WRITERS_LOCK})`)
      open = true
      const there = client.ask(`select to_regclass('archive_version') is not null as there`, [])[0]?.there
      const written = there
        ? Number(client.ask('select written from archive_version', [])[0]?.written ?? 0)
        : 0
      if (written !== seen) version++
      seen = written
    },
    commit() {
      client.send('update archive_version set written = written + 1', [])
      client.run('commit')
      seen++
      open = false
    },
    rollBack() {
      client.drop()
      if (open) client.run('rollback')
      open = false
      seen = -1
    },
  }
}

/** The version of the schema stands in a table of its own; several processes may open a new archive at once. */
function migrate(driver: Driver, client: BlockingClient, url: string, create: boolean) {
  const [tables] = client.ask(
    `select to_regclass('archive_version')::text as version, to_regclass('document')::text as document`,
    [],
  )
  if (tables?.version === null) {
    if (tables.document !== null)
      throw new ArchiveError(
        'not-an-archive',
        `${withoutSecret(url)} holds the tables of another program: name another database`,
      )
    if (!create)
      throw new ArchiveError(
        'not-found',
        `there is no archive in ${withoutSecret(url)}; rapporteur add makes one`,
      )
  }
  driver.exec('begin')
  client.run('create table if not exists archive_version (version bigint not null, written bigint not null)')
  const version = Number(
    client.ask('select max(version) as version from archive_version', [])[0]?.version ?? 0,
  )
  if (version > MIGRATIONS.length)
    throw new ArchiveError(
      'newer',
      `${withoutSecret(url)} was written by a newer rapporteur (archive version ${version}, this one knows ${MIGRATIONS.length}): update rapporteur`,
    )
  if (version === 0) driver.exec(SCHEMA_2)
  for (const step of MIGRATIONS.slice(Math.max(FIRST_VERSION, version))) step(driver)
  if (version === 0)
    client.run(`insert into archive_version (version, written) values (${MIGRATIONS.length}, 0)`)
  else if (version < MIGRATIONS.length)
    client.run(`update archive_version set version = ${MIGRATIONS.length}`)
  driver.exec('commit')
}

/** An archive in PostgreSQL begins with the schema of version 2. */
const FIRST_VERSION = 2
