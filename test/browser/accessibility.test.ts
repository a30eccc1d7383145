import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openReport } from './open-report.ts'
import { PAGES } from './pages.ts'
import { visitDesk } from './visit.ts'

const visit = visitDesk()

/** Mounts what waits for the reader to come near. */
async function whole(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.waitForLoadState('networkidle')
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')}`,
  )
}

describe.each([
  ['light', 1360],
  ['dark', 1360],
  ['light', 390],
] as const)(
  'in %s, %i pixels wide, no page has an accessibility violation (WCAG 2.2 AA)',
  (scheme, width) => {
    it.each([...PAGES, ['report', '']] as const)('%s', async (name, path) => {
      const { page, open } = visit()
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: scheme })
      if (name === 'report') await openReport(visit())
      else await open(path)
      await whole(page)
      expect(await violations(page)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, 'pixels that the page is wider than the screen').toBeLessThanOrEqual(0)
    })
  },
)
