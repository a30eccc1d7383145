import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'

const command = join(import.meta.dirname, '..', '..', 'bin', 'rapporteur.mjs')

/** Runs the command to its end. */
export function rapporteur(args: readonly string[], input = ''): void {
  execFileSync(process.execPath, [command, ...args], { input, stdio: ['pipe', 'pipe', 'pipe'] })
}

export interface Served {
  readonly url: string
  stop(): void
}

/** Serves an archive on a free port. */
export function serve(archive: string): Promise<Served> {
  const server = spawn(process.execPath, [command, 'serve', '--archive', archive, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/\S+?\/(?=\s)/.exec(said)
      if (found) resolve({ url: found[0].replace(/\/$/, ''), stop: () => server.kill('SIGTERM') })
    })
    server.on('exit', (code) => reject(new Error(`rapporteur serve ended with ${code}: ${said}`)))
  })
}
