import type { Visit } from './visit.ts'

/** Opens a document of the demo corpus in the reading view. */
export async function openReport({ page, open }: Visit): Promise<void> {
  await open('/documents?q=Lausanne')
  await page.locator('.documents a').first().click()
  await page.waitForSelector('.article a[data-mark]')
}
