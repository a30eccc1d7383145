import { gzipSync } from 'node:zlib'
import { describe, expect, inject, it } from 'vitest'
import { PAGES } from './pages.ts'
import { visitDesk } from './visit.ts'

const visit = visitDesk()

describe('the desk’s policy', () => {
  it('is strict: no inline script or style, nothing from elsewhere', async () => {
    const response = await fetch(inject('deskUrl'))
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toContain('unsafe-inline')
    expect(policy).not.toContain("'unsafe-eval'")
    const html = await response.text()
    expect(html).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\son[a-z]+=|\sstyle=/)
  })

  it('loads at most 200 kB of script, gzipped, for a page; the coder only where a text is tried', async () => {
    const { page } = visit()
    for (const [name, path] of PAGES) {
      const sizes: Promise<number>[] = []
      const models: string[] = []
      const note = (response: import('playwright-core').Response) => {
        const url = response.url()
        if (url.includes('/models/') || url.includes('worker-')) models.push(url)
        else if (url.endsWith('.js')) sizes.push(response.body().then((body) => gzipSync(body).length))
      }
      page.on('response', note)
      await page.goto(inject('deskUrl') + path)
      await page.waitForLoadState('networkidle')
      page.off('response', note)
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
      expect(bytes, name).toBeLessThan(200_000)
      expect(models.length > 0, name).toBe(name === 'try')
    }
  })
})
