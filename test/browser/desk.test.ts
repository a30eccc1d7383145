/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenDesk, openDesk } from './open-desk.ts'

let desk: OpenDesk
let context: BrowserContext
let page: Page
const strangers: string[] = []
const complaints: string[] = []

beforeAll(async () => {
  desk = await openDesk()
  context = await desk.browser.newContext({ viewport: { width: 1360, height: 900 } })
  page = await context.newPage()
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.url)) strangers.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterAll(() => desk?.close())

const open = async (path: string) => {
  await page.goto(desk.url + path)
  await page.waitForLoadState('networkidle')
}

/** Opens a document of the demo corpus in the reading view. */
const openReport = async () => {
  await open('/?q=Lausanne')
  await page.locator('.documents a').first().click()
  await page.waitForSelector('.article a[data-mark]')
}

describe('the desk', () => {
  it('lists the documents of the archive, and narrows the list', async () => {
    await open('/')
    expect(await page.locator('.documents li').count()).toBeGreaterThan(40)
    await page.getByLabel('Words').fill('Scarborough')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL(/q=Scarborough/)
    await page.waitForFunction(() => document.querySelectorAll('.documents li').length < 20)
    expect(await page.locator('.documents li').count()).toBeGreaterThan(0)
  })

  it('goes from a mark to its record and back, by mouse', async () => {
    await openReport()
    const mark = page.locator('.article a[data-mark*=".event."]').first()
    const id = await mark.getAttribute('data-mark')
    await mark.click()
    const card = page.locator(`.panel [data-card~="${id}"]`)
    expect(await card.getAttribute('data-selected')).toBe('')
    expect(decodeURIComponent(new URL(page.url()).hash.slice(1))).toBe(id)
    const other = page.locator('.panel .c-statement a[data-item]').first()
    const said = await other.getAttribute('data-item')
    await other.click()
    await page.waitForSelector('.article .is-selected')
    expect(await page.locator(`.article [data-ids~="${said}"].is-selected`).count()).toBeGreaterThan(0)
  })

  it('steps from act to act by keyboard alone', async () => {
    await openReport()
    await page.locator('main').focus()
    await page.keyboard.press('j')
    const first = await page.locator('.panel [data-selected]').first().getAttribute('data-card')
    await page.keyboard.press('j')
    await page.waitForFunction(
      (was) => document.querySelector('.panel [data-selected]')?.getAttribute('data-card') !== was,
      first,
    )
    await page.keyboard.press('k')
    await page.waitForFunction(
      (was) => document.querySelector('.panel [data-selected]')?.getAttribute('data-card') === was,
      first,
    )
  })

  it('opens a shared link at its item', async () => {
    await openReport()
    await page.locator('.article a[data-mark*=".event."]').first().click()
    const url = page.url()
    await page.goto('about:blank')
    await page.goto(url)
    await page.waitForSelector('.panel [data-selected]')
  })

  it('codes a text that is pasted, at once', async () => {
    await open('/try')
    await page
      .getByRole('textbox', { name: 'Text', exact: true })
      .fill(
        'The Polish foreign minister met his Turkish counterpart in Ankara on Monday. “We agreed to sign the treaty by May 1,” he said.',
      )
    await page.getByLabel('Published').fill('2014-03-05')
    await page.getByRole('button', { name: 'Code it' }).click()
    await page.waitForSelector('.panel .c-event .card')
    expect(await page.locator('.article').textContent()).toContain('Turkish counterpart')
    expect(await page.locator('.raw pre').textContent()).toContain('2014-03-03')
  })

  it('shows hostile text as text', async () => {
    await open('/try')
    await page
      .getByRole('textbox', { name: 'Text', exact: true })
      .fill('<img src=x onerror="document.title=1"><script>document.title=2</script> Kerry met Lavrov.')
    await page.getByRole('button', { name: 'Code it' }).click()
    await page.waitForSelector('.article')
    expect(await page.locator('.article').textContent()).toContain('<script>')
    expect(await page.title()).toContain('Rapporteur')
  })

  it('searches documents, quotes and events', async () => {
    await open('/')
    await page.getByRole('searchbox', { name: /Search/ }).fill('sanctions')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.results mark')
    expect(await page.locator('.results li').count()).toBeGreaterThan(3)
  })

  it('opens a dossier and an actor', async () => {
    await open('/dossiers')
    await page.getByRole('link', { name: 'Iran talks' }).click()
    await page.waitForSelector('.results li')
    await open('/actors/person%2Fjohn-kerry')
    expect(await page.locator('h1').textContent()).toBe('John Kerry')
  })

  it('asks nothing of any other machine and complains of nothing', () => {
    expect(strangers).toEqual([])
    expect(complaints).toEqual([])
  })
})

describe.each(['light', 'dark'] as const)(
  'in %s, no page has an accessibility violation (WCAG 2.2 AA)',
  (colorScheme) => {
    it.each([
      '/',
      '/search?q=sanctions',
      '/dossiers',
      '/dossiers/iran-talks',
      '/actors/person%2Fjohn-kerry',
      '/try',
      '/about',
      'report',
    ])('%s', async (path) => {
      await page.emulateMedia({ colorScheme })
      if (path === 'report') await openReport()
      else await open(path)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(
        violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .slice(0, 3)
              .map(({ html }) => html.slice(0, 120))
              .join(' | ')}`,
        ),
      ).toEqual([])
    })
  },
)
