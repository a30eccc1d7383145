import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endProcess, freePort, type Server, startServer } from './start-server.ts'

/** A cluster of PostgreSQL of our own; each `database` is a new, empty one. */
export interface Postgres extends Server {
  database(): string
}

/** Starts Debian's postgresql over a temporary folder on a free loopback port. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-postgres-'))
  chmodSync(folder, 0o777)
  const data = join(folder, 'data')
  const bin = newestBin()
  const port = await freePort()
  // the server refuses to run as root
  const as = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : []
  const command = [
    ...as,
    join(bin, 'initdb'),
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-sync',
  ]
  execFileSync(command[0] ?? '', command.slice(1), { stdio: 'pipe' })
  const start = () =>
    startServer(
      [
        ...as,
        join(bin, 'postgres'),
        '-D',
        data,
        '-p',
        String(port),
        '-h',
        '127.0.0.1',
        '-k',
        folder,
        '-c',
        'fsync=off',
      ],
      async () => (await listens(port)) && ready(bin, port),
    )
  let server = await start()
  let count = 0
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  return {
    url,
    database() {
      const name = `test${++count}`
      execFileSync(join(bin, 'psql'), ['-q', url, '-c', `create database ${name}`])
      return `postgres://postgres@127.0.0.1:${port}/${name}`
    },
    async restart() {
      await endServer(server, bin, data, as)
      server = await start()
    },
    async stop() {
      await endServer(server, bin, data, as)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** At once, as a power cut would: what was committed must be there again. */
async function endServer(
  server: Awaited<ReturnType<typeof startServer>>,
  bin: string,
  data: string,
  as: readonly string[],
) {
  const command = [...as, join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop']
  execFileSync(command[0] ?? '', command.slice(1), { stdio: 'pipe' })
  await endProcess(server, 'SIGKILL')
}

function newestBin(): string {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(a) - Number(b)) : []
  const newest = versions.at(-1)
  if (!newest) throw new Error('no PostgreSQL here: apt-get install postgresql')
  return join(root, newest, 'bin')
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function ready(bin: string, port: number): boolean {
  try {
    execFileSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)])
    return true
  } catch {
    return false
  }
}
