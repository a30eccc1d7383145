/// <reference lib="dom" />
import { describe, expect, it } from 'vitest'
import { visitDesk } from './visit.ts'

const visit = visitDesk()
const TEXT =
  'The Polish foreign minister met his Turkish counterpart in Ankara on Monday. “We agreed to sign the treaty by May 1,” he said.'

describe('the page to try a text', () => {
  it('reads a pasted text in the browser itself: nothing is sent', async () => {
    const { page, open } = visit()
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url())
    })
    await open('/try')
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill(TEXT)
    await page.getByLabel('Published').fill('2014-03-05')
    await page.getByRole('button', { name: 'Code it' }).click()
    await page.waitForSelector('.panel .c-event .card')
    expect(await page.locator('.article').textContent()).toContain('Turkish counterpart')
    expect(await page.locator('.raw pre').textContent()).toContain('2014-03-03')
    await page.locator('.article a[data-mark*=".event."]').first().click()
    await page.waitForSelector('.why code')
    expect(sent).toEqual([])
  })

  it('reads a file by keyboard and file dialogue', async () => {
    const { page, open } = visit()
    await open('/try')
    await page.getByLabel('or a file').setInputFiles({
      name: 'report.html',
      mimeType: 'text/html',
      buffer: Buffer.from(
        `<html><head><title>Talks</title></head><body><article><h1>Talks in Ankara</h1><p>${TEXT}</p><p>${TEXT}</p></article></body></html>`,
      ),
    })
    await page.waitForSelector('.panel .c-event .card')
  })

  it('shows hostile text as text, and says what is wrong with what is no text', async () => {
    const { page, open } = visit()
    await open('/try')
    await page
      .getByRole('textbox', { name: 'Text', exact: true })
      .fill('<img src=x onerror="document.title=1"><script>document.title=2</script> Kerry met Lavrov.')
    await page.getByRole('button', { name: 'Code it' }).click()
    await page.waitForSelector('.article')
    expect(await page.locator('.article').textContent()).toContain('<script>')
    expect(await page.title()).toContain('Rapporteur')
    await page.getByLabel('or a file').setInputFiles({
      name: 'picture.png',
      mimeType: 'image/png',
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
    })
    await page.getByText(/PNG image/).waitFor()
  })
})
