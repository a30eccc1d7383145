// Writes every page of the desk, light and dark, wide and narrow, into docs/screenshots, as WebP.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../test/browser/open-browser.ts'
import { PAGES } from '../test/browser/pages.ts'
import { rapporteur, serve } from '../test/browser/serve.ts'

const FOLDER = join(import.meta.dirname, '..', 'docs', 'screenshots')
const WIDTHS = [
  ['wide', 1360, 900, 1900],
  ['narrow', 390, 844, 1900],
] as const
const SCHEMES = ['light', 'dark'] as const
const QUALITY = 0.72

const TEXT =
  'ANKARA, March 5 (Demo Wire) - The Polish foreign minister met his Turkish counterpart in Ankara on Monday. ' +
  '“We agreed to sign the treaty by May 1,” he said.\n\nTurkey rejected a demand by Syria to close the border.'

/** What is done on a page before it is looked at. */
const SETTING: { readonly [name: string]: (page: Page) => Promise<void> } = {
  dossier: async (page) => {
    await page.locator('[data-happening]').nth(6).click()
  },
  dyads: async (page) => {
    await page.locator('.bar').nth(1).click()
  },
  map: async (page) => {
    await page.locator('.map-frame [role=button]').first().click()
  },
  network: async (page) => {
    await page.locator('.node[aria-label^="Russia:"]').first().click()
  },
  report: async (page) => {
    await page.locator('.article a[data-mark*=".event."]').first().click()
    await page.waitForSelector('.why code')
  },
  review: async (page) => {
    for (const key of ['a', 'a', 'r', 'a']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(250)
    }
  },
  try: async (page) => {
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill(TEXT)
    await page.getByRole('button', { name: 'Code it' }).click()
    await page.waitForSelector('.panel .card')
  },
}

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-screenshots-'))
const archive = join(folder, 'demo.sqlite')
rapporteur(['demo', '--archive', archive, '--no-serve'])
const server = await serve(archive)
const browser = await openBrowser()
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
const found = (await (await fetch(`${server.url}/api/documents?q=Lausanne`)).json()) as {
  readonly items: readonly { readonly id: string }[]
}
const pages = [...PAGES, ['report', `/documents/${encodeURIComponent(found.items[0]?.id ?? '')}`]] as const
for (const [width, pixels, height, most] of WIDTHS)
  for (const scheme of SCHEMES)
    for (const [name, path] of pages)
      await shoot(browser, server.url + path, name, { width, pixels, height, most, scheme })
await browser.close()
server.stop()
rmSync(folder, { recursive: true, force: true })
const bytes = readdirSync(FOLDER).reduce((sum, file) => sum + statSync(join(FOLDER, file)).size, 0)
console.log(`${readdirSync(FOLDER).length} pictures, ${(bytes / 1e6).toFixed(1)} MB, in docs/screenshots`)

interface Setting {
  readonly width: string
  readonly pixels: number
  readonly height: number
  readonly most: number
  readonly scheme: 'light' | 'dark'
}

async function shoot(from: Browser, url: string, name: string, setting: Setting): Promise<void> {
  const { width, pixels, height, most, scheme } = setting
  const context = await from.newContext({
    viewport: { width: pixels, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Vienna',
    locale: 'en-GB',
  })
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.waitForLoadState('networkidle')
  await SETTING[name]?.(page)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(300)
  await page.evaluate(() => scrollTo(0, 0))
  const full = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: pixels, height: Math.min(full, most) })
  await page.waitForTimeout(250)
  const png = await page.screenshot()
  await context.close()
  writeFileSync(join(FOLDER, `${name}-${width}-${scheme}.webp`), await asWebp(from, png))
}

/** The browser is the encoder: no other library is needed for it. */
async function asWebp(from: Browser, png: Buffer): Promise<Buffer> {
  const page = await from.newPage()
  const base64 = await page.evaluate(
    async ([data, quality]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob())
      const canvas = new OffscreenCanvas(image.width, image.height)
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: quality as number })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      let text = ''
      for (const byte of bytes) text += String.fromCharCode(byte)
      return btoa(text)
    },
    [png.toString('base64'), QUALITY] as const,
  )
  await page.close()
  return Buffer.from(base64, 'base64')
}
