/// <reference lib="dom" />
import { describe, expect, it } from 'vitest'
import { openReport } from './open-report.ts'
import { visitDesk } from './visit.ts'

const visit = visitDesk({ timezoneId: 'Asia/Tokyo' })

describe('the reading view', () => {
  it('lists the documents of the archive, and narrows the list', async () => {
    const { page, open } = visit()
    await open('/documents')
    expect(await page.locator('.documents li').count()).toBeGreaterThan(40)
    await page.getByLabel('Words').fill('Scarborough')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL(/q=Scarborough/)
    await page.waitForFunction(() => document.querySelectorAll('.documents li').length < 20)
    expect(await page.locator('.documents li').count()).toBeGreaterThan(0)
  })

  it('goes from a mark to its record and back, by mouse', async () => {
    const { page } = visit()
    await openReport(visit())
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
    const { page } = visit()
    await openReport(visit())
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

  it('says why an act was coded and what competed', async () => {
    const { page } = visit()
    await openReport(visit())
    await page.locator('.article a[data-mark*=".event."]').first().click()
    await page.waitForSelector('.why code')
    await page.waitForSelector('.competed li')
    expect(await page.locator('.competed li').count()).toBeGreaterThan(0)
  })

  it('opens a shared link at its item', async () => {
    const { page } = visit()
    await openReport(visit())
    await page.locator('.article a[data-mark*=".event."]').first().click()
    const url = page.url()
    await page.goto('about:blank')
    await page.goto(url)
    await page.waitForSelector('.panel [data-selected]')
  })

  it('shows hostile words as words, and an instant in the reader’s zone beside the stated one', async () => {
    const { page, open } = visit()
    await open('/documents?q=zugzwang')
    expect(await page.locator('.documents').textContent()).toContain('<img src=x onerror=')
    await page.locator('.documents a').first().click()
    await page.waitForSelector('.article a[data-mark]')
    expect(await page.locator('.article').textContent()).toContain('<script>document.title=3</script>')
    expect(await page.locator('main img').count()).toBe(0)
    expect(await page.title()).toContain('Rapporteur')
    const provenance = await page.locator('.provenance').textContent()
    expect(provenance).toContain('03:15')
    expect(provenance).toContain('stated 21:15')
  })
})
