import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'

/** A server of our own on a loopback port; it can be killed and started again over the same files. */
export interface Server {
  readonly url: string
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Waits until `there` says yes; a server that ends before is an error with its last words. */
export async function startServer(
  command: readonly string[],
  there: () => Promise<boolean>,
): Promise<ChildProcess> {
  const [program = '', ...args] = command
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let words = ''
  const listen = (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-2000)
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  let failed: Error | null = null
  child.once('error', (error) => {
    failed = error
  })
  for (let tries = 0; tries < 200; tries++) {
    if (failed) throw failed
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}: ${words}`)
    if (await there()) return child
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGKILL')
  throw new Error(`${program} did not answer within 20 s: ${words}`)
}

/** Ends a process and waits until it is gone. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await gone
}
