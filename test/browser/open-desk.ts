import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const command = join(import.meta.dirname, '..', '..', 'bin', 'rapporteur.mjs')

/** A desk on the demo archive, and a browser to look at it with. */
export interface OpenDesk {
  readonly url: string
  readonly browser: Browser
  close(): Promise<void>
}

/** Codes the demo corpus, serves it on a free port and starts Chromium. */
export async function openDesk(): Promise<OpenDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-desk-'))
  const archive = join(folder, 'demo.sqlite')
  execFileSync(process.execPath, [command, 'demo', '--archive', archive, '--no-serve'])
  const server = spawn(process.execPath, [command, 'serve', '--archive', archive, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await address(server)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return {
    url,
    browser,
    async close() {
      await browser.close()
      server.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function address(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/\S+?\/(?=\s)/.exec(said)
      if (found) resolve(found[0].replace(/\/$/, ''))
    })
    server.on('exit', (code) => reject(new Error(`rapporteur serve ended with ${code}: ${said}`)))
  })
}
