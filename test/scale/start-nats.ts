import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endProcess, freePort, type Server, startServer } from './start-server.ts'

/** Starts Debian's nats-server with JetStream on a free loopback port. */
export async function startNats(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-nats-'))
  const port = await freePort()
  const start = () =>
    startServer(['nats-server', '-js', '-sd', folder, '-a', '127.0.0.1', '-p', String(port)], () =>
      answers(port),
    )
  let server = await start()
  return {
    url: `nats://127.0.0.1:${port}`,
    async restart() {
      await endProcess(server, 'SIGKILL')
      server = await start()
    },
    async stop() {
      await endProcess(server, 'SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A NATS server greets whoever connects. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const end = (there: boolean) => {
      socket.destroy()
      resolve(there)
    }
    socket.once('data', () => end(true))
    socket.once('error', () => end(false))
  })
}
