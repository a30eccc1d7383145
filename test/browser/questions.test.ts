/// <reference lib="dom" />
import { describe, expect, it } from 'vitest'
import { visitDesk } from './visit.ts'

const visit = visitDesk()

describe('today', () => {
  it('shows the strongest happenings, quotes and dossiers, and leads to their words', async () => {
    const { page, open } = visit()
    await open('/')
    await page.getByRole('heading', { name: 'Most reported' }).waitFor()
    expect(await page.locator('.today .deed').count()).toBeGreaterThan(3)
    await page.getByRole('heading', { name: 'Quotes of the day' }).waitFor()
    await page.locator('.from a').first().click()
    await page.waitForURL(/\/documents\/.+#/)
    await page.waitForSelector('.panel [data-selected]')
  })

  it('looks at another day by keyboard alone', async () => {
    const { page, open } = visit()
    await open('/')
    await page.getByLabel('As of').fill('2013-11-25')
    await page.waitForURL(/on=/)
    await page.getByText('As of 25 Nov 2013').waitFor()
  })
})

describe('a dossier', () => {
  it('opens from the list', async () => {
    const { page, open } = visit()
    await open('/dossiers')
    await page.getByRole('link', { name: 'Iran talks' }).click()
    await page.waitForSelector('[data-happening]')
    expect(await page.locator('h1').textContent()).toBe('Iran talks')
  })

  it('tells of a happening that is pointed at, and narrows the time by dragging', async () => {
    const { page, open } = visit()
    await open('/dossiers/iran-talks')
    await page.locator('[data-happening]').last().click()
    await page.waitForSelector('.detail .words')
    const handle = page.getByRole('slider', { name: 'First day' })
    await handle.scrollIntoViewIfNeeded()
    const box = await handle.boundingBox()
    if (box === null) throw new Error('the handle is not drawn')
    await page.mouse.move(box.x + 4, box.y + 14)
    await page.mouse.down()
    await page.mouse.move(box.x + 400, box.y + 14, { steps: 5 })
    await page.mouse.up()
    await page.waitForURL(/from=\d/)
  })

  it('is walked, read and narrowed by keyboard alone', async () => {
    const { page, open } = visit()
    await open('/dossiers/iran-talks')
    const stop = page.locator('[data-happening][tabindex="0"]')
    await stop.focus()
    const first = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await page.keyboard.press('End')
    const second = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(second).not.toBe(first)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.detail .words')
    await page.keyboard.press('+')
    await page.waitForURL(/from=\d/)
    await page.getByRole('slider', { name: 'Last day' }).focus()
    const before = await page.getByRole('slider', { name: 'Last day' }).getAttribute('aria-valuetext')
    await page.keyboard.press('ArrowLeft')
    await page.waitForFunction(
      (was) => document.querySelectorAll('[role=slider]')[1]?.getAttribute('aria-valuetext') !== was,
      before,
    )
  })

  it('sets two quotations side by side, shows promises with their words, and sources', async () => {
    const { page, open } = visit()
    await open('/dossiers/syria-talks')
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.getByRole('heading', { name: 'Where they stand' }).waitFor()
    await page.waitForSelector('.promise .words')
    await page.getByRole('heading', { name: 'Sources and coverage' }).waitFor()
    await page.waitForSelector('.bars-list li')
  })

  it('gives each chart as a table and as CSV', async () => {
    const { page, open } = visit()
    await open('/dossiers/iran-talks')
    const tools = page.locator('.chart-tools').first()
    await tools.getByRole('button', { name: /^Table/ }).click()
    expect(await page.locator('.table-wrap tbody tr').count()).toBeGreaterThan(3)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tools.getByRole('button', { name: /^CSV/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('timeline.csv')
  })
})

describe('dyads', () => {
  it('shows the reports behind a bar, by mouse and by keyboard', async () => {
    const { page, open } = visit()
    await open('/dyads?a=USA&b=RUS&c=USA&d=IRN')
    await page.waitForSelector('.bar')
    expect(await page.locator('.chart').count()).toBe(2)
    await page.locator('.bar').first().click()
    await page.waitForSelector('.rows .deed')
    await page.locator('.bar[tabindex="0"]').first().focus()
    await page.keyboard.press('End')
    const end = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      (label) => document.querySelector('.bar.picked')?.getAttribute('aria-label') === label,
      end,
    )
  })

  it('compares the pairs that are typed', async () => {
    const { page, open } = visit()
    await open('/dyads')
    await page.getByLabel('Beside it, between').fill('China')
    await page.getByLabel('and', { exact: true }).nth(1).fill('Vietnam')
    await page.keyboard.press('Enter')
    await page.waitForURL(/c=CHN&d=VNM/)
  })
})

describe('the map', () => {
  it('names seas, gathers places, and shows what happened there', async () => {
    const { page, open } = visit()
    await open('/map')
    await page.waitForSelector('.map-frame [role=button]')
    expect(await page.locator('.sea-name').allTextContents()).toContain('South China Sea')
    await page.locator('.map-frame [role=button]').first().click()
    await page.waitForSelector('.block .rows .deed')
  })

  it('is moved, magnified and asked by keyboard alone', async () => {
    const { page, open } = visit()
    await open('/map')
    await page.waitForSelector('.map-frame [role=button]')
    await page.getByRole('group', { name: /World map/ }).focus()
    for (const key of ['+', '+', '+', '+', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
    await page.waitForFunction(() => document.querySelectorAll('.sea-name').length > 0)
    await page.keyboard.press('0')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.block .rows .deed')
  })

  it('slides a period', async () => {
    const { page, open } = visit()
    await open('/map')
    await page.getByRole('combobox', { name: /^Period/ }).selectOption('365')
    await page.waitForURL(/from=2013/)
    await page.getByRole('slider', { name: 'First day of the period' }).focus()
    await page.keyboard.press('End')
    await page.waitForURL(/from=2015/)
  })
})

describe('the network', () => {
  it('shows the ties of whoever is chosen, by mouse and by keyboard', async () => {
    const { page, open } = visit()
    await open('/network')
    await page.waitForSelector('.node')
    await page.locator('.node[aria-label^="Russia:"]').first().click()
    await page.getByRole('heading', { name: 'Ties of Russia' }).waitFor()
    await page.locator('.node[tabindex="0"]').focus()
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key)
    await page.keyboard.press('Enter')
    await page.waitForURL(/pick=/)
  })
})

describe('an actor', () => {
  it('tells what they said, did and promised', async () => {
    const { page, open } = visit()
    await open('/actors')
    await page.getByLabel('Beginning of a name').fill('Kerry')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'John Kerry' }).click()
    await page.getByRole('heading', { name: 'John Kerry' }).waitFor()
    for (const title of ['What they said', 'With whom', 'Over time'])
      await page.getByRole('heading', { name: title }).waitFor()
    await page.waitForSelector('.quote blockquote')
  })
})
