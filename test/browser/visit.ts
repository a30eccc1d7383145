import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { openBrowser } from './open-browser.ts'

/** A reader at the desk; what happened that must not happen is noted. */
export interface Visit {
  readonly page: Page
  /** Opens a page of the desk and waits until it is at rest. */
  open(path: string): Promise<void>
  /** Requests that left the machine, errors of scripts, breaches of the policy. */
  readonly complaints: string[]
}

/** Opens a browser for the tests of a file; at their end nothing may have been complained of. */
export function visitDesk(options: BrowserContextOptions = {}): () => Visit {
  let browser: Browser
  let visit: Visit
  beforeAll(async () => {
    browser = await openBrowser()
    visit = await newVisit(browser, options)
  })
  afterAll(async () => {
    await browser?.close()
    expect(visit.complaints).toEqual([])
  })
  return () => visit
}

async function newVisit(browser: Browser, options: BrowserContextOptions): Promise<Visit> {
  const base = inject('deskUrl')
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(base) && !url.startsWith('blob:') && url !== 'about:blank')
      complaints.push(`asked another machine: ${url}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`error: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`fault: ${error.message}`))
  return {
    page,
    complaints,
    async open(path) {
      await page.goto(base + path)
      await page.waitForLoadState('networkidle')
    },
  }
}
