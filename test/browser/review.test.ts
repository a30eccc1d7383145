/// <reference lib="dom" />
import { describe, expect, it } from 'vitest'
import { visitDesk } from './visit.ts'

const visit = visitDesk()

const claim = () => visit().page.locator('.review-card').getAttribute('aria-label')

describe('review', () => {
  it('is worked with the keyboard alone, taken back, and measured', async () => {
    const { page, open } = visit()
    await open('/review')
    await page.waitForSelector('.review-card mark')
    expect(await claim()).toMatch(/^event 1 of/)
    await page.keyboard.press('a')
    await page.waitForSelector('.review-card[aria-label^="event 2 of"]')
    await page.keyboard.press('r')
    await page.waitForSelector('.review-card[aria-label^="event 3 of"]')
    await page.getByText('50 %').first().waitFor()
    await page.keyboard.press('u')
    await page.waitForSelector('.review-card[aria-label^="event 2 of"]')
    await page.getByText('100 %').first().waitFor()
  })

  it('mends an act: its type, by keyboard', async () => {
    const { page, open } = visit()
    await open('/review?seed=7')
    await page.waitForSelector('.review-card mark')
    await page.keyboard.press('e')
    await page.getByRole('combobox', { name: /^Act/ }).selectOption('CONSULT')
    await page.getByLabel('Note').fill('they only talked')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.review-card[aria-label^="event 2 of"]')
  })

  it('draws the doubtful ones, and those of one kind', async () => {
    const { page, open } = visit()
    await open('/review')
    await page.getByRole('combobox', { name: /^Queue/ }).selectOption('doubtful')
    await page.getByRole('combobox', { name: /^Of/ }).selectOption('statement')
    await page.getByRole('button', { name: 'Draw anew' }).click()
    await page.waitForSelector('.review-card[aria-label^="statement 1 of"]')
  })
})
