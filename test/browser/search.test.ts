/// <reference lib="dom" />
import { describe, expect, it } from 'vitest'
import { visitDesk } from './visit.ts'

const visit = visitDesk()

describe('search', () => {
  it('finds from the one box, by keyboard alone', async () => {
    const { page, open } = visit()
    await open('/')
    await page.getByRole('searchbox', { name: /Search/ }).fill('sanctions')
    await page.keyboard.press('Enter')
    await page.waitForSelector('mark')
    expect(await page.locator('.rows li').count()).toBeGreaterThan(3)
  })

  it('narrows by facet, and looks at quotes, documents and actors', async () => {
    const { page, open } = visit()
    await open('/search?q=Kerry')
    for (const kind of ['Quotes', 'Documents', 'Actors']) {
      await page.getByRole('button', { name: new RegExp(`^${kind}`) }).click()
      await page.waitForSelector('.search-columns li')
    }
    await page.locator('.facet-value').first().click()
    await page.waitForURL(/type=/)
  })

  it('makes a dossier of a result in one click', async () => {
    const { page, open } = visit()
    await open('/search?q=centrifuges')
    await page.getByRole('button', { name: 'Save as dossier' }).click()
    await page.waitForURL(/\/dossiers\/centrifuges/)
    await page.waitForSelector('[data-happening]')
    await open('/dossiers')
    await page.getByRole('link', { name: 'centrifuges' }).waitFor()
  })

  it('sets a watch over a result by keyboard alone, and today shows it', async () => {
    const { page, open } = visit()
    await open('/search?q=enrichment')
    await page.getByText('Watch', { exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('The watch is set').waitFor()
    await open('/')
    await page.locator('.watches').getByText('enrichment').waitFor()
  })

  it('shows hostile words as words', async () => {
    const { page, open } = visit()
    await open('/search?q=zugzwang')
    await page.waitForSelector('mark')
    expect(await page.locator('main').textContent()).toContain('<script>document.title=')
    expect(await page.title()).toContain('zugzwang')
  })

  it('says so when nothing fits, and when there is no such page or thing', async () => {
    const { page, open } = visit()
    await open('/search?q=qqqqzzzz')
    await page.getByText('Nothing holds these words').waitFor()
    await open('/nowhere')
    await page.getByText('There is nothing at this address').waitFor()
    await open('/dossiers/no-such-thing')
    await page.getByRole('alert').waitFor()
  })
})
