import { spawn } from 'node:child_process'
import type { Delivery } from '#archive'
import type { Sent } from './send-webhook.ts'

const TIMEOUT = 60_000

/** Runs a watch's program, without a shell, with the firing as JSON on its standard input; 0 is taken for done. */
export function runCommand({ watch, firing }: Delivery): Promise<Sent> {
  const [program, ...args] = watch.command ?? []
  if (program === undefined)
    return Promise.resolve({ kind: 'refused', why: 'the watch has no command any more' })
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: TIMEOUT,
      env: { ...process.env, RAPPORTEUR_FIRING: firing.id, RAPPORTEUR_WATCH: watch.id },
    })
    const failed = (why: string) => resolve({ kind: 'failed', why, retryAfter: null })
    child.on('error', (error) => failed(`${program}: ${error.message}`))
    child.on('close', (code, signal) =>
      code === 0 ? resolve({ kind: 'delivered' }) : failed(`${program} ended with ${signal ?? code}`),
    )
    // a program that does not read its input is none the worse for it
    child.stdin.on('error', () => undefined)
    child.stdin.end(`${JSON.stringify(firing)}\n`)
  })
}
