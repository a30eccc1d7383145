import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CODER_VERSION } from './version.ts'

it("is the package's version", () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  expect(CODER_VERSION).toBe(manifest.version)
})
