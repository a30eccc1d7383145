import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { HOSTILE } from './hostile.ts'
import { rapporteur, serve } from './serve.ts'

declare module 'vitest' {
  interface ProvidedContext {
    deskUrl: string
  }
}

const held: { stop: () => void } = { stop: () => undefined }

/** One desk for all test files: the demo corpus and a document that means harm. */
export async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-desk-'))
  const archive = join(folder, 'demo.sqlite')
  rapporteur(['demo', '--archive', archive, '--no-serve'])
  rapporteur(['add', '--archive', archive, '--format', 'jsonl', '-'], `${JSON.stringify(HOSTILE)}\n`)
  const server = await serve(archive)
  project.provide('deskUrl', server.url)
  held.stop = () => {
    server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Ends the desk and removes its archive. */
export const teardown = (): void => held.stop()
