/** Entry of the thread that speaks to PostgreSQL for a `BlockingClient`. */
import { type MessagePort, workerData } from 'node:worker_threads'
import postgres from 'postgres'
import type { Row } from '../sqlite/driver.ts'
import type { Answer, Asked, Statement } from './messages.ts'

const { url, signal, port } = workerData as { url: string; signal: Int32Array; port: MessagePort }

const asNumber = { to: 20, from: [20, 1700], serialize: String, parse: Number }
/** SQLite knows no truth but 1 and 0. */
const asOneOrNone = {
  to: 16,
  from: [16],
  serialize: (it: unknown) => (it ? 't' : 'f'),
  parse: (it: string) => (it === 't' ? 1 : 0),
}
const sql = postgres(url, {
  // one connection, so that statements stay in their order and in their transaction
  max: 1,
  connect_timeout: 10,
  onnotice: () => undefined,
  fetch_types: false,
  types: { number: asNumber, truth: asOneOrNone },
  connection: { application_name: 'rapporteur' },
})

function run({ sql: text, parameters }: Statement): Promise<readonly Row[]> {
  const query =
    parameters === null
      ? sql.unsafe(text)
      : sql.unsafe(text, [...parameters] as (string | number | null)[], { prepare: true })
  return query as unknown as Promise<readonly Row[]>
}

/** All are under way at once on one connection; the first that fails is the one to tell. */
async function answer({ close, statements }: Asked): Promise<Answer> {
  if (close) {
    await sql.end({ timeout: 5 })
    return { rows: [] }
  }
  const results = await Promise.allSettled(statements.map(run))
  const failed = results.findIndex((result) => result.status === 'rejected')
  const failure = results[failed]
  if (failure?.status === 'rejected') return toFailure(failure.reason, statements[failed])
  const last = results.at(-1)
  const rows = last?.status === 'fulfilled' ? last.value : []
  return { rows: Array.from(rows, (row) => ({ ...row })) }
}

/** A mistake in our own words (SQLSTATE class 42) is told with them. */
function toFailure(error: unknown, statement?: Statement): Answer {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  const message = error instanceof Error ? error.message : String(error)
  const ours =
    code?.startsWith('42') && statement ? ` in: ${statement.sql.replace(/\s+/g, ' ').slice(0, 600)}` : ''
  return { message: message + ours, code }
}

port.on('message', (asked: Asked) => {
  void answer(asked)
    .catch((error: unknown) => toFailure(error))
    .then((answered) => {
      port.postMessage(answered)
      Atomics.store(signal, 0, 1)
      Atomics.notify(signal, 0)
    })
})
